package dev.smtpsh.render.anatomy;

import dev.smtpsh.render.Safe;
import dev.smtpsh.render.Words;
import dev.smtpsh.sasl.ChallengeReading;
import dev.smtpsh.smtp.Octets;
import dev.smtpsh.smtp.reply.Reply;
import java.util.Base64;
import java.util.Optional;

/** What a server asks during a login (RFC 4954 4: the text of a 334 is base64). */
public final class Challenge {
    // No mechanism has challenges for people that are longer.
    private static final int LONGEST = 200;

    private Challenge() {}

    /** The question in words; of what a mechanism needs without a person, what it is for. */
    public static String words(Reply reply, String mechanism) {
        String text = reply.text().trim();
        if (text.isEmpty()) {
            return "It waits for your answer, without a question.";
        }
        try {
            Octets decoded = Octets.of(Base64.getDecoder().decode(text));
            Optional<String> meaning = ChallengeReading.of(mechanism, decoded.toByteArray());
            return meaning.isPresent()
                    ? meaning.get()
                    : "It asks: \"" + Words.bounded(Safe.visible(decoded), LONGEST) + "\"";
        } catch (IllegalArgumentException e) {
            return "The challenge is not base64, as RFC 4954 4 wants it.";
        }
    }
}
