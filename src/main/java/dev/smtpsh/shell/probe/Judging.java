package dev.smtpsh.shell.probe;

import dev.smtpsh.annotate.Annotation;
import dev.smtpsh.render.transcript.Event;
import dev.smtpsh.script.judge.ExpectationJudge;
import dev.smtpsh.script.judge.Judgement;
import dev.smtpsh.script.judge.Moment;
import dev.smtpsh.script.judge.PredicateJudge;
import dev.smtpsh.script.reading.ScriptReader;
import dev.smtpsh.script.result.Check;
import dev.smtpsh.script.result.Place;
import dev.smtpsh.script.syntax.Expectation;
import dev.smtpsh.script.syntax.Line;
import dev.smtpsh.script.syntax.Printer;
import dev.smtpsh.script.syntax.Problems;
import dev.smtpsh.script.syntax.Statement;
import dev.smtpsh.script.syntax.Statement.Captured;
import dev.smtpsh.session.Exchange;
import dev.smtpsh.session.Failure;
import dev.smtpsh.session.Outcome;
import dev.smtpsh.session.Session;
import dev.smtpsh.shell.means.ExitCode;
import dev.smtpsh.shell.talk.Conversation;
import dev.smtpsh.shell.talk.Desk;
import dev.smtpsh.smtp.reply.Reply;
import dev.smtpsh.smtp.state.SessionState;
import dev.smtpsh.smtp.state.Stage;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Judges what came last, by lines as a script has them. */
final class Judging {
    private static final String PROMPT = "prompt";

    private final Desk desk;
    private final Kept kept;
    private final ExpectationJudge expectations;
    private final PredicateJudge predicates;
    private List<String> groups = List.of();

    Judging(Desk desk, Kept kept) {
        this.desk = desk;
        this.kept = kept;
        this.expectations = new ExpectationJudge(kept);
        this.predicates = new PredicateJudge(kept);
    }

    void take(String text) {
        if (manyLines(text)) {
            desk.complain(
                    "blocks, messages and included files need a script",
                    "The prompt takes one line at a time",
                    "Write it to a file, and: smtpsh run FILE. After DATA, ~r FILE inserts a message.");
            return;
        }
        Problems problems = new Problems();
        Optional<Line> line = ScriptReader.line(text, problems);
        if (line.isEmpty()) {
            problems.kept().stream().limit(1).forEach(desk.face()::misread);
            desk.score().count(ExitCode.USAGE);
            return;
        }
        try {
            judge(line.get(), text);
        } catch (Kept.NoValue e) {
            desk.complain("`" + e.getMessage() + "` has no value", "Nothing was kept under it", "let NAME = ... does.");
        }
    }

    private static boolean manyLines(String text) {
        return text.matches("(?is)(for|try|end|include)(\\s.*)?|\"\"\".*|<<<.*");
    }

    private void judge(Line line, String text) {
        Optional<Conversation> current = desk.current();
        Statement statement = line.statement();
        if (statement instanceof Statement.Let let && let.what() instanceof Captured.Literal literal) {
            keep(let.name(), Optional.of(literal.text().fill(kept)), "");
        } else if (current.isEmpty() || current.get().came().current().isEmpty()) {
            desk.complain(
                    "there is no reply to judge",
                    "Nothing was said yet",
                    "A command comes first. raw TEXT sends any text, digits too.");
        } else if (statement instanceof Statement.Expect expect) {
            expect(line, text, expect.expectation(), current.get());
        } else if (statement instanceof Statement.Check check) {
            Judgement judgement = predicates.judge(check.predicate(), moment(current.get()));
            tell(line, text, judgement, current.get());
        } else if (statement instanceof Statement.Let let) {
            keep(let, current.get());
        }
    }

