package dev.smtpsh.render;

import dev.smtpsh.smtp.Octets;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Octets as {@link Safe} shows them, told from the same characters written out: where text reads like one of its forms
 * ({@code \xE9}, {@code ^[}, {@code <U+202E>}), a backslash is put before it, and backslashes that stand before a form
 * are doubled. Nothing else changes, so {@code C:\temp} stays what it was.
 */
final class Quoting {
    private static final int MOST_CODE_POINT_DIGITS = 6;

    // A code point each, or an octet that is not UTF-8 as -1 - octet.
    private final int[] units;
    private final boolean ascii;
    private final StringBuilder out;

    private Quoting(int[] units, boolean ascii) {
        this.units = units;
        this.ascii = ascii;
        this.out = new StringBuilder(units.length + 16);
    }

    static String visible(Octets octets, boolean ascii) {
        return plain(octets) ? octets.latin1() : new Quoting(units(octets), ascii).quote();
    }

    private static boolean plain(Octets octets) {
        for (int i = 0; i < octets.length(); i++) {
            int octet = octets.at(i);
            if (octet < ' ' || octet > '~' || octet == '\\' || octet == '^' || octet == '<') {
                return false;
            }
        }
        return true;
    }

    private String quote() {
        int at = 0;
        while (at < units.length) {
            if (units[at] == '\\') {
                at = backslashes(at);
                continue;
            }
            if (units[at] < 0) {
                Safe.octet(-1 - units[at], out);
            } else if (Safe.shownAsItIs(units[at], ascii)) {
                out.append(writtenOut(at) ? "\\" : "").appendCodePoint(units[at]);
            } else {
                Safe.name(units[at], out);
            }
            at++;
        }
        return out.toString();
    }

    private int backslashes(int from) {
        int end = from;
        while (end < units.length && units[end] == '\\') {
            end++;
        }
        boolean before = end < units.length
                && (units[end] < 0 || !Safe.shownAsItIs(units[end], ascii) || writtenOut(end) || number(end));
        out.append("\\".repeat((end - from) * (before ? 2 : 1)));
        return end;
    }

    /** Whether the characters {@code ^[} or {@code <U+202E>} stand here. */
    private boolean writtenOut(int at) {
        if (is(at, '^')) {
            return is(at + 1, '[');
        }
        if (!is(at, '<') || !is(at + 1, 'U') || !is(at + 2, '+')) {
            return false;
        }
        int end = at + 3;
        while (end < at + 3 + MOST_CODE_POINT_DIGITS && hex(end)) {
            end++;
        }
        return end > at + 3 && is(end, '>');
    }

    /** Whether x and two digits stand here. */
    private boolean number(int at) {
        return is(at, 'x') && hex(at + 1) && hex(at + 2);
    }

    private boolean is(int at, char wanted) {
        return at < units.length && units[at] == wanted;
    }

    private boolean hex(int at) {
        return at < units.length && units[at] > 0 && units[at] < 0x7f && Character.digit(units[at], 16) >= 0;
    }

    private static int[] units(Octets octets) {
        CharsetDecoder decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        ByteBuffer in = ByteBuffer.wrap(octets.toByteArray());
        CharBuffer chars = CharBuffer.allocate(in.remaining() + 1);
        int[] units = new int[in.remaining()];
        int count = 0;
        while (true) {
            CoderResult result = decoder.decode(in, chars, true);
            for (int codePoint : chars.flip().codePoints().toArray()) {
                units[count++] = codePoint;
            }
            chars.clear();
            if (!result.isError()) {
                return Arrays.copyOf(units, count);
            }
            for (int i = 0; i < result.length(); i++) {
                units[count++] = -1 - (in.get() & 0xff);
            }
        }
    }
}
