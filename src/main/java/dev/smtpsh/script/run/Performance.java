package dev.smtpsh.script.run;

import dev.smtpsh.annotate.Annotator;
import dev.smtpsh.script.judge.ExpectationJudge;
import dev.smtpsh.script.judge.Judgement;
import dev.smtpsh.script.judge.PredicateJudge;
import dev.smtpsh.script.program.Node;
import dev.smtpsh.script.program.Program;
import dev.smtpsh.script.result.Check;
import dev.smtpsh.script.result.Check.Status;
import dev.smtpsh.script.result.FileResult;
import dev.smtpsh.script.syntax.Expectation;
import dev.smtpsh.script.syntax.Printer;
import dev.smtpsh.script.syntax.ScriptWord;
import dev.smtpsh.script.syntax.Statement;
import dev.smtpsh.script.talk.Act;
import dev.smtpsh.script.talk.Reach;
import dev.smtpsh.script.talk.Voice;
import dev.smtpsh.session.Exchange;
import dev.smtpsh.session.Failure;
import dev.smtpsh.session.Outcome;
import dev.smtpsh.session.Session;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** One run of a program, from its first line to its last or to the first failure. */
final class Performance {
    private static final int STOP = -1;

    private final Program program;
    private final Conditions conditions;
    private final Reach reach;
    private final Pace pace;
    private final Supplier<Annotator> annotator;
    private final Observer observer;
    private final Ledger ledger;
    private final Variables variables;
    private final ExpectationJudge expectations;
    private final PredicateJudge predicates;
    private final Map<String, Voice> voices = new LinkedHashMap<>();
    private Voice voice;
    private List<String> groups = List.of();
    private Optional<String> stopped = Optional.empty();
    private Node at;

    Performance(
            Program program,
            Conditions conditions,
            Reach reach,
            Pace pace,
            Supplier<Annotator> annotator,
            Observer observer,
            Ledger ledger) {
        this.program = program;
        this.conditions = conditions;
        this.reach = reach;
        this.pace = pace;
        this.annotator = annotator;
        this.observer = observer;
        this.ledger = ledger;
        this.variables = new Variables(program, conditions);
        this.expectations = new ExpectationJudge(variables);
        this.predicates = new PredicateJudge(variables);
        this.voice = voice(program.session());
    }

    /** Plays it; gives why not all of it was, if so. */
    Optional<String> play() {
        try {
            block(program.nodes());
        } catch (InterruptedException e) {
            // Only pauses end so, and what is done after them has not been told yet.
            String words = Printer.print(at.line().statement());
            ledger.did(at.place(), voice.name(), words, ledger.elapsed());
            interrupted(at, words);
        } finally {
            voices.values().forEach(Voice::quit);
        }
        return stopped;
    }

    private Voice voice(String name) {
        return voices.computeIfAbsent(
                name,
                wanted -> new Voice(
                        wanted,
                        reach,
                        conditions.timeout().or(program::timeout),
                        annotator,
                        exchange -> onTheWay("(a reply nobody waited for)", exchange)));
    }

    private boolean block(List<Node> nodes) throws InterruptedException {
        int next = 0;
        while (next >= 0 && next < nodes.size()) {
            next = one(nodes, next);
        }
        return next != STOP;
    }

    // Gives the index of the line to go on with.
    private int one(List<Node> nodes, int index) throws InterruptedException {
        at = nodes.get(index);
        Node node = at;
        Statement statement = node.line().statement();
        boolean goesOn = true;
        try {
            if (statement instanceof Statement.Setting || statement instanceof Statement.Aside) {
                return index + 1;
            } else if (statement instanceof Statement.Include) {
                goesOn = block(node.inside());
            } else if (statement instanceof Statement.Loop loop) {
                goesOn = loop(node, loop);
            } else if (statement instanceof Statement.Attempt) {
                goesOn = block(node.inside()) || stopped.isEmpty();
            } else if (statement instanceof Statement.Check check) {
                goesOn = predicate(node, check);
            } else if (statement instanceof Statement.Let let) {
                goesOn = keep(node, let);
            } else if (statement instanceof Statement.Expect expect) {
                goesOn = next(node, expect.expectation());
            } else {
                return act(nodes, index);
            }
        } catch (Variables.NoValue | UncheckedIOException e) {
            goesOn = judged(node, Status.ERROR, String.valueOf(e.getMessage()), Optional.empty());
        }
        return goesOn ? index + 1 : STOP;
    }

