package dev.smtpsh.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.smtpsh.annotate.Annotation;
import dev.smtpsh.annotate.Explanation;
import dev.smtpsh.annotate.matching.ShippedRules;
import dev.smtpsh.dns.Family;
import dev.smtpsh.dns.query.NameService;
import dev.smtpsh.domain.MxPlan;
import dev.smtpsh.domain.ReverseReport;
import dev.smtpsh.peers.ScriptedPeer;
import dev.smtpsh.render.transcript.Transcript;
import dev.smtpsh.scan.ScanReport;
import dev.smtpsh.session.Exchange;
import dev.smtpsh.session.Failure;
import dev.smtpsh.session.setting.Patience;
import dev.smtpsh.session.setting.SessionSettings;
import dev.smtpsh.shell.ask.Questions;
import dev.smtpsh.shell.connect.NetConnector;
import dev.smtpsh.shell.connect.TargetSpec;
import dev.smtpsh.shell.face.Face;
import dev.smtpsh.shell.login.Keyring;
import dev.smtpsh.shell.login.Logins;
import dev.smtpsh.shell.means.Choices;
import dev.smtpsh.shell.means.ExitCode;
import dev.smtpsh.shell.means.Identity;
import dev.smtpsh.shell.means.Manner;
import dev.smtpsh.shell.means.Status;
import dev.smtpsh.shell.teach.Syllabus;
import dev.smtpsh.smtp.Octets;
import dev.smtpsh.smtp.command.Command;
import dev.smtpsh.smtp.reply.ReplyLimits;
import dev.smtpsh.smtp.state.SessionState;
import dev.smtpsh.tls.HandshakeReport;
import dev.smtpsh.tls.certificate.Anchors;
import dev.smtpsh.tls.client.TlsChoice;
import dev.smtpsh.wire.DialOptions;
import dev.smtpsh.wire.LinkLimits;
import dev.smtpsh.wire.Target;
import dev.smtpsh.wire.TcpDialer;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The shell without a terminal, against the practice server over a real socket. */
@Timeout(30)
class ShellTest {
    private final Heard heard = new Heard();
    private final Shell shell = new Shell(
            connector(),
            ShippedRules.whenAsked(),
            heard,
            Questions.NOBODY,
            new Logins(Keyring.EMPTY, Questions.NOBODY, heard, Choices.fixed(Manner.DEFAULT)),
            Choices.fixed(Manner.DEFAULT),
            new Identity("probe.example.org", "test"),
            Syllabus.unkept());

    @AfterEach
    void leave() {
        shell.leave();
    }

    @Test
    void promptsFollowTheConversation() {
        assertEquals("smtpsh> ", shell.prompt(0).text());
        practise("nouser");
        assertTrue(shell.prompt(0).text().matches("practice:[0-9]+ plain greeted> "));
        type("EHLO a.example", "MAIL FROM:<me@a.example>");
        assertTrue(shell.prompt(0).text().endsWith(" plain mail*> "));
        type("RCPT TO:<nobody@practice.test>");
        assertTrue(shell.prompt(0).text().endsWith(" plain mail!> "));
        type("QUIT");
        assertTrue(shell.prompt(0).text().endsWith(" closed> "));
        assertEquals(List.of("220", "250", "250", "550", "221"), heard.codes);
        assertEquals(ExitCode.REFUSED, shell.exitCode());
    }

    @Test
    void aMessageIsTypedLineByLineAndSentAtTheDot() {
        practise("normal");
        type("EHLO a.example", "MAIL FROM:<>", "RCPT TO:<amy@practice.test>", "DATA");
        assertEquals("data   1| ", shell.prompt(0).text());
        assertFalse(shell.speaksCommands());
        type("Subject: x", "", ".QUIT");
        assertEquals("data   4| ", shell.prompt(0).text());
        type(".");
        assertEquals("250", heard.codes.get(heard.codes.size() - 1));
        assertTrue(shell.prompt(0).text().endsWith(" plain ready> "));
    }

    @Test
    void anAnswerToAChallengeIsSecretAndNoCommand() {
        practise("plain");
        type("EHLO a.example", "AUTH LOGIN");
        assertFalse(shell.prompt(0).secret());
        assertFalse(shell.speaksCommands());
        type("YW15");
        assertTrue(shell.prompt(0).secret());
        type("czNjcmV0cHc=");
        assertEquals("235", heard.codes.get(heard.codes.size() - 1));
        assertFalse(shell.prompt(0).secret());
    }

    @Test
    void aMisspeltWordIsNotSentAndRawSendsAnything() {
        practise("normal");
        type("MALI FROM:<>");
        assertEquals(List.of("not an SMTP verb or smtpsh command: MALI"), heard.complaints);
        assertEquals(ExitCode.USAGE, shell.exitCode());
        type("raw MALI FROM:<>");
        assertEquals("500", heard.codes.get(heard.codes.size() - 1));
    }

