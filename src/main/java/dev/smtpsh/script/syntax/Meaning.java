package dev.smtpsh.script.syntax;

import java.util.List;

/** Takes the places out of statements, so that two scripts can be compared by what they say. */
final class Meaning {
    private static final Span NOWHERE = new Span(1, 1, 1);

    private Meaning() {}

    static Statement of(Statement statement) {
        if (statement instanceof Statement.Loop loop) {
            return new Statement.Loop(loop.name(), loop.values(), of(loop.body()), loop.endComment());
        }
        if (statement instanceof Statement.Attempt attempt) {
            return new Statement.Attempt(of(attempt.body()), attempt.endComment());
        }
        if (statement instanceof Statement.Expect expect) {
            Expectation expected = expect.expectation();
            return new Statement.Expect(new Expectation(
                    expected.alternatives().stream()
                            .map(alternative -> new Expectation.Alternative(
                                    NOWHERE, alternative.event(), alternative.status(), alternative.text()))
                            .toList(),
                    expected.within(),
                    expected.every()));
        }
        if (statement instanceof Statement.Check check) {
            Predicate predicate = check.predicate();
            return new Statement.Check(new Predicate(
                    predicate.negated(), asked(predicate.subject()), predicate.operator(), predicate.values()));
        }
        if (statement instanceof Statement.Let let && let.what() instanceof Statement.Captured.Fact fact) {
            return new Statement.Let(let.name(), new Statement.Captured.Fact(asked(fact.subject())));
        }
        return statement;
    }

    private static Subject.Asked asked(Subject.Asked asked) {
        return new Subject.Asked(asked.subject(), asked.arguments(), NOWHERE);
    }

    private static List<Line> of(List<Line> lines) {
        return lines.stream().map(Line::somewhere).toList();
    }
}
