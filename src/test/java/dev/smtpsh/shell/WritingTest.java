package dev.smtpsh.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.smtpsh.annotate.matching.ShippedRules;
import dev.smtpsh.dns.Family;
import dev.smtpsh.dns.query.NameService;
import dev.smtpsh.peers.ScriptedPeer;
import dev.smtpsh.render.Drawing;
import dev.smtpsh.render.Level;
import dev.smtpsh.render.transcript.Redaction;
import dev.smtpsh.session.setting.Patience;
import dev.smtpsh.session.setting.SessionSettings;
import dev.smtpsh.shell.ask.Questions;
import dev.smtpsh.shell.connect.NetConnector;
import dev.smtpsh.shell.connect.TargetSpec;
import dev.smtpsh.shell.face.TextFace;
import dev.smtpsh.shell.language.Paste;
import dev.smtpsh.shell.login.Keyring;
import dev.smtpsh.shell.login.Logins;
import dev.smtpsh.shell.means.Choices;
import dev.smtpsh.shell.means.Identity;
import dev.smtpsh.shell.means.Manner;
import dev.smtpsh.shell.teach.Syllabus;
import dev.smtpsh.smtp.Octets;
import dev.smtpsh.smtp.reply.ReplyLimits;
import dev.smtpsh.tls.certificate.Anchors;
import dev.smtpsh.tls.client.TlsChoice;
import dev.smtpsh.wire.DialOptions;
import dev.smtpsh.wire.LinkLimits;
import dev.smtpsh.wire.TcpDialer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A message written at the prompt, and lines pasted there, by an operator who is asked. */
@Timeout(30)
class WritingTest {
    private final StringBuilder screen = new StringBuilder();

    @Test
    void aLineWithATildeIsOursAndTwoTildesAreALine() throws Exception {
        try (ScriptedPeer peer = taking()) {
            Shell shell = talkingTo(peer, new ScriptedQuestions("y"), Manner.DEFAULT);
            type(shell, "DATA", "~?", "~~real", "~nonsense", "x", ".");
            assertTrue(shown("~r FILE"));
            assertTrue(shown("No such escape"));
            shell.leave();
            assertTrue(peer.received().contains("DATA\r\n~real\r\nx\r\n.\r\n"), peer.received());
        }
    }

    @Test
    void throughAPipeATildeIsALineLikeAnyOther() throws Exception {
        try (ScriptedPeer peer = taking()) {
            Shell shell = talkingTo(peer, Questions.NOBODY, Manner.DEFAULT);
            type(shell, "DATA", "~x", ".");
            shell.leave();
            assertTrue(peer.received().contains("DATA\r\n~x\r\n.\r\n"), peer.received());
        }
    }

    @Test
    void realMailIsAskedAboutOnceAndNoIsTakenForNo() throws Exception {
        try (ScriptedPeer peer = taking()) {
            ScriptedQuestions questions = new ScriptedQuestions("p", "n", "y");
            Shell shell = talkingTo(peer, questions, Manner.DEFAULT);
            type(shell, "DATA", "Subject: x", "", "hello", ".");
            assertTrue(questions.asked.get(0).startsWith("This delivers a real message to 0 recipients at 127.0.0.1"));
            assertTrue(questions.asked.get(0).endsWith("Deliver? [y/N/p] "), questions.asked.get(0));
            assertTrue(shown("21 octets in 3 lines, the longest of them 10 octets."), screen.toString());
            assertTrue(shown("Not sent. The message is still open"));
            type(shell, ".");
            shell.leave();
            assertTrue(peer.received().contains("hello\r\n.\r\n"));
            assertEquals(3, questions.asked.size());
        }
    }