    @Test
    void quitIsSentWhileSomebodyListensAndLeavesAfterThat() {
        practise("normal");
        assertEquals(Status.GO_ON, shell.accept(Octets.latin1("quit")));
        assertEquals(Status.LEAVE, shell.accept(Octets.latin1("quit")));
        assertEquals(Status.LEAVE, shell.accept(Octets.latin1("exit")));
    }

    @Test
    void reconnectOpensTheSameServerAgain() {
        practise("normal");
        String first = shell.prompt(0).text();
        type("QUIT", "reconnect");
        assertEquals(first, shell.prompt(0).text());
        assertEquals(List.of("220", "221", "220"), heard.codes);
    }

    @Test
    void reconnectSaysHelloAndPutsTlsOnAsBefore() {
        practise("normal");
        type("EHLO a.example", "STARTTLS", "EHLO a.example", "MAIL FROM:<>", "RCPT TO:<amy@practice.test>", "close");
        assertTrue(
                heard.notes.contains("Envelope with 1 recipient dropped; nothing was sent."), heard.notes.toString());
        type("reconnect");
        assertEquals(List.of("EHLO a.example", "STARTTLS", "EHLO a.example"), heard.repeated);
        assertTrue(
                shell.prompt(0).text().endsWith(" tls ready> "), shell.prompt(0).text());
    }

    @Test
    void reconnectCanReplayTheEnvelope() {
        practise("normal");
        type("EHLO a.example", "MAIL FROM:<>", "RCPT TO:<nobody@practice.test>", "RCPT TO:<amy@practice.test>");
        type("reconnect --replay");
        assertEquals(List.of("EHLO a.example", "MAIL FROM:<>", "RCPT TO:<amy@practice.test>"), heard.repeated);
        assertTrue(
                shell.prompt(0).text().endsWith(" plain rcpt*1> "),
                shell.prompt(0).text());
    }

    @Test
    void aReplayStopsAtTheFirstAnswerThatDiffers() {
        practise("greylist");
        type("EHLO a.example", "MAIL FROM:<>", "close", "reconnect --replay", "undo");
        assertTrue(
                shell.prompt(0).text().endsWith(" plain ready> "),
                shell.prompt(0).text());
        assertEquals(List.of("EHLO a.example", "MAIL FROM:<>", "RSET"), heard.repeated);
    }

    @Test
    void undoTakesTheLastRecipientBack() {
        practise("normal");
        type("EHLO a.example", "MAIL FROM:<>", "RCPT TO:<amy@practice.test>", "RCPT TO:<bob@practice.test>", "undo");
        assertEquals(List.of("RSET", "MAIL FROM:<>", "RCPT TO:<amy@practice.test>"), heard.repeated);
        assertTrue(
                shell.prompt(0).text().endsWith(" plain rcpt*1> "),
                shell.prompt(0).text());
    }

    @Test
    void severalConversationsStandSideBySide() {
        practise("normal");
        shell.open(new TargetSpec.Practice("full"));
        assertTrue(shell.prompt(0).text().startsWith("#2 practice:"));
        type("@all EHLO a.example", "@1 MAIL FROM:<>", "use 1");
        assertTrue(
                shell.prompt(0).text().matches("#1 practice:[0-9]+ plain mail\\*> "),
                shell.prompt(0).text());
        assertEquals(List.of("220", "220", "250", "250", "250"), heard.codes);
        assertEquals(
                List.of(
                        "#2 practice:full",
                        "#1 practice:normal",
                        "#2 practice:full",
                        "#1 practice:normal",
                        "#1 practice:normal"),
                heard.speakers);
        type("@7 NOOP");
        assertEquals(List.of("there is no conversation 7"), heard.complaints);
    }

    @Test
    void aConversationThatIsOverGivesItsPlaceToTheNext() {
        practise("normal");
        type("QUIT");
        shell.open(new TargetSpec.Practice("full"));
        assertTrue(shell.prompt(0).text().startsWith("practice:"));
    }

    @Test
    void nextOffersTheMendedLineAndOnlyPrefills() {
        practise("strict");
        type("EHLO a.example", "MAIL FROM: me@a.example", "next 1");
        assertEquals("MAIL FROM:<me@a.example>", shell.takePrefill());
        assertEquals("", shell.takePrefill());
        assertEquals(List.of("220", "250", "501"), heard.codes);
    }

    @Test
    void theSameRuleIsPointedBackTo() {
        practise("nouser");
        type("EHLO a", "MAIL FROM:<>", "RCPT TO:<x@practice.test>", "RCPT TO:<y@practice.test>");
        assertEquals(OptionalInt.of(3), heard.sameAs);
    }

    @Test
    void withoutAConnectionNothingIsSentAndThatIsSaid() {
        type("EHLO a", "wait", "reconnect", "why", "tls", "caps", "explain 550", "help", "help MAIL", "verbosity loud");
        assertEquals(
                List.of("not connected", "not connected", "nothing to reconnect to", "no such verbosity: loud"),
                heard.complaints);
        assertEquals(1, heard.explained);
        assertTrue(heard.notes.stream().anyMatch(note -> note.contains("MAIL FROM:<reverse-path>")));
    }

