package dev.smtpsh.cli.script;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.smtpsh.script.judge.ExpectationJudge;
import dev.smtpsh.script.judge.Moment;
import dev.smtpsh.script.judge.PredicateJudge;
import dev.smtpsh.script.reading.ScriptReader;
import dev.smtpsh.script.syntax.Line;
import dev.smtpsh.script.syntax.Problems;
import dev.smtpsh.script.syntax.ScriptWord;
import dev.smtpsh.script.syntax.Statement;
import dev.smtpsh.session.Exchange;
import dev.smtpsh.session.Outcome;
import dev.smtpsh.shell.language.Word;
import dev.smtpsh.smtp.Octets;
import dev.smtpsh.smtp.command.Command;
import dev.smtpsh.smtp.command.Verb;
import dev.smtpsh.smtp.reply.Reply;
import dev.smtpsh.smtp.state.SessionState;
import dev.smtpsh.smtp.state.Stage;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A line of the shell can stand in a file, and the other way round. */
class OneLanguageTest {
    @Test
    void every_word_of_the_shell_is_known_in_a_file() {
        for (Word word : Word.values()) {
            assertTrue(ScriptWord.typed(word.label()).isPresent(), word.label() + " has no role in a script");
        }
    }

    @Test
    void no_word_hides_a_verb_but_those_of_the_shell() {
        for (Verb verb : Verb.values()) {
            assertEquals(
                    Word.typed(verb.name()).isPresent(),
                    ScriptWord.typed(verb.name()).isPresent(),
                    verb.name());
        }
    }

    @Test
    void what_is_expected_can_be_judged_of_one_exchange() {
        SessionState state = SessionState.connected(false);
        Exchange exchange = new Exchange(
                1,
                Stage.HELLO,
                Optional.of(new Command.Line(Octets.latin1("EHLO a.example"))),
                Reply.of("250-mx.example.net\r\n250 STARTTLS"),
                Instant.EPOCH,
                Duration.ofMillis(5),
                state,
                state.after(
                        new Command.Line(Octets.latin1("EHLO a.example")),
                        Reply.of("250-mx.example.net\r\n250 STARTTLS")),
                Optional.empty(),
                Optional.empty());
        Moment moment = new Moment(
                Optional.of(exchange), Optional.empty(), exchange.after(), Optional.empty(), List.of(), Instant.EPOCH);
        PredicateJudge predicates = new PredicateJudge(name -> "");
        assertTrue(predicates
                .judge(((Statement.Check) typed("? has STARTTLS")).predicate(), moment)
                .held());
        assertFalse(predicates
                .judge(((Statement.Check) typed("? tls trusted")).predicate(), moment)
                .held());
        ExpectationJudge expectations = new ExpectationJudge(name -> "");
        Outcome outcome = new Outcome.Answered(exchange);
        assertTrue(expectations
                .judge(((Statement.Expect) typed("250")).expectation(), outcome)
                .held());
        assertEquals(
                "the server said 250 STARTTLS",
                expectations
                        .judge(((Statement.Expect) typed("expect 550 or closed")).expectation(), outcome)
                        .said());
    }

    private static Statement typed(String text) {
        Problems problems = new Problems();
        Optional<Line> line = ScriptReader.line(text, problems);
        assertEquals(List.of(), problems.kept());
        return line.orElseThrow().statement();
    }
}
