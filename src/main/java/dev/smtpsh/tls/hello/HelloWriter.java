package dev.smtpsh.tls.hello;

import dev.smtpsh.smtp.Octets;
import dev.smtpsh.tls.registry.Group;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.random.RandomGenerator;

/** Writes a ClientHello as a record (RFC 8446 4.1.2, RFC 5246 7.4.1.2). */
public final class HelloWriter {
    private static final int RANDOM = 32;

    // The base point of P-256 is as good a public key as any: nobody computes with what would be agreed on.
    private static final String P256_POINT = "046b17d1f2e12c4247f8bce6e563a440f277037d812deb33a0f4a13945d898c296"
            + "4fe342e2fe1a7f9b8ee7eb4a7c0f9e162bce33576b315ececbb6406837bf51f5";

    private final RandomGenerator random;

    /** @param random what is random in a hello need not be secret here */
    public HelloWriter(RandomGenerator random) {
        this.random = random;
    }

    /** The record, ready for the wire. */
    public Octets write(Hello hello) {
        boolean modern = hello.version() == Hello.TLS_1_3;
        Out body = new Out();
        body.two(Math.min(hello.version(), Hello.TLS_1_2)).all(random(RANDOM));
        body.short8(modern ? random(RANDOM) : new byte[0]);
        body.short16(twos(hello.suites()));
        // Compression is offered where it could be, to see whether a server still takes it (CVE-2012-4929).
        body.short8(modern ? new byte[] {0} : new byte[] {1, 0});
        if (hello.version() > Hello.SSL_3_0) {
            body.short16(extensions(hello, modern));
        }
        byte[] message = new Out().one(1).three(body.size()).all(body.octets()).octets();
        int recordVersion = hello.version() == Hello.SSL_3_0 ? Hello.SSL_3_0 : 0x0301;
        return Octets.of(new Out().one(22).two(recordVersion).short16(message).octets());
    }

    private byte[] extensions(Hello hello, boolean modern) {
        Out out = new Out();
        hello.serverName().ifPresent(name -> {
            byte[] octets = name.getBytes(StandardCharsets.US_ASCII);
            out.two(0)
                    .short16(new Out()
                            .short16(new Out().one(0).short16(octets).octets())
                            .octets());
        });
        if (!hello.groups().isEmpty()) {
            out.two(10).short16(new Out().short16(twos(hello.groups())).octets());
            out.two(11).short16(new byte[] {1, 0});
        }
        if (!hello.schemes().isEmpty() && hello.version() >= Hello.TLS_1_2) {
            out.two(13).short16(new Out().short16(twos(hello.schemes())).octets());
        }
        if (modern) {
            out.two(43).short16(new Out().short8(twos(List.of(Hello.TLS_1_3))).octets());
            out.two(45).short16(new byte[] {1, 1});
            out.two(51).short16(new Out().short16(shares(hello)).octets());
        } else {
            out.two(23).short16(new byte[0]);
            out.two(15).short16(new byte[] {1});
            out.two(0xFF01).short16(new byte[] {0});
        }
        return out.octets();
    }

    private byte[] shares(Hello hello) {
        Out out = new Out();
        if (hello.keys() && hello.groups().contains(Group.X25519.number())) {
            out.two(Group.X25519.number()).short16(random(RANDOM));
        }
        if (hello.keys() && hello.groups().contains(Group.SECP256R1.number())) {
            out.two(Group.SECP256R1.number()).short16(HexFormat.of().parseHex(P256_POINT));
        }
        return out.octets();
    }

    private byte[] random(int length) {
        byte[] octets = new byte[length];
        random.nextBytes(octets);
        return octets;
    }

    private static byte[] twos(List<Integer> numbers) {
        Out out = new Out();
        numbers.forEach(out::two);
        return out.octets();
    }

    /** Numbers and vectors as TLS writes them. */
    private static final class Out {
        private final ByteArrayOutputStream octets = new ByteArrayOutputStream();

        Out one(int value) {
            octets.write(value);
            return this;
        }

        Out two(int value) {
            return one(value >> 8).one(value);
        }

        Out three(int value) {
            return one(value >> 16).two(value);
        }

        Out all(byte[] more) {
            octets.writeBytes(more);
            return this;
        }

        Out short8(byte[] more) {
            return one(more.length).all(more);
        }

        Out short16(byte[] more) {
            return two(more.length).all(more);
        }

        int size() {
            return octets.size();
        }

        byte[] octets() {
            return octets.toByteArray();
        }
    }
}
