package dev.smtpsh.script.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.smtpsh.annotate.matching.ShippedRules;
import dev.smtpsh.practice.PracticeClock;
import dev.smtpsh.practice.PracticeServer;
import dev.smtpsh.practice.Setup;
import dev.smtpsh.practice.scenario.Scenario;
import dev.smtpsh.practice.scenario.ScenarioFile;
import dev.smtpsh.practice.scenario.ShippedScenarios;
import dev.smtpsh.script.program.Loader;
import dev.smtpsh.script.program.Program;
import dev.smtpsh.script.result.Check;
import dev.smtpsh.script.result.FileResult;
import dev.smtpsh.script.result.Step;
import dev.smtpsh.script.syntax.Problems;
import dev.smtpsh.script.talk.Disclosure;
import dev.smtpsh.script.talk.Reach;
import dev.smtpsh.session.Opener;
import dev.smtpsh.session.Opening;
import dev.smtpsh.session.SessionListener;
import dev.smtpsh.session.setting.Patience;
import dev.smtpsh.session.setting.SessionSettings;
import dev.smtpsh.smtp.Octets;
import dev.smtpsh.smtp.reply.ReplyLimits;
import dev.smtpsh.tls.certificate.Anchors;
import dev.smtpsh.tls.client.TlsChoice;
import dev.smtpsh.wire.DialOptions;
import dev.smtpsh.wire.LinkLimits;
import dev.smtpsh.wire.Tap;
import dev.smtpsh.wire.Target;
import dev.smtpsh.wire.TcpDialer;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Commands that are repeated until what is wanted comes, by a clock that is moved on instead of waited for. */
@Timeout(60)
class GreylistTest {
    private static final String ENVELOPE = "EHLO a.example\nMAIL FROM:<me@a.example>\nRCPT TO:<amy@practice.test>\n";

    @Test
    void a_recipient_is_tried_until_the_server_knows_the_sender() throws Exception {
        FileResult result = run(shipped("greylist"), "open x\n" + ENVELOPE + "250 or 451 4.7.1 within 10m every 1m\n");
        assertTrue(result.passed(), result.toString());
        assertEquals(6, last(result).tries());
        assertTrue(
                result.took().compareTo(Duration.ofMinutes(5)) >= 0,
                result.took().toString());
    }

    @Test
    void it_is_given_up_when_the_time_is_over() throws Exception {
        FileResult result = run(shipped("greylist"), "open x\n" + ENVELOPE + "250 or 45x within 2m every 29s\n");
        Check check = last(result).checks().get(0);
        assertEquals(Check.Status.FAILED, check.status());
        assertEquals(5, last(result).tries());
        assertTrue(check.said().endsWith(", at the last of 5 tries"), check.said());
    }

    @Test
    void a_reply_that_is_not_put_up_with_ends_it_at_once() throws Exception {
        FileResult result = run(
                shipped("nouser"),
                "open x\nEHLO a\nMAIL FROM:<>\nRCPT TO:<nobody@practice.test>\n" + "250 or 451 within 10m every 1m\n");
        assertEquals(1, last(result).tries());
    }

    @Test
    void after_a_close_greeting_tls_and_envelope_are_said_again() throws Exception {
        // The server hangs up at each recipient that it has not known for long enough.
        Scenario scenario = written("""
                name: hasty
                title: Hangs up
                about: Closes on senders it has not seen.
                host: mx.practice.test
                keywords: [STARTTLS, ENHANCEDSTATUSCODES]
                domains:
                  practice.test: [amy]
                turns:
                  - when: rcpt
                    new-for: 5m
                    reply: "421 4.3.2 Come back later"
                    faults: [close]
                """);
        FileResult result = run(
                scenario,
                "open x\nEHLO a.example\nSTARTTLS\nEHLO a.example\nMAIL FROM:<me@a.example>\n"
                        + "RCPT TO:<amy@practice.test>\n250 or 421 within 10m every 2m\n? tls version >= TLSv1.2\n");
        assertTrue(result.passed(), result.toString());
        assertEquals(4, last(result).tries());
    }

    @Test
    void a_server_that_closes_after_450_is_greeted_and_secured_again_each_time() throws Exception {
        Scenario scenario = written("""
                name: hasty
                title: Hangs up
                about: Puts off senders it has not seen, and closes.
                host: mx.practice.test
                keywords: [STARTTLS, ENHANCEDSTATUSCODES]
                domains:
                  practice.test: [amy, bob]
                turns:
                  - when: rcpt
                    new-for: 5m
                    reply: "450 4.2.0 Greylisted, come back later"
                    faults: [close]
                """);
        FileResult result = run(
                scenario,
                "open x\nEHLO a.example\nSTARTTLS\nEHLO a.example\nMAIL FROM:<me@a.example>\n"
                        + "RCPT TO:<amy@practice.test>\n250 or 450 4.2.x within 10m every 2m\n"
                        + "? tls version >= TLSv1.2\n? rcpt accepted == 1\nDATA\n354\n\"\"\"\nx\n\"\"\"\n250\n");
        assertTrue(result.passed(), result.toString());
        assertTrue(
                result.steps().stream().anyMatch(step -> step.words().startsWith("RCPT") && step.tries() == 4),
                result.toString());
    }

    private static Step last(FileResult result) {
        return result.steps().get(result.steps().size() - 1);
    }

    private static Scenario shipped(String name) {
        return ShippedScenarios.named(name).orElseThrow();
    }

    private static Scenario written(String yaml) {
        return ScenarioFile.read("hasty.yaml", yaml).scenario().orElseThrow();
    }

    private static FileResult run(Scenario scenario, String text) throws Exception {
        Problems problems = new Problems();
        Program program = new Loader(problems, Set.of(), name -> false).load("t.smtp", Octets.utf8(text), Path.of(""));
        assertEquals(List.of(), problems.kept());
        PracticeClock clock = PracticeClock.system();
        try (PracticeServer server =
                PracticeServer.start(scenario, Setup.ordinary().by(clock))) {
            Pace moved = new Pace() {
                @Override
                public Instant now() {
                    return clock.now();
                }

                @Override
                public void pause(Duration time) {
                    clock.later(time);
                }
            };
            Conditions conditions = new Conditions(
                    Map.of(), name -> Optional.empty(), Map.of(), Optional.empty(), false, Disclosure.NONE);
            return new Runner(new OneServer(server), moved, ShippedRules.whenAsked())
                    .run(program, conditions, Optional.empty(), Observer.NONE);
        }
    }

    private record OneServer(PracticeServer server) implements Reach {
        @Override
        public Opening open(String target, Optional<Duration> patience, SessionListener listener) {
            SessionSettings settings = new SessionSettings(
                    new Patience(Optional.of(Duration.ofSeconds(20))),
                    ReplyLimits.DEFAULT,
                    TlsChoice.DEFAULT,
                    Anchors.system(),
                    false);
            return new Opener(
                            new TcpDialer(DialOptions.DEFAULT, LinkLimits.DEFAULT),
                            settings,
                            Clock.systemUTC(),
                            listener)
                    .open(List.of(new Target("practice", server.address(), server.port())), Tap.NONE);
        }

        @Override
        public MxHosts mxHosts(String domain) {
            return new MxHosts(List.of("a", "b"), "");
        }
    }
}