    @Test
    void yesAndPracticeNeedNoQuestion() throws Exception {
        try (ScriptedPeer peer = taking()) {
            ScriptedQuestions questions = new ScriptedQuestions();
            Shell shell = talkingTo(peer, questions.assenting(), Manner.DEFAULT);
            type(shell, "DATA", "x", ".");
            shell.leave();
            assertTrue(peer.received().contains("x\r\n.\r\n"));
            assertEquals(0, questions.asked.size());
        }
        ScriptedQuestions questions = new ScriptedQuestions();
        Shell shell = practising(questions);
        type(shell, "EHLO a", "MAIL FROM:<>", "RCPT TO:<amy@practice.test>", "DATA", "x", ".");
        assertEquals(0, questions.asked.size());
        assertTrue(shell.prompt(0).text().endsWith("ready> "));
        shell.leave();
    }

    @Test
    void givingUpIsHonestAboutWhatSmtpCannotDo() throws Exception {
        try (ScriptedPeer peer = taking()) {
            ScriptedQuestions questions = new ScriptedQuestions("c", "d");
            Shell shell = talkingTo(peer, questions, Manner.DEFAULT);
            type(shell, "DATA", "half", "~x");
            assertTrue(shown("Inside DATA nothing can be cancelled"));
            assertEquals("Give up? [C/d/s] ", questions.asked.get(0));
            assertEquals("data   2| ", shell.prompt(0).text());
            shell.interrupted();
            assertTrue(shown("nothing was delivered"));
            assertTrue(
                    shell.prompt(0).text().endsWith("closed> "), shell.prompt(0).text());
            assertTrue(peer.received().endsWith("DATA\r\n"), peer.received());
        }
    }

