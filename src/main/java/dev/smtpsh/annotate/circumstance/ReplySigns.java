package dev.smtpsh.annotate.circumstance;

import dev.smtpsh.smtp.reply.EnhancedStatus;
import dev.smtpsh.smtp.reply.Reply;
import java.util.EnumMap;
import java.util.Map;

/** What a reply shows by itself. */
final class ReplySigns {
    private static final int MOVED = 251;
    private static final int MOVED_AND_REFUSED = 551;

    private ReplySigns() {}

    static Map<Circumstance, String> of(Reply reply) {
        boolean differs = statusDiffers(reply);
        boolean path = (reply.is(MOVED) || reply.is(MOVED_AND_REFUSED)) && namesPath(reply.text());
        // A log of a million lines has few of either.
        if (!differs && !path) {
            return Map.of();
        }
        Map<Circumstance, String> signs = new EnumMap<>(Circumstance.class);
        if (differs) {
            signs.put(Circumstance.STATUS_DIFFERS, contradiction(reply));
        }
        if (path) {
            signs.put(Circumstance.PATH_GIVEN, Circumstance.PATH_GIVEN.words());
        }
        return signs;
    }

    // RFC 2034 4: the class of the status must be the first digit of the code.
    private static boolean statusDiffers(Reply reply) {
        return reply.code().isPresent()
                && reply.status().isPresent()
                && reply.code().get().defined()
                && !reply.intermediate()
                && reply.code().get().severity() != reply.status().get().statusClass();
    }

    private static String contradiction(Reply reply) {
        EnhancedStatus status = reply.status().get();
        return "The reply code " + reply.code().get() + " says "
                + words(reply.code().get().severity()) + ", the status " + status + " says "
                + words(status.statusClass()) + "; mail servers go by the code.";
    }

    private static String words(int severity) {
        return switch (severity) {
            case 2 -> "yes";
            case 4 -> "not now";
            default -> "no";
        };
    }

    // RFC 5321 4.2.2: "User not local; will forward to <forward-path>".
    private static boolean namesPath(String text) {
        int open = text.lastIndexOf('<');
        int at = text.indexOf('@', open + 1);
        int close = text.indexOf('>', open + 1);
        return open >= 0 && at > open + 1 && close > at + 1;
    }
}
