package dev.smtpsh.practice;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** A client that knows nothing of SMTP: it sends octets and reads octets. */
final class RawClient implements AutoCloseable {
    private final Socket socket;

    RawClient(PracticeServer server) throws IOException {
        socket = new Socket(server.address(), server.port());
        socket.setSoTimeout(10_000);
    }

    void send(String octets) throws IOException {
        socket.getOutputStream().write(octets.getBytes(StandardCharsets.ISO_8859_1));
    }

    /** Reads up to and with an ending. */
    String readTo(String ending) throws IOException {
        StringBuilder read = new StringBuilder();
        while (read.length() < ending.length()
                || !read.substring(read.length() - ending.length()).equals(ending)) {
            int octet = socket.getInputStream().read();
            if (octet < 0) {
                throw new IOException("ended after: " + read);
            }
            read.append((char) octet);
        }
        return read.toString();
    }

    /** Reads until the server closes. */
    String readAll() throws IOException {
        ByteArrayOutputStream read = new ByteArrayOutputStream();
        socket.getInputStream().transferTo(read);
        return read.toString(StandardCharsets.ISO_8859_1);
    }

    /** Reads and throws away; how many octets came. */
    long count() throws IOException {
        byte[] buffer = new byte[65_536];
        long sum = 0;
        for (int read = socket.getInputStream().read(buffer);
                read >= 0;
                read = socket.getInputStream().read(buffer)) {
            sum += read;
        }
        return sum;
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
