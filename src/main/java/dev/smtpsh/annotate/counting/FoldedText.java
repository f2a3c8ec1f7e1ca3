package dev.smtpsh.annotate.counting;

import dev.smtpsh.annotate.words.Letters;
import dev.smtpsh.annotate.words.Words;
import java.util.Arrays;

/**
 * The text of a listed reply as words and patterns are looked for in: the same that {@link Words#fold} makes of it. Used
 * again for each reply.
 */
final class FoldedText {
    private static final char BAD = 0;
    private static final int ASCII = 128;

    // What becomes of each octet of ASCII.
    private final char[] folded = new char[ASCII];
    private char[] characters = new char[256];
    private int length;

    FoldedText() {
        Arrays.fill(folded, BAD);
        folded['\t'] = ' ';
        for (char c = ' '; c <= '~'; c++) {
            folded[c] = Words.fold(c);
        }
    }

    /**
     * Takes a reply; false if there are control characters in it, tab excepted, broken UTF-8 or rare kinds of white space:
     * then it says nothing about the other methods.
     */
    boolean take(ListedReply reply) {
        length = 0;
        boolean space = true;
        for (int i = 0; i < reply.parts(); i++) {
            if (i > 0 && !space) {
                characters[length++] = ' ';
                space = true;
            }
            int room = length + reply.to(i) - reply.from(i) + 1;
            if (room > characters.length) {
                characters = Arrays.copyOf(characters, 2 * room);
            }
            int state = take(reply.octets(), reply.from(i), reply.to(i), space);
            if (state < 0) {
                return false;
            }
            space = state > 0;
        }
        length -= length > 0 && space ? 1 : 0;
        return true;
    }

    // Gives 1 after white space, 0 after anything else, -1 where it must give up.
    private int take(byte[] octets, int start, int end, boolean afterSpace) {
        char[] out = characters;
        int count = length;
        boolean space = afterSpace;
        for (int at = start; at < end; at++) {
            byte octet = octets[at];
            char c;
            if (octet >= 0) {
                c = folded[octet];
            } else {
                int point = Letters.at(octets, at, end);
                if (point < 0 || Character.isWhitespace(point)) {
                    return -1;
                }
                at += Letters.size(point) - 1;
                if (point > Character.MAX_VALUE) {
                    out[count++] = Character.highSurrogate(point);
                    c = Character.lowSurrogate(point);
                } else {
                    c = Words.white((char) point) ? ' ' : Words.fold((char) point);
                }
            }
            if (c == ' ') {
                if (!space) {
                    out[count++] = ' ';
                }
                space = true;
            } else {
                if (c == BAD || c == Character.MAX_VALUE) {
                    return -1;
                }
                out[count++] = c;
                space = false;
            }
        }
        length = count;
        return space ? 1 : 0;
    }

    /** Its characters, up to {@link #length}. */
    char[] characters() {
        return characters;
    }

    int length() {
        return length;
    }

    @Override
    public String toString() {
        return new String(characters, 0, length);
    }
}
