package dev.smtpsh.annotate;

import dev.smtpsh.smtp.command.Command;
import dev.smtpsh.smtp.reply.Reply;
import dev.smtpsh.smtp.state.SessionState;
import dev.smtpsh.smtp.state.Stage;
import java.util.Optional;

/** Something that wants explaining. Log lines and bounces join later. */
public sealed interface Symptom {
    /**
     * A reply, with what is known of the moment it came in.
     *
     * @param stage empty for a reply out of a file
     * @param command what it answers
     * @param before the state in which that was sent
     * @param provider the provider, if known by other means than the text
     * @param software the mail software, if known by other means than the text
     */
    record ReplySymptom(
            Reply reply,
            Optional<Stage> stage,
            Optional<Command> command,
            Optional<SessionState> before,
            Optional<String> provider,
            Optional<String> software)
            implements Symptom {
        /** A reply of which nothing else is known. */
        public static ReplySymptom of(Reply reply) {
            return new ReplySymptom(
                    reply, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
        }
    }
}
