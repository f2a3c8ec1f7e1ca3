package dev.smtpsh.tls;

import dev.smtpsh.smtp.Octets;
import dev.smtpsh.tls.hello.AnswerReader;
import dev.smtpsh.tls.hello.HelloAnswer;
import dev.smtpsh.tls.server.CertificateMaker;
import dev.smtpsh.tls.server.ServerChoice;
import dev.smtpsh.tls.server.ServerLayer;
import java.io.ByteArrayOutputStream;
import java.time.Clock;
import java.util.Arrays;

/** A hello by hand and what the practice server answers. */
public final class InMemoryHello {
    private InMemoryHello() {}

    public static HelloAnswer ask(Octets hello) throws Exception {
        byte[] wire = answer(hello);
        AnswerReader reader = new AnswerReader();
        for (int at = 0; at + 5 <= wire.length && !reader.done(); ) {
            int length = (wire[at + 3] & 0xff) << 8 | wire[at + 4] & 0xff;
            reader.record(wire[at], Arrays.copyOfRange(wire, at + 5, at + 5 + length));
            at += 5 + length;
        }
        return reader.answer();
    }

    /** The messages without the heads of their records. */
    public static byte[] flight(Octets hello) throws Exception {
        byte[] wire = answer(hello);
        ByteArrayOutputStream flight = new ByteArrayOutputStream();
        for (int at = 0; at + 5 <= wire.length; ) {
            int length = (wire[at + 3] & 0xff) << 8 | wire[at + 4] & 0xff;
            flight.write(wire, at + 5, length);
            at += 5 + length;
        }
        return flight.toByteArray();
    }

    private static byte[] answer(Octets hello) throws Exception {
        ServerLayer server =
                new ServerLayer(new CertificateMaker(Clock.systemUTC()).valid("a.example"), ServerChoice.DEFAULT);
        server.begin();
        server.received(hello.toByteArray());
        return server.outgoing();
    }
}
