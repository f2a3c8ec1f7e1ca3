package dev.smtpsh.annotate.knowledge;

import java.util.Optional;

/**
 * Reply codes as rule files write them: three digits, {@code x} for any.
 *
 * @param key the pattern as a number, which is also its key in the index of a {@link RuleBook}: base 11, 10 for any
 */
public record CodePattern(int key) {
    static final int BASE = 11;
    static final int ANY = 10;

    public static Optional<CodePattern> read(String text) {
        if (text.length() != 3) {
            return Optional.empty();
        }
        int key = 0;
        for (int i = 0; i < 3; i++) {
            char c = text.charAt(i);
            boolean any = c == 'x' || c == 'X';
            if (!any && (c < '0' || c > '9')) {
                return Optional.empty();
            }
            key = key * BASE + (any ? ANY : c - '0');
        }
        return Optional.of(new CodePattern(key));
    }

    /** The pattern that fits one code alone; each bit set in {@code any} turns a digit into {@code x}. */
    static int keyOf(int code, int any) {
        int first = (any & 4) != 0 ? ANY : code / 100;
        int second = (any & 2) != 0 ? ANY : code / 10 % 10;
        int third = (any & 1) != 0 ? ANY : code % 10;
        return (first * BASE + second) * BASE + third;
    }

    public boolean fits(int code) {
        return fits(first(), code / 100) && fits(key / BASE % BASE, code / 10 % 10) && fits(key % BASE, code % 10);
    }

    /** How many of the digits are named: 3 for one code, 1 for a class. */
    public int precision() {
        return named(first()) + named(key / BASE % BASE) + named(key % BASE);
    }

    /** The first digit, or empty if it may be any. */
    public Optional<Integer> severity() {
        return first() == ANY ? Optional.empty() : Optional.of(first());
    }

    private int first() {
        return key / BASE / BASE;
    }

    private static boolean fits(int wanted, int digit) {
        return wanted == ANY || wanted == digit;
    }

    private static int named(int digit) {
        return digit == ANY ? 0 : 1;
    }
}
