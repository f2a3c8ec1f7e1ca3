package dev.smtpsh.sasl;

import java.nio.CharBuffer;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.Optional;

/**
 * SASLprep, so that the same name typed in different ways is the same name (RFC 4013). Normalization and directions are
 * those of this Java's Unicode, where the RFC has Unicode 3.2; characters that are younger are let through.
 *
 * <p>An ASCII password is copied from array to array; any other passes through a text that cannot be wiped.
 */
final class SaslPrep {
    // Ranges of RFC 3454, each a first and a last code point.
    private static final int[] SPACES = {
        0xA0, 0xA0, 0x1680, 0x1680, 0x2000, 0x200B, 0x202F, 0x202F, 0x205F, 0x205F, 0x3000, 0x3000
    };
    private static final int[] NOTHING = {
        0xAD, 0xAD, 0x34F, 0x34F, 0x1806, 0x1806, 0x180B, 0x180D, 0x200B, 0x200D, 0x2060, 0x2060, 0xFE00, 0xFE0F,
        0xFEFF, 0xFEFF
    };
    private static final int[] PROHIBITED = {
        0x0, 0x1F, 0x7F, 0x9F, 0x340, 0x341, 0x6DD, 0x6DD, 0x70F, 0x70F, 0x180E, 0x180E, 0x200C, 0x200F, 0x2028, 0x202E,
        0x2060, 0x2063, 0x206A, 0x206F, 0x2FF0, 0x2FFB, 0xD800, 0xF8FF, 0xFDD0, 0xFDEF, 0xFEFF, 0xFEFF, 0xFFF9, 0xFFFD,
        0x1D173, 0x1D17A, 0xE0001, 0xE0001, 0xE0020, 0xE007F, 0xF0000, 0xFFFFD, 0x100000, 0x10FFFD
    };

    private SaslPrep() {}

    /** The text prepared; empty if it holds what is prohibited (2.3) or mixes directions (2.4). */
    static Optional<char[]> prepare(char[] text) {
        boolean ascii = true;
        for (char c : text) {
            ascii &= c >= ' ' && c < 0x7F;
        }
        if (ascii) {
            return Optional.of(text.clone());
        }
        String mapped = mapped(text);
        String normal = Normalizer.normalize(mapped, Normalizer.Form.NFKC);
        return normal.codePoints().anyMatch(SaslPrep::prohibited) || mixed(normal)
                ? Optional.empty()
                : Optional.of(normal.toCharArray());
    }

    // RFC 4013 2.1.
    private static String mapped(char[] text) {
        StringBuilder mapped = new StringBuilder(text.length);
        CharBuffer.wrap(text).codePoints().forEach(c -> {
            if (within(SPACES, c)) {
                mapped.append(' ');
            } else if (!within(NOTHING, c)) {
                mapped.appendCodePoint(c);
            }
        });
        return mapped.toString();
    }

    private static boolean prohibited(int c) {
        return within(PROHIBITED, c) || within(SPACES, c) || (c & 0xFFFE) == 0xFFFE;
    }

    // RFC 3454 6: what runs from right to left begins and ends so, and has nothing else among it.
    private static boolean mixed(String text) {
        int[] points = text.codePoints().toArray();
        boolean rightToLeft = Arrays.stream(points).anyMatch(SaslPrep::rightToLeft);
        if (!rightToLeft) {
            return false;
        }
        boolean leftToRight = Arrays.stream(points)
                .anyMatch(c -> Character.getDirectionality(c) == Character.DIRECTIONALITY_LEFT_TO_RIGHT);
        return leftToRight || !rightToLeft(points[0]) || !rightToLeft(points[points.length - 1]);
    }

    private static boolean rightToLeft(int c) {
        byte direction = Character.getDirectionality(c);
        return direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT
                || direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC;
    }

    private static boolean within(int[] ranges, int c) {
        for (int i = 0; i < ranges.length; i += 2) {
            if (c >= ranges[i] && c <= ranges[i + 1]) {
                return true;
            }
        }
        return false;
    }
}
