package dev.smtpsh.shell.face;

import dev.smtpsh.annotate.Annotation;
import dev.smtpsh.annotate.Explanation;
import dev.smtpsh.domain.MxPlan;
import dev.smtpsh.domain.ReverseReport;
import dev.smtpsh.render.Drawing;
import dev.smtpsh.render.StyledText;
import dev.smtpsh.render.transcript.Transcript;
import dev.smtpsh.scan.ScanReport;
import dev.smtpsh.script.result.Check;
import dev.smtpsh.script.syntax.Problem;
import dev.smtpsh.session.Exchange;
import dev.smtpsh.session.Failure;
import dev.smtpsh.smtp.Octets;
import dev.smtpsh.smtp.command.Command;
import dev.smtpsh.smtp.state.SessionState;
import dev.smtpsh.tls.HandshakeReport;
import dev.smtpsh.wire.Target;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;

/** Shows what the shell has to say: to a reader, or to a program. */
public interface Face {
    /**
     * From now on it is this conversation that speaks.
     *
     * @param several whether there are others beside it
     */
    void speaking(int conversation, String name, boolean several);

    /** It is this conversation again, after a line for another one. */
    default void returned(int conversation) {}

    /** A connection stands. */
    void connected(Target target, Duration took);

    /** A command was answered, or the greeting came. {@code sameAs} names the exchange where the same rule spoke last. */
    void exchange(Exchange exchange, List<Annotation> annotations, OptionalInt sameAs);

    /** One line of several that were pasted is being taken: the operator does not see which. */
    void typed(Octets line);

    /** A line went out that the operator has not typed; what came of it follows. */
    void spoken(Command command);

    /** A reply came late, or unasked. */
    void unexpected(Exchange exchange, List<Annotation> annotations);

    /** Something came to nothing. */
    void failed(Failure failure);

    /** All about the TLS of this connection. */
    void tls(HandshakeReport report);

    /** The certificates of the server as they were sent, DER, its own first. */
    void certificates(List<Octets> chain);

    /** What the server offered, as the state has it. */
    void capabilities(SessionState state);

    /** What a scan of a server's TLS found. */
    void scanned(ScanReport report);

    /** An answer to {@code explain}. */
    void explained(Explanation explanation);

    /** The long story of one reply. */
    void why(Exchange exchange, List<Annotation> annotations);

    /** All replies of a conversation. */
    void replies(Transcript transcript);

    /** How long each step of a conversation took. */
    void timeline(Transcript transcript);

    /** Several conversations side by side. */
    void compared(List<Transcript> transcripts);

    /** Where the mail of a domain goes. */
    void mx(MxPlan plan);

    /** The names of an address. */
    void reverse(ReverseReport report);

    /** Things and what they are, two texts each. */
    void listed(List<String[]> rows);

    /** A remark of ours. */
    void note(String words);

    /** Shows a picture that is not about a reply, such as the goal of a lesson; for readers, not for programs. */
    default void drawn(Function<Drawing, StyledText> picture) {}

    /** Whether replies are explained from now on; a lesson may want the learner to find out. */
    default void explaining(boolean on) {}

    /** Changes how much is explained; false if there is no such level. */
    boolean verbosity(String level);

    /** Something was expected; {@code exchange} is what it was held against, if a reply came. */
    default void judged(Check check, Optional<Exchange> exchange, List<Annotation> annotations) {
        note(check.expected() + (check.held() ? " holds" : "; " + check.said()));
    }

    /** A line of a script has a mistake. */
    default void misread(Problem problem) {
        complaint(problem.words(), "In column " + problem.span().column() + " of the line", problem.mend());
    }

    /** What the operator typed cannot be done: what, why, and how to mend it. */
    void complaint(String what, String why, String mend);
}
