package dev.smtpsh.script.run;

import dev.smtpsh.script.result.FileResult;
import dev.smtpsh.script.result.Step;
import dev.smtpsh.script.syntax.Expectation;
import dev.smtpsh.script.syntax.Expectation.Alternative;
import dev.smtpsh.script.syntax.Line;
import dev.smtpsh.script.syntax.Script;
import dev.smtpsh.script.syntax.Span;
import dev.smtpsh.script.syntax.Statement;
import dev.smtpsh.session.Failure;
import dev.smtpsh.smtp.reply.Reply;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Writes what came into a script, in place of what it expects. */
public final class Recorder {
    private final Map<Integer, Expectation> came = new HashMap<>();

    private Recorder(Script script, FileResult result) {
        for (Step step : result.steps()) {
            boolean here = step.place().file().equals(script.file());
            if (here && !step.checks().isEmpty()) {
                expectation(step)
                        .ifPresent(expectation -> came.put(step.place().span().line(), expectation));
            }
        }
    }

    /** The script with what came in its last run; of a loop what came the last time. */
    public static Script record(Script script, FileResult result) {
        return new Script(script.file(), new Recorder(script, result).lines(script.lines()));
    }

    private List<Line> lines(List<Line> lines) {
        List<Line> recorded = new ArrayList<>();
        boolean taken = false;
        for (Line line : lines) {
            Statement statement = line.statement();
            Optional<Expectation> seen =
                    Optional.ofNullable(came.get(line.span().line()));
            if (statement instanceof Statement.Expect) {
                if (!taken) {
                    recorded.add(seen.map(expectation -> expecting(line, expectation))
                            .orElse(line));
                }
                taken = false;
            } else {
                recorded.add(whole(line, statement));
                boolean blank = statement instanceof Statement.Blank || statement instanceof Statement.Aside;
                boolean judging = statement instanceof Statement.Check || statement instanceof Statement.Let;
                if (!blank && !judging) {
                    taken = seen.isPresent() && !(statement instanceof Statement.Loop);
                    seen.filter(expectation -> !(statement instanceof Statement.Loop))
                            .ifPresent(expectation -> recorded.add(expecting(line, expectation)));
                }
            }
        }
        return recorded;
    }

    private Line whole(Line line, Statement statement) {
        if (statement instanceof Statement.Loop loop) {
            return with(line, new Statement.Loop(loop.name(), loop.values(), lines(loop.body()), loop.endComment()));
        }
        return statement instanceof Statement.Attempt attempt
                ? with(line, new Statement.Attempt(lines(attempt.body()), attempt.endComment()))
                : line;
    }

    private static Line with(Line line, Statement statement) {
        return new Line(line.span(), line.session(), line.soft(), statement, line.comment());
    }

    private static Line expecting(Line line, Expectation expectation) {
        boolean before = line.statement() instanceof Statement.Expect;
        return new Line(
                line.span(),
                before ? line.session() : Optional.empty(),
                false,
                new Statement.Expect(expectation),
                before ? line.comment() : Optional.empty());
    }

    private static Optional<Expectation> expectation(Step step) {
        Optional<Failure> failure = step.checks().get(0).failure();
        if (failure.isPresent()) {
            return switch (failure.get().kind()) {
                case CLOSED -> Optional.of(Expectation.of("closed"));
                case TIMEOUT -> Optional.of(Expectation.of("timeout"));
                default -> Optional.empty();
            };
        }
        return step.exchange().map(exchange -> expectation(exchange.reply()));
    }

    private static Expectation expectation(Reply reply) {
        Alternative alternative = new Alternative(
                new Span(1, 1, 1),
                reply.code().map(Object::toString).orElse("any"),
                reply.status().map(Object::toString),
                Optional.empty());
        return new Expectation(List.of(alternative), Optional.empty(), Optional.empty());
    }
}
