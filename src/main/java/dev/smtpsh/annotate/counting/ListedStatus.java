package dev.smtpsh.annotate.counting;

import dev.smtpsh.annotate.words.Letters;

/** An enhanced status code in octets, as a number: {@code 5.1.12} is 5001012. */
final class ListedStatus {
    private ListedStatus() {}

    /** Reads the one that begins at a place; 0 if there is none, or one that is malformed. */
    static int read(byte[] octets, int begin, int end) {
        int at = begin;
        int number = 0;
        for (int part = 0; part < 3; part++) {
            int digits = 0;
            int value = 0;
            while (at < end && digit(octets[at])) {
                value = value * 10 + octets[at++] - '0';
                digits++;
            }
            boolean known = part > 0 ? digits <= 3 : value == 2 || value == 4 || value == 5;
            if (digits == 0 || digits > 3 || !known || part == 0 && digits > 1) {
                return 0;
            }
            number = number * 1000 + value;
            if (part < 2 && (at == end || octets[at++] != '.')) {
                return 0;
            }
        }
        // "5.7.1." at the end of a sentence is still 5.7.1.
        at += at < end && octets[at] == '.' ? 1 : 0;
        return at < end && (octets[at] == '.' || letterOrDigit(octets, at, end)) ? 0 : number;
    }

    private static boolean letterOrDigit(byte[] octets, int at, int end) {
        byte b = octets[at];
        if (b < 0) {
            int point = Letters.at(octets, at, end);
            return point > 0 && point <= Character.MAX_VALUE && Character.isLetterOrDigit(point);
        }
        return digit(b) || b >= 'A' && b <= 'Z' || b >= 'a' && b <= 'z';
    }

    private static boolean digit(byte b) {
        return b >= '0' && b <= '9';
    }
}