    @Test
    void everyWordOfTheTableDoesSomething() {
        practise("normal");
        for (String word : List.of("why", "tls", "caps", "next", "help", "explain", "wait")) {
            int before = heard.total();
            if (word.equals("wait")) {
                Thread.currentThread().interrupt();
            }
            type(word);
            assertTrue(heard.total() > before, word);
        }
    }

    @Test
    void theInputMayEndInsideAMessage() throws Exception {
        try (ScriptedPeer peer = ScriptedPeer.playing(stage -> {
            stage.say("220 mx\r\n").hear();
            stage.say("354 go\r\n").hearAll();
        })) {
            shell.open(TargetSpec.read("127.0.0.1:" + peer.port(), Optional.empty()));
            type("DATA", "Subject: half");
            shell.leave();
            assertEquals("DATA\r\n", peer.received());
            assertEquals(List.of("the input ended inside the message"), heard.complaints);
        }
    }

    @Test
    void anUnknownScenarioOrHostIsAFailureInThreeParts() {
        practise("nosuch");
        shell.open(TargetSpec.read("no-such-host.invalid", Optional.empty()));
        assertEquals(2, heard.failures.size());
        for (Failure failure : heard.failures) {
            assertFalse(failure.what().isEmpty()
                    || failure.why().isEmpty()
                    || failure.mend().isEmpty());
        }
        assertEquals(ExitCode.UNREACHABLE, shell.exitCode());
    }

    private void practise(String scenario) {
        shell.open(new TargetSpec.Practice(scenario));
    }

    private void type(String... lines) {
        for (String line : lines) {
            shell.accept(Octets.utf8(line));
        }
    }

    private static NetConnector connector() {
        SessionSettings settings = new SessionSettings(
                new Patience(Optional.of(Duration.ofSeconds(5))),
                ReplyLimits.DEFAULT,
                TlsChoice.DEFAULT,
                Anchors.system(),
                false);
        TcpDialer dialer = new TcpDialer(DialOptions.DEFAULT, LinkLimits.DEFAULT);
        return new NetConnector(
                NameService.system(Duration.ofSeconds(30)), Family.ANY, dialer, settings, Clock.systemUTC());
    }

    /** A face that only listens. */
    private static final class Heard implements Face {
        private final List<String> repeated = new ArrayList<>();
        private final List<Transcript> replies = new ArrayList<>();
        private final List<String> speakers = new ArrayList<>();
        private final List<String> codes = new ArrayList<>();
        private final List<String> notes = new ArrayList<>();
        private final List<String> complaints = new ArrayList<>();
        private final List<Failure> failures = new ArrayList<>();
        private OptionalInt sameAs = OptionalInt.empty();
        private int explained;
        private int told;

        int total() {
            return codes.size() + notes.size() + complaints.size() + failures.size() + explained + told;
        }

        @Override
        public void speaking(int conversation, String name, boolean several) {
            if (several) {
                speakers.add("#" + conversation + " " + name);
            }
        }

        @Override
        public void connected(Target target, Duration took) {
            told++;
        }

        @Override
        public void certificates(List<Octets> chain) {
            told++;
        }

        @Override
        public void capabilities(SessionState state) {
            told++;
        }

        @Override
        public void exchange(Exchange exchange, List<Annotation> annotations, OptionalInt same) {
            codes.add(exchange.reply().code().orElseThrow().toString());
            sameAs = same;
        }

        @Override
        public void typed(Octets line) {
            repeated.add(line.text());
        }

        @Override
        public void replies(Transcript transcript) {
            replies.add(transcript);
        }

        @Override
        public void timeline(Transcript transcript) {
            replies.add(transcript);
        }

        @Override
        public void compared(List<Transcript> transcripts) {
            replies.addAll(transcripts);
        }

        @Override
        public void unexpected(Exchange exchange, List<Annotation> annotations) {
            told++;
        }

        @Override
        public void spoken(Command command) {
            repeated.add(command.redacted().text());
        }

        @Override
        public void failed(Failure failure) {
            failures.add(failure);
        }

        @Override
        public void tls(HandshakeReport report) {
            told++;
        }

        @Override
        public void scanned(ScanReport report) {}

        @Override
        public void explained(Explanation explanation) {
            explained++;
        }

        @Override
        public void why(Exchange exchange, List<Annotation> annotations) {
            told++;
        }

        @Override
        public void mx(MxPlan plan) {
            told++;
        }

        @Override
        public void reverse(ReverseReport report) {
            told++;
        }

        @Override
        public void listed(List<String[]> rows) {
            rows.forEach(row -> notes.add(row[0] + " " + row[1]));
        }

        @Override
        public void note(String words) {
            notes.add(words);
        }

        @Override
        public void complaint(String what, String why, String mend) {
            complaints.add(what);
        }

        @Override
        public boolean verbosity(String level) {
            return level.equals("full");
        }
    }
}
