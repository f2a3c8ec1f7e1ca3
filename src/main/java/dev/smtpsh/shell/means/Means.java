package dev.smtpsh.shell.means;

import dev.smtpsh.annotate.Annotator;
import dev.smtpsh.shell.ask.Questions;
import dev.smtpsh.shell.connect.Connector;
import dev.smtpsh.shell.face.Face;
import dev.smtpsh.shell.login.Logins;
import dev.smtpsh.shell.login.Trouble;
import java.util.function.Supplier;

/**
 * What every conversation of a desk works with.
 *
 * @param annotator not asked for before the first reply
 */
public record Means(
        Connector connector,
        Supplier<Annotator> annotator,
        Face face,
        Questions questions,
        Logins logins,
        Choices choices,
        Identity identity,
        Recollection recollection,
        Score score) {
    /** How careful to be, now. */
    public Manner manner() {
        return choices.manner();
    }

    /** A login did not come about. */
    public void complain(Trouble trouble) {
        face.complaint(trouble.what(), trouble.why(), trouble.mend());
        score.count(ExitCode.of(trouble));
    }

    /** What the operator wants cannot be done: what, why, and how to mend it. */
    public void complain(String what, String why, String mend) {
        face.complaint(what, why, mend);
        score.count(ExitCode.USAGE);
    }
}
