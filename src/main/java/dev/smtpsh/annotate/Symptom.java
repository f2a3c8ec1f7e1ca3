package dev.smtpsh.annotate;

import dev.smtpsh.annotate.circumstance.Circumstances;
import dev.smtpsh.smtp.reply.EnhancedStatus;
import dev.smtpsh.smtp.reply.Reply;
import dev.smtpsh.smtp.state.Stage;
import java.util.Optional;

/** Something that wants explaining. Log lines and bounces join later. */
public sealed interface Symptom {
    /**
     * A reply, with what is known of the moment it came in.
     *
     * @param stage empty for a reply out of a file
     * @param around what is known to be true of the conversation
     * @param provider the provider, if known by other means than the text
     * @param software the mail software, if known by other means than the text
     */
    record ReplySymptom(
            Reply reply,
            Optional<Stage> stage,
            Circumstances around,
            Optional<String> provider,
            Optional<String> software)
            implements Symptom {
        /** A reply of which nothing else is known. */
        public static ReplySymptom of(Reply reply) {
            return at(Optional.empty(), reply);
        }

        /** A reply of which only the moment is known, or not even that. */
        public static ReplySymptom at(Optional<Stage> stage, Reply reply) {
            return new ReplySymptom(reply, stage, Circumstances.NONE, Optional.empty(), Optional.empty());
        }
    }

    /**
     * Words of a refusal without the reply code, as people copy them out of a bounce or a log. Nothing is known of the
     * moment, and conditions about what is not known count as met.
     *
     * @param status the enhanced status code, if one was copied along
     * @param text empty if the enhanced status code is all there is
     */
    record TextSymptom(Optional<EnhancedStatus> status, String text) implements Symptom {}
}
