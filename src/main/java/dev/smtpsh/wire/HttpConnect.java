package dev.smtpsh.wire;

import dev.smtpsh.smtp.Octets;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.time.Duration;

/**
 * Asks an HTTP proxy for a tunnel (RFC 9110 9.3.6). Java's own way reads ahead and would swallow a greeting that comes in
 * one packet with the proxy's answer: in SMTP the server speaks first.
 */
final class HttpConnect {
    // A proxy's answer is a few lines; more is no answer (limit proxy-answer).
    private static final int MOST = 16 * 1024;

    private HttpConnect() {}

    /** Opens the tunnel on a connection to the proxy; nothing behind the proxy's answer is read. */
    static void through(Socket proxy, Target target, Duration patience) throws IOException {
        int before = proxy.getSoTimeout();
        proxy.setSoTimeout((int) Math.min(Integer.MAX_VALUE, patience.toMillis()));
        String request = "CONNECT " + target.where() + " HTTP/1.1\r\nHost: " + target.where() + "\r\n\r\n";
        proxy.getOutputStream().write(Octets.latin1(request).toByteArray());
        String answer = answer(proxy.getInputStream());
        String status = answer.substring(0, Math.max(0, answer.indexOf('\r')));
        if (!status.matches("HTTP/1\\.[01] 2[0-9][0-9].*")) {
            throw new WireException(
                    WireException.Trouble.PROXY, "it answered " + (status.isEmpty() ? "nothing" : status), null);
        }
        proxy.setSoTimeout(before);
    }

    private static String answer(InputStream in) throws IOException {
        ByteArrayOutputStream answer = new ByteArrayOutputStream();
        String text = "";
        while (!text.endsWith("\r\n\r\n") && answer.size() < MOST) {
            int octet = in.read();
            if (octet < 0) {
                break;
            }
            answer.write(octet);
            text = octet == '\n' ? Octets.of(answer.toByteArray()).latin1() : "";
        }
        return Octets.of(answer.toByteArray()).latin1();
    }
}
