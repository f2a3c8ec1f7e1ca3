package dev.smtpsh.annotate.quoted;

import dev.smtpsh.smtp.state.Stage;
import java.util.Optional;

/** The moment at which a quoted reply came in, in the words of Postfix (behind it), Exim, qmail and sendmail (before it). */
final class Moment {
    record Sign(String words, Stage stage) {}

    static final Sign[] BEHIND = {
        new Sign("(in reply to RCPT TO command", Stage.RCPT),
        new Sign("(in reply to MAIL FROM command", Stage.MAIL),
        new Sign("(in reply to end of DATA command", Stage.MESSAGE),
        new Sign("(in reply to DATA command", Stage.DATA),
        new Sign("(in reply to EHLO command", Stage.HELLO),
        new Sign("(in reply to HELO command", Stage.HELLO),
        new Sign("(in reply to STARTTLS command", Stage.STARTTLS)
    };

    private static final Sign[] BEFORE = {
        new Sign("refused to talk to me:", Stage.GREETING),
        new Sign("after initial connection", Stage.GREETING),
        new Sign("after end of data", Stage.MESSAGE),
        new Sign("after pipelined end of data", Stage.MESSAGE),
        new Sign("after RCPT TO:<", Stage.RCPT),
        new Sign("after pipelined RCPT TO:<", Stage.RCPT),
        new Sign("after MAIL FROM:<", Stage.MAIL),
        new Sign("after pipelined MAIL FROM:<", Stage.MAIL),
        new Sign("does not like recipient.", Stage.RCPT),
        new Sign("failed after I sent the message.", Stage.MESSAGE),
        new Sign(">>> RCPT To:<", Stage.RCPT),
        new Sign(">>> MAIL From:<", Stage.MAIL)
    };

    private Moment() {}

    static Optional<Stage> around(String words, int start) {
        for (Sign sign : BEHIND) {
            if (words.indexOf(sign.words(), start) >= 0) {
                return Optional.of(sign.stage());
            }
        }
        for (Sign sign : BEFORE) {
            int at = words.indexOf(sign.words());
            if (at >= 0 && at < start) {
                return Optional.of(sign.stage());
            }
        }
        return Optional.empty();
    }
}
