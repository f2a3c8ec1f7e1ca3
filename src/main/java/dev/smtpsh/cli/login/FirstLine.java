package dev.smtpsh.cli.login;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Reads a secret: one line of UTF-8, without its line end, into characters that can be wiped. */
final class FirstLine {
    /** Octets of a secret at most (limit {@code secret}): a password has some, a token some thousand. */
    static final int LONGEST = 64 * 1024;

    private FirstLine() {}

    /**
     * Reads up to the first LF or to the end, and not an octet further.
     *
     * @throws IOException when the input cannot be read, is longer than {@link #LONGEST} or no UTF-8
     */
    static char[] of(InputStream in) throws IOException {
        byte[] octets = new byte[LONGEST];
        try {
            int length = 0;
            for (int octet = in.read(); octet >= 0 && octet != '\n'; octet = in.read()) {
                if (length == LONGEST) {
                    throw new IOException("its first line is longer than " + LONGEST + " octets");
                }
                octets[length++] = (byte) octet;
            }
            boolean cr = length > 0 && octets[length - 1] == '\r';
            return characters(ByteBuffer.wrap(octets, 0, cr ? length - 1 : length));
        } finally {
            Arrays.fill(octets, (byte) 0);
        }
    }

    private static char[] characters(ByteBuffer octets) throws IOException {
        try {
            CharBuffer decoded = StandardCharsets.UTF_8.newDecoder().decode(octets);
            char[] characters = new char[decoded.remaining()];
            decoded.get(characters);
            Arrays.fill(decoded.array(), '\0');
            return characters;
        } catch (CharacterCodingException e) {
            throw new IOException("its first line is not UTF-8", e);
        }
    }
}