    private boolean loop(Node node, Statement.Loop loop) throws InterruptedException {
        Rounds rounds = Rounds.of(node, loop, variables, reach);
        if (rounds.settings().isEmpty() && !rounds.why().isEmpty()) {
            return judged(node, Status.ERROR, rounds.why(), Optional.empty());
        }
        for (Runnable setting : rounds.settings()) {
            setting.run();
            if (!block(node.inside())) {
                return false;
            }
        }
        return true;
    }

    private int act(List<Node> nodes, int index) throws InterruptedException {
        Node node = nodes.get(index);
        // A message belongs to whoever said DATA.
        String main = Chunks.body(node) ? voice.name() : program.session();
        voice = voice(node.line().session().orElse(main));
        Optional<Node> chunk = Chunks.after(nodes, index);
        int next = index + (chunk.isPresent() ? 2 : 1);
        Optional<Act> act =
                node.line().statement() instanceof Statement.Deed deed && deed.word() == ScriptWord.RECONNECT
                        ? Optional.of(acts().reconnect(voice))
                        : waitsForTime(node) ? Optional.empty() : acts().of(node, voice, chunk);
        String words =
                act.map(Act::words).orElseGet(() -> Printer.print(node.line().statement()));
        if (conditions.noDeliver() && act.filter(Act::delivers).isPresent()) {
            stopped = Optional.of("nothing is delivered, as --no-deliver says");
            return STOP;
        }
        if (!observer.before(node.place(), ledger.clean(words))) {
            stopped = Optional.of("stopped by hand");
            return STOP;
        }
        if (act.isEmpty()) {
            return deed(node, words) ? next : STOP;
        }
        Optional<Node> expected = Chunks.expected(nodes, next, voice.name());
        boolean goesOn = made(node, act.get(), expected);
        return goesOn ? next + (expected.isPresent() ? 1 : 0) : STOP;
    }

    private Acts acts() {
        return new Acts(variables, conditions.disclosure(), exchange -> onTheWay("auth", exchange));
    }

    private static boolean waitsForTime(Node node) {
        return node.line().statement() instanceof Statement.Wait wait
                && wait.time().isPresent();
    }

    private boolean deed(Node node, String words) throws InterruptedException {
        Statement statement = node.line().statement();
        Duration since = ledger.elapsed();
        if (statement instanceof Statement.Wait wait) {
            pace.pause(wait.time().orElseThrow());
        } else if (statement instanceof Statement.Later later && !voice.later(later.by())) {
            String why = "only the clock of a practice server can be moved on";
            return judged(node, Status.ERROR, why, Optional.empty());
        } else if (statement instanceof Statement.Deed deed) {
            switch (deed.word()) {
                case DROP -> voice.leave(Session::drop);
                case RESET -> voice.leave(Session::reset);
                case HALF_CLOSE -> voice.leave(Session::halfClose);
                default -> voice.quit();
            }
        }
        String said =
                statement instanceof Statement.Note note ? "note " + note.text().fill(variables) : words;
        ledger.did(node.place(), voice.name(), said, since);
        return true;
    }

