package dev.smtpsh.jmh;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/**
 * As little as a client can do: the greeting, EHLO, so many times NOOP, QUIT, each reply read before the next command goes out.
 * What {@code smtpsh run} takes for the same conversation is compared with it.
 *
 * <p>{@code java BareLoop.java PORT 1000}
 */
public final class BareLoop {
    private BareLoop() {}

    public static void main(String[] arguments) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", Integer.parseInt(arguments[0]))) {
            socket.setTcpNoDelay(true);
            BufferedReader in =
                    new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
            OutputStream out = socket.getOutputStream();
            reply(in);
            long begun = System.nanoTime();
            exchange("EHLO probe.example.org", in, out);
            for (int i = Integer.parseInt(arguments[1]); i > 0; i--) {
                exchange("NOOP", in, out);
            }
            exchange("QUIT", in, out);
            System.out.println((System.nanoTime() - begun) / 1_000_000 + " ms");
        }
    }

    private static void exchange(String command, BufferedReader in, OutputStream out) throws IOException {
        out.write((command + "\r\n").getBytes(StandardCharsets.US_ASCII));
        reply(in);
    }

    private static void reply(BufferedReader in) throws IOException {
        String line = in.readLine();
        while (line != null && line.length() > 3 && line.charAt(3) == '-') {
            line = in.readLine();
        }
        if (line == null) {
            throw new IOException("the server has gone");
        }
    }
}
