package dev.smtpsh.annotate.quoted;

import dev.smtpsh.smtp.state.Stage;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/** What programs write behind a reply, found in octets: the same that a {@link QuotedReply} finds in text. */
public final class Trailer {
    static final String[] WORDS = {" (in reply to ", " (delivery attempts: ", " (state "};

    private static final byte[][] BEGINNINGS = new byte[WORDS.length][];
    private static final byte[][] SIGNS = new byte[Moment.BEHIND.length][];

    static {
        for (int i = 0; i < WORDS.length; i++) {
            BEGINNINGS[i] = WORDS[i].getBytes(StandardCharsets.US_ASCII);
        }
        for (int i = 0; i < SIGNS.length; i++) {
            SIGNS[i] = Moment.BEHIND[i].words().getBytes(StandardCharsets.US_ASCII);
        }
    }

    private Trailer() {}

    /** Whether a trailer may begin at an opening bracket. */
    public static boolean begins(byte[] octets, int at, int end) {
        byte next = at + 1 < end ? octets[at + 1] : 0;
        if (next != 'i' && next != 'd' && next != 's') {
            return false;
        }
        for (byte[] words : BEGINNINGS) {
            int length = words.length - 1;
            if (end - at >= length && Arrays.equals(octets, at, at + length, words, 1, words.length)) {
                return true;
            }
        }
        return false;
    }

    /**
     * Where a reply ends if it is cut before its trailers.
     *
     * @param text where its text may begin
     */
    public static int cut(byte[] octets, int text, int end) {
        int cut = end;
        for (byte[] words : BEGINNINGS) {
            int at = cut - words.length;
            while (at >= text && !Arrays.equals(octets, at, at + words.length, words, 0, words.length)) {
                at--;
            }
            cut = at >= text ? at : cut;
        }
        return cut;
    }

    /** The moment that a trailer names, between two places. */
    public static Optional<Stage> moment(byte[] octets, int start, int end) {
        for (int i = 0; i < SIGNS.length; i++) {
            byte[] words = SIGNS[i];
            for (int at = start; at <= end - words.length; at++) {
                if (octets[at] == '(' && Arrays.equals(octets, at, at + words.length, words, 0, words.length)) {
                    return Optional.of(Moment.BEHIND[i].stage());
                }
            }
        }
        return Optional.empty();
    }
}