    private boolean made(Node node, Act act, Optional<Node> expected) throws InterruptedException {
        Duration since = ledger.elapsed();
        Optional<Expectation> expectation = expected.map(
                        line -> ((Statement.Expect) line.line().statement()).expectation())
                .or(act::usual);
        if (expectation.isEmpty()) {
            act.begin();
            ledger.did(node.place(), voice.name(), act.words(), since);
            return true;
        }
        Attempts.Made made = new Attempts(pace, expectations).make(act, expectation.get(), voice);
        step(node, act.words(), since, made);
        return judged(expected.orElse(node), expectation.get(), made);
    }

    private boolean next(Node node, Expectation expectation) throws InterruptedException {
        voice = node.line().session().map(this::voice).orElse(voice);
        Duration since = ledger.elapsed();
        Attempts.Made made = new Attempts(pace, expectations).await(expectation, voice);
        step(node, "(the next reply)", since, made);
        return judged(node, expectation, made);
    }

    private void step(Node node, String words, Duration since, Attempts.Made made) {
        Optional<Exchange> exchange = made.outcome() instanceof Outcome.Answered answered
                ? Optional.of(answered.exchange())
                : Optional.empty();
        ledger.step(node.place(), voice.name(), words, since, made.tries(), exchange, voice.annotations());
    }

    private void onTheWay(String words, Exchange exchange) {
        ledger.step(
                at.place(), voice.name(), words, ledger.elapsed(), 1, Optional.of(exchange), voice.meaning(exchange));
    }

    private boolean judged(Node node, Expectation expectation, Attempts.Made made) {
        Judgement judgement = made.judgement();
        groups = judgement.groups().isEmpty() ? groups : judgement.groups();
        Optional<Failure> failure =
                made.outcome() instanceof Outcome.Failed failed ? Optional.of(failed.failure()) : Optional.empty();
        if (failure.filter(why -> why.kind() == Failure.Kind.STOPPED).isPresent()) {
            interrupted(node, Printer.print(new Statement.Expect(expectation)));
            return false;
        }
        Status status = judgement.held()
                ? Status.HELD
                : failure.isPresent() && !expectation.event() ? Status.ERROR : Status.FAILED;
        return judged(node, Printer.print(new Statement.Expect(expectation)), status, judgement.said(), failure);
    }

    private void interrupted(Node node, String expected) {
        ledger.check(new Check(node.place(), expected, Status.ERROR, false, FileResult.INTERRUPTED, Optional.empty()));
        stopped = Optional.of(FileResult.INTERRUPTED);
    }

    private boolean predicate(Node node, Statement.Check check) {
        voice = node.line().session().map(this::voice).orElse(voice);
        Judgement judgement = predicates.judge(check.predicate(), voice.moment(pace.now()));
        groups = judgement.groups().isEmpty() ? groups : judgement.groups();
        return judged(node, judgement.held() ? Status.HELD : Status.FAILED, judgement.said(), Optional.empty());
    }

    private boolean keep(Node node, Statement.Let let) {
        Optional<String> value;
        String why = "there is no such thing to keep";
        if (let.what() instanceof Statement.Captured.Match match) {
            boolean there = match.group() < groups.size();
            value = there ? Optional.of(groups.get(match.group())) : Optional.empty();
            why = groups.isEmpty() ? "no expression has matched before" : "the expression has no such group";
        } else if (let.what() instanceof Statement.Captured.Literal literal) {
            value = Optional.of(literal.text().fill(variables));
        } else {
            value = predicates.value(((Statement.Captured.Fact) let.what()).subject(), voice.moment(pace.now()));
        }
        value.ifPresent(text -> variables.keep(let.name(), text));
        return value.isPresent() || judged(node, Status.FAILED, why, Optional.empty());
    }

    private boolean judged(Node node, Status status, String said, Optional<Failure> failure) {
        return judged(node, Printer.print(node.line().statement()), status, said, failure);
    }

    private boolean judged(Node node, String expected, Status status, String said, Optional<Failure> failure) {
        boolean soft = node.line().soft();
        ledger.check(new Check(node.place(), expected, status, soft, status == Status.HELD ? "" : said, failure));
        return status == Status.HELD || soft || program.goesOn();
    }
}
