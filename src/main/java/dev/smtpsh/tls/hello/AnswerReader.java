package dev.smtpsh.tls.hello;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Reads a server's first flight, record by record, until everything has come that can be read. */
public final class AnswerReader {
    /** {@code tls-scan-flight}: octets of messages read from one server; an honest flight has some 8 KiB. */
    private static final int MOST = 256 * 1024;

    private static final int NAMED_CURVE = 3;

    // RFC 8446 4.1.3: this value of random says that it is a HelloRetryRequest.
    private static final byte[] RETRY =
            HexFormat.of().parseHex("cf21ad74e59a6111be1d8c021e65b891c2a211167abb8c5e079e09e2c8a8339c");

    private final ByteArrayOutputStream messages = new ByteArrayOutputStream();
    private final List<byte[]> certificates = new ArrayList<>();
    private final List<Integer> extensions = new ArrayList<>();
    private HelloAnswer.Kind kind = HelloAnswer.Kind.NOTHING;
    private int version;
    private int read;
    private int groupBits;
    private boolean compressed;
    private boolean done;
    private OptionalInt suite = OptionalInt.empty();
    private OptionalInt group = OptionalInt.empty();
    private OptionalInt scheme = OptionalInt.empty();
    private Optional<Integer> alert = Optional.empty();

    /** Whether nothing more is to be learnt. */
    public boolean done() {
        return done;
    }

    /**
     * Takes one record.
     *
     * @param type its first octet
     * @param fragment what follows the five octets of its head
     */
    public void record(int type, byte[] fragment) {
        if (type == 21) {
            alert = fragment.length >= 2 ? Optional.of(fragment[1] & 0xff) : Optional.of(0);
            // A warning such as unrecognized_name stands before the ServerHello and ends nothing.
            if (fragment.length < 1 || fragment[0] != 1) {
                kind = kind == HelloAnswer.Kind.NOTHING ? HelloAnswer.Kind.ALERT : kind;
                done = true;
            }
        } else if (type == 22 && messages.size() + fragment.length <= MOST) {
            messages.writeBytes(fragment);
            readMessages();
        } else {
            notTls(type != 22 && kind == HelloAnswer.Kind.NOTHING);
        }
    }

    /** What came is no record at all. */
    public void notTls() {
        notTls(true);
    }

    /** What is known by now. */
    public HelloAnswer answer() {
        return new HelloAnswer(
                kind, version, suite, group, groupBits, scheme, compressed, extensions, certificates, alert);
    }

    private void notTls(boolean other) {
        kind = other ? HelloAnswer.Kind.OTHER : kind;
        done = true;
    }

    private void readMessages() {
        byte[] all = messages.toByteArray();
        while (!done && all.length - read >= 4) {
            int length = (all[read + 1] & 0xff) << 16 | (all[read + 2] & 0xff) << 8 | all[read + 3] & 0xff;
            if (length > MOST) {
                done = true;
            }
            if (all.length - read - 4 < length) {
                return;
            }
            try {
                message(all[read] & 0xff, ByteBuffer.wrap(all, read + 4, length).slice());
            } catch (BufferUnderflowException | IllegalArgumentException e) {
                done = true;
            }
            read += 4 + length;
        }
    }

    private void message(int type, ByteBuffer in) {
        switch (type) {
            case 2 -> serverHello(in);
            case 11 -> certificates(in);
            case 12 -> keyExchange(in);
            case 14 -> done = true;
            default -> {}
        }
    }

    private void serverHello(ByteBuffer in) {
        version = two(in);
        byte[] random = take(in, 32);
        take(in, in.get() & 0xff);
        suite = OptionalInt.of(two(in));
        compressed = in.get() != 0;
        kind = Arrays.equals(random, RETRY) ? HelloAnswer.Kind.RETRY : HelloAnswer.Kind.HELLO;
        if (in.remaining() >= 2) {
            in.getShort();
        }
        while (in.remaining() >= 4) {
            int number = two(in);
            ByteBuffer value = ByteBuffer.wrap(take(in, two(in)));
            extensions.add(number);
            if (number == 43 && value.remaining() >= 2) {
                version = two(value);
            } else if (number == 51 && value.remaining() >= 2) {
                group = OptionalInt.of(two(value));
            }
        }
        done = version >= Hello.TLS_1_3 || kind == HelloAnswer.Kind.RETRY;
    }

    private void certificates(ByteBuffer in) {
        take(in, 3);
        while (in.remaining() >= 3 && certificates.size() < 100) {
            int length = (in.get() & 0xff) << 16 | two(in);
            certificates.add(take(in, length));
        }
    }

    // RFC 8422 5.4 and RFC 5246 7.4.3. What the message is depends on the suite; a curve begins with 3, a prime with
    // its
    // length, which never begins so for a prime that anybody uses.
    private void keyExchange(ByteBuffer in) {
        done = true;
        if (in.get(in.position()) == NAMED_CURVE) {
            in.get();
            group = OptionalInt.of(two(in));
            take(in, in.get() & 0xff);
        } else {
            byte[] prime = take(in, two(in));
            groupBits = new BigInteger(1, prime).bitLength();
            take(in, two(in));
            take(in, two(in));
        }
        if (version == Hello.TLS_1_2 && in.remaining() >= 2) {
            scheme = OptionalInt.of(two(in));
        }
    }

    private static int two(ByteBuffer in) {
        return in.getShort() & 0xffff;
    }

    private static byte[] take(ByteBuffer in, int length) {
        if (length > in.remaining()) {
            throw new BufferUnderflowException();
        }
        byte[] taken = new byte[length];
        in.get(taken);
        return taken;
    }
}
