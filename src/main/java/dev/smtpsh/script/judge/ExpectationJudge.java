package dev.smtpsh.script.judge;

import dev.smtpsh.script.syntax.Expectation;
import dev.smtpsh.script.syntax.Expectation.Alternative;
import dev.smtpsh.script.syntax.Expectation.TextPattern;
import dev.smtpsh.session.Failure;
import dev.smtpsh.session.Failure.Kind;
import dev.smtpsh.session.Outcome;
import dev.smtpsh.smtp.reply.Reply;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Judges what came of a command by what was expected. */
public final class ExpectationJudge {
    private final Function<String, String> variables;

    /** @param variables gives the value of each variable there is */
    public ExpectationJudge(Function<String, String> variables) {
        this.variables = variables;
    }

    /** Whether any of the alternatives came. */
    public Judgement judge(Expectation expectation, Outcome outcome) {
        for (Alternative alternative : expectation.alternatives()) {
            Judgement judgement = judge(alternative, outcome);
            if (judgement.held()) {
                return judgement;
            }
        }
        return Judgement.of(false, said(outcome));
    }

    /**
     * Whether what came is put up with while the command is repeated. Where only the goal is named, everything is, as long
     * as nobody stops it.
     */
    public boolean toleratedYet(Expectation expectation, Outcome outcome) {
        List<Alternative> others =
                expectation.alternatives().subList(1, expectation.alternatives().size());
        boolean stopped =
                outcome instanceof Outcome.Failed failed && failed.failure().kind() == Kind.STOPPED;
        return !stopped
                && (others.isEmpty()
                        || others.stream()
                                .anyMatch(other -> judge(other, outcome).held()));
    }

    /** Whether one alternative came. */
    public Judgement judge(Alternative alternative, Outcome outcome) {
        if (outcome instanceof Outcome.Failed failed) {
            return Judgement.of(fits(alternative, failed.failure()), said(outcome));
        }
        Reply reply = ((Outcome.Answered) outcome).exchange().reply();
        boolean code = alternative.reply()
                && reply.code().map(Object::toString).filter(alternative::fits).isPresent();
        if (!code || !alternative.fitsStatus(reply.status().map(Object::toString))) {
            return Judgement.of(false, said(outcome));
        }
        Optional<List<String>> groups = found(alternative.text(), reply);
        return groups.map(Judgement::holds).orElseGet(() -> Judgement.of(false, said(outcome)));
    }

    /** What the server said or did, a sentence without full stop. */
    public static String said(Outcome outcome) {
        return outcome instanceof Outcome.Failed failed
                ? failed.failure().what()
                : "the server said "
                        + said(((Outcome.Answered) outcome).exchange().reply());
    }

    private static String said(Reply reply) {
        return reply.lines().isEmpty()
                ? "nothing"
                : reply.lines()
                        .get(reply.lines().size() - 1)
                        .received()
                        .withoutLineEnd()
                        .text();
    }

    private static boolean fits(Alternative alternative, Failure failure) {
        boolean silent = failure.kind() == Kind.TIMEOUT;
        return alternative.closed() && failure.kind() == Kind.CLOSED
                || alternative.timeout() && silent
                || alternative.nothing() && silent && failure.seen().isEmpty();
    }

    // Empty: not found. An empty list: nothing was to be found.
    private Optional<List<String>> found(Optional<TextPattern> wanted, Reply reply) {
        if (wanted.isEmpty()) {
            return Optional.of(List.of());
        }
        TextPattern pattern = wanted.get();
        if (pattern.expression()) {
            return Patterns.read(pattern.text(), pattern.anyCase(), variables).find(reply.text());
        }
        boolean contained = reply.text().contains(pattern.text().fill(variables));
        return contained ? Optional.of(List.of()) : Optional.empty();
    }
}
