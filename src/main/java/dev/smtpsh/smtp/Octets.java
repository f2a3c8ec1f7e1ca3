package dev.smtpsh.smtp;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/** An immutable sequence of octets as it stood, or will stand, on the wire. */
public final class Octets {
    public static final Octets EMPTY = new Octets(new byte[0]);
    public static final Octets CRLF = latin1("\r\n");

    private final byte[] bytes;

    private Octets(byte[] bytes) {
        this.bytes = bytes;
    }

    public static Octets of(byte[] bytes) {
        return new Octets(bytes.clone());
    }

    /** The octets {@code from} (inclusive) to {@code to} (exclusive) of an array. */
    public static Octets of(byte[] bytes, int from, int to) {
        return new Octets(Arrays.copyOfRange(bytes, from, to));
    }

    public static Octets utf8(String text) {
        return new Octets(text.getBytes(StandardCharsets.UTF_8));
    }

    /** One octet for each character; characters above U+00FF become {@code ?}. */
    public static Octets latin1(String text) {
        return new Octets(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    public int length() {
        return bytes.length;
    }

    public boolean isEmpty() {
        return bytes.length == 0;
    }

    /** The octet at an index, 0 to 255. */
    public int at(int index) {
        return bytes[index] & 0xff;
    }

    public Octets slice(int from, int to) {
        return from == 0 && to == bytes.length ? this : of(bytes, from, to);
    }

    public Octets slice(int from) {
        return slice(from, bytes.length);
    }

    public Octets plus(Octets more) {
        ByteArrayOutputStream joined = new ByteArrayOutputStream(bytes.length + more.bytes.length);
        joined.writeBytes(bytes);
        joined.writeBytes(more.bytes);
        return new Octets(joined.toByteArray());
    }

    /** The index of the first occurrence of an octet, or -1. */
    public int indexOf(int octet) {
        for (int i = 0; i < bytes.length; i++) {
            if ((bytes[i] & 0xff) == octet) {
                return i;
            }
        }
        return -1;
    }

    /** Without one trailing CRLF or LF, if there is one. */
    public Octets withoutLineEnd() {
        int end = bytes.length;
        if (end > 0 && bytes[end - 1] == '\n') {
            end--;
            if (end > 0 && bytes[end - 1] == '\r') {
                end--;
            }
        }
        return slice(0, end);
    }

    /** Each octet as one character: loses nothing, and finds ASCII syntax at the same index. */
    public String latin1() {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    /** The text if the octets are well-formed UTF-8. */
    public Optional<String> utf8() {
        try {
            return Optional.of(StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes))
                    .toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }

    /** The text by UTF-8 where well-formed, otherwise by ISO 8859-1: good for reading words, never for sending. */
    public String text() {
        return utf8().orElseGet(this::latin1);
    }

    public byte[] toByteArray() {
        return bytes.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Octets && Arrays.equals(bytes, ((Octets) other).bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    /** For test failures and debuggers only: not safe to print at a terminal that is not ours. */
    @Override
    public String toString() {
        return latin1();
    }
}
