package dev.smtpsh.render.anatomy;

import dev.smtpsh.render.Safe;
import dev.smtpsh.render.Words;
import dev.smtpsh.smtp.Octets;
import dev.smtpsh.smtp.reply.Reply;
import java.util.Base64;

/** What a server asks during a login (RFC 4954 4: the text of a 334 is base64). */
public final class Challenge {
    // No mechanism has challenges for people that are longer.
    private static final int LONGEST = 200;

    private Challenge() {}

    /** The question in words. */
    public static String words(Reply reply) {
        String text = reply.text().trim();
        if (text.isEmpty()) {
            return "It waits for your answer, without a question.";
        }
        try {
            Octets decoded = Octets.of(Base64.getDecoder().decode(text));
            return "It asks: \"" + Words.bounded(Safe.visible(decoded), LONGEST) + "\"";
        } catch (IllegalArgumentException e) {
            return "The challenge is not base64, as RFC 4954 4 wants it.";
        }
    }
}
