package dev.smtpsh.annotate.words;

/** Characters beyond ASCII where they stand, in UTF-8 (RFC 3629). */
public final class Letters {
    /** No character begins here, or the whole of it is not there, or no program may write it so. */
    public static final int BROKEN = -1;

    private static final int FIRST_OF_TWO = 0xc2;
    private static final int FIRST_OF_THREE = 0xe0;
    private static final int FIRST_OF_FOUR = 0xf0;
    private static final int LAST_OF_FOUR = 0xf4;
    private static final int LEAST_OF_THREE = 0x800;
    private static final int LEAST_OF_FOUR = 0x10000;

    private Letters() {}

    /** The code point that begins at a place with an octet beyond ASCII, or {@link #BROKEN}. */
    public static int at(byte[] octets, int at, int end) {
        int first = octets[at] & 0xff;
        int size = first < FIRST_OF_TWO
                ? 0
                : first < FIRST_OF_THREE ? 2 : first < FIRST_OF_FOUR ? 3 : first <= LAST_OF_FOUR ? 4 : 0;
        if (size == 0 || at + size > end) {
            return BROKEN;
        }
        int point = first & 0xff >> size + 1;
        for (int i = at + 1; i < at + size; i++) {
            if ((octets[i] & 0xc0) != 0x80) {
                return BROKEN;
            }
            point = point << 6 | octets[i] & 0x3f;
        }
        boolean allowed = size(point) == size
                && point <= Character.MAX_CODE_POINT
                && !(point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE);
        return allowed ? point : BROKEN;
    }

    /** How many octets a code point beyond ASCII takes. */
    public static int size(int point) {
        return point < LEAST_OF_THREE ? 2 : point < LEAST_OF_FOUR ? 3 : 4;
    }
}