    @Test
    void aFileATemplateAndAnEditorHelpToWrite(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("m.txt"), "from a file\nsecond line");
        ScriptedQuestions questions = new ScriptedQuestions("edited\n");
        Shell shell = practising(questions);
        type(shell, "EHLO a.example", "MAIL FROM:<me@a.example>", "RCPT TO:<amy@practice.test>", "DATA", "~t", "");
        type(shell, "~r " + file, "~r /no/such/file", "~e", "~p");
        assertTrue(shown("From: <me@a.example>"));
        assertTrue(shown("To: <amy@practice.test>"));
        assertTrue(shown("2 lines of"));
        assertTrue(shown("cannot read /no/such/file") || shown("Cannot read /no/such/file"), screen.toString());
        assertTrue(questions.asked.get(0).endsWith("from a file\r\nsecond line\r\n"), questions.asked.get(0));
        assertTrue(shown("9  edited"), screen.toString());
        assertFalse(shown("No From"), screen.toString());
        type(shell, ".");
        assertTrue(shell.prompt(0).text().endsWith("ready> "));
        shell.leave();
    }

    @Test
    void composeWritesBeforeTheServerWaits() {
        Shell shell = practising(new ScriptedQuestions());
        type(shell, "EHLO a.example", "MAIL FROM:<>", "RCPT TO:<amy@practice.test>", "compose");
        assertEquals("data   1| ", shell.prompt(0).text());
        type(shell, "Subject: calm", "", ".");
        assertTrue(shown("Kept, 2 lines."));
        type(shell, "DATA");
        assertEquals("data   3| ", shell.prompt(0).text());
        type(shell, ".");
        assertTrue(shell.prompt(0).text().endsWith("ready> "));
        type(shell, "compose", "again", "~x");
        assertTrue(shown("Nothing was sent."));
        assertTrue(shell.prompt(0).text().endsWith("ready> "));
        shell.leave();
    }

    @Test
    void noDeliverKeepsDataFromGoingOutHoweverItIsWritten() throws Exception {
        try (ScriptedPeer peer = taking()) {
            Shell shell = talkingTo(peer, Questions.NOBODY, new Manner(false, true, Redaction.SECRETS));
            type(shell, "DATA", "bdat 5 LAST", "raw data", "raw \"NOOP\\r\\nDATA\\r\\n\"", "@all DATA");
            shell.leave();
            assertEquals("QUIT\r\n", peer.received());
            assertTrue(shown("--no-deliver"));
        }
    }

    @Test
    void pastedLinesGoOneByOneUpToTheFirstRefusal() {
        ScriptedQuestions questions = new ScriptedQuestions("");
        Shell shell = practising(questions);
        shell.paste(Paste.lines("C: EHLO a.example\nC: RCPT TO:<amy@practice.test>\nC: NOOP\n"));
        assertTrue(shown("3 lines pasted. Enter = one by one"));
        assertEquals("Send them? [1/a/e/n] ", questions.asked.get(0));
        assertTrue(shown("The marks of the tool it was copied from are left out:"));
        assertTrue(shown("C: RCPT TO:<amy@practice.test>\nS: 503"), screen.toString());
        assertTrue(shown("Stopped there; 1 more were not sent."));
        shell.leave();
    }

    @Test
    void pastedLinesCanGoWhateverComesBackOrBeEditedOrNotGoAtAll() {
        Shell shell = practising(new ScriptedQuestions("a", "e", "n"));
        shell.paste(Paste.lines("EHLO a\nRCPT TO:<x@y>\nNOOP"));
        assertTrue(shown("C: NOOP\nS: 250"), screen.toString());
        shell.paste(Paste.lines("NOOP\nNOOP"));
        assertEquals("NOOP\nNOOP", shell.takePrefill());
        shell.paste(Paste.lines("EXPN a\nEXPN b"));
        // Nobody answers any more: Ctrl-C at the question.
        shell.paste(Paste.lines("EXPN a\nEXPN b"));
        assertFalse(shown("EXPN"), screen.toString());
        shell.leave();
    }

    @Test
    void aPasteInsideAMessageIsText() throws Exception {
        try (ScriptedPeer peer = taking()) {
            Shell shell = talkingTo(peer, new ScriptedQuestions("y"), Manner.DEFAULT);
            type(shell, "DATA");
            shell.paste(Paste.lines("Subject: x\n\nC: not stripped\n"));
            type(shell, ".");
            shell.leave();
            assertTrue(peer.received().contains("Subject: x\r\n\r\nC: not stripped\r\n.\r\n"), peer.received());
        }
    }

    private boolean shown(String text) {
        return screen.indexOf(text) >= 0;
    }

    private static ScriptedPeer taking() throws Exception {
        return ScriptedPeer.playing(stage -> {
            stage.say("220 mx.example\r\n").hear();
            stage.say("354 go\r\n").hearAll();
        });
    }

    private Shell talkingTo(ScriptedPeer peer, Questions questions, Manner manner) {
        Shell shell = shell(questions, manner);
        shell.open(TargetSpec.read("127.0.0.1:" + peer.port(), Optional.empty()));
        return shell;
    }

    private Shell practising(Questions questions) {
        Shell shell = shell(questions, Manner.DEFAULT);
        shell.open(new TargetSpec.Practice("normal"));
        return shell;
    }

    private Shell shell(Questions questions, Manner manner) {
        TextFace face = new TextFace(
                text -> screen.append(text.plain()), new Drawing(200, true, false, Level.NORMAL), () -> 0, false);
        return new Shell(
                connector(),
                ShippedRules.whenAsked(),
                face,
                questions,
                new Logins(Keyring.EMPTY, questions, face, Choices.fixed(Manner.DEFAULT)),
                Choices.fixed(manner),
                new Identity("probe.example.org", "test"),
                Syllabus.unkept());
    }

    private static void type(Shell shell, String... lines) {
        for (String line : lines) {
            shell.accept(Octets.utf8(line));
        }
    }

    private static NetConnector connector() {
        SessionSettings settings = new SessionSettings(
                new Patience(Optional.of(Duration.ofMillis(500))),
                ReplyLimits.DEFAULT,
                TlsChoice.DEFAULT,
                Anchors.system(),
                false);
        TcpDialer dialer = new TcpDialer(DialOptions.DEFAULT, LinkLimits.DEFAULT);
        return new NetConnector(
                NameService.system(Duration.ofSeconds(30)), Family.ANY, dialer, settings, Clock.systemUTC());
    }
}