    // As in a script: the first expectation after a command is held against its reply, the next one against the next.
    // Where
    // no more can come, the last one is judged again.
    private void expect(Line line, String text, Expectation expectation, Conversation conversation) {
        Outcome last = conversation.came().current().orElseThrow();
        Optional<Outcome> fresh = conversation.came().next();
        boolean more =
                fresh.isEmpty() && conversation.session().isPresent() && (expectation.event() || due(conversation));
        boolean repeats = expectation.repeats() && !more;
        Outcome outcome = fresh.orElse(last);
        if (more) {
            outcome = conversation.await(expectation.patience(), failure -> held(expectation, failure));
        } else if (repeats) {
            outcome = new Repeating(desk, conversation, expectations).until(expectation, outcome);
        }
        if (more || repeats) {
            conversation.came().next();
        }
        Judgement judgement = repeats
                ? expectations.judge(expectation.alternatives().get(0), outcome)
                : expectations.judge(expectation, outcome);
        tell(line, text, judgement, conversation);
    }

    private static boolean due(Conversation conversation) {
        return conversation
                .session()
                .filter(open -> open.due() > 0 || open.holdsSomething())
                .isPresent();
    }

    private boolean held(Expectation expectation, Failure failure) {
        return expectations.judge(expectation, new Outcome.Failed(failure)).held();
    }

    private void tell(Line line, String text, Judgement judgement, Conversation conversation) {
        groups = judgement.groups().isEmpty() ? groups : judgement.groups();
        Optional<Exchange> exchange = answered(conversation);
        Check check = new Check(
                new Place(PROMPT, line.span(), text),
                Printer.print(line.statement()),
                judgement.held() ? Check.Status.HELD : Check.Status.FAILED,
                line.soft(),
                judgement.said(),
                Optional.empty());
        List<Annotation> annotations = exchange.map(conversation::annotations).orElse(List.of());
        desk.face().judged(check, exchange, annotations);
        if (!check.held() && !check.soft()) {
            desk.score().count(ExitCode.REFUSED);
        }
    }

    private void keep(Statement.Let let, Conversation conversation) {
        if (let.what() instanceof Captured.Match match) {
            boolean there = match.group() < groups.size();
            keep(
                    let.name(),
                    there ? Optional.of(groups.get(match.group())) : Optional.empty(),
                    groups.isEmpty() ? "no expression has matched before" : "the expression has no such group");
        } else {
            keep(
                    let.name(),
                    predicates.value(((Captured.Fact) let.what()).subject(), moment(conversation)),
                    "there is no such thing to keep");
        }
    }

    private void keep(String name, Optional<String> value, String why) {
        if (value.isEmpty()) {
            desk.complain(
                    "nothing was kept under " + name, why, "250 /(\\S+)$/ finds a text, let x = match 1 keeps it.");
            return;
        }
        kept.keep(name, value.get());
        desk.face().note("{{" + name + "}} is " + (value.get().isEmpty() ? "empty" : value.get()));
    }

    private static Optional<Exchange> answered(Conversation conversation) {
        return conversation.came().current().orElseThrow() instanceof Outcome.Answered answered
                ? Optional.of(answered.exchange())
                : Optional.empty();
    }

    private static Moment moment(Conversation conversation) {
        Optional<Exchange> exchange = answered(conversation);
        return new Moment(
                exchange,
                greeting(conversation),
                conversation
                        .session()
                        .map(Session::state)
                        .orElseGet(() -> SessionState.connected(false).closed()),
                conversation.session().flatMap(Session::tls),
                exchange.map(conversation::annotations).orElse(List.of()),
                Instant.now());
    }

    // Of the connection there is now.
    private static Optional<Reply> greeting(Conversation conversation) {
        return conversation.transcript().events().stream()
                .filter(Event.Said.class::isInstance)
                .map(event -> ((Event.Said) event).exchange())
                .filter(exchange -> exchange.stage() == Stage.GREETING)
                .map(Exchange::reply)
                .reduce((first, later) -> later);
    }
}
