package dev.smtpsh.smtp.state;

import dev.smtpsh.smtp.reply.Reply;
import java.util.ArrayList;
import java.util.List;

/** How many replies a message gets once it has been sent. */
public enum Verdicts {
    /** One for all recipients (RFC 5321 4.1.1.4). */
    ONE,
    /** One for each recipient that was accepted, in their order: LMTP (RFC 2033 4.2). */
    EACH,
    /** One for all, or 353, then one for each recipient and one for all: MAIL asked for PRDR (draft-hall-prdr-00, Exim). */
    PERHAPS_EACH;

    /** What stands for all recipients together. */
    public static final String ALL = "";

    private static final int EACH_FOLLOWS = 353;

    /**
     * Whom the first reply after a message is for.
     *
     * @param recipients the forward-paths that were accepted
     */
    public String first(List<String> recipients) {
        return this == EACH && !recipients.isEmpty() ? recipients.get(0) : ALL;
    }

    /** Whom the replies behind the first are for, in order; none where the first ends the conversation. */
    public List<String> further(List<String> recipients, Reply first) {
        if (this == EACH && recipients.size() > 1 && !first.is(421)) {
            return recipients.subList(1, recipients.size());
        }
        if (this != PERHAPS_EACH || !first.is(EACH_FOLLOWS)) {
            return List.of();
        }
        List<String> all = new ArrayList<>(recipients);
        all.add(ALL);
        return all;
    }
}
