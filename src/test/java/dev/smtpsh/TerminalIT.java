package dev.smtpsh;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.smtpsh.peers.Postfix;
import dev.smtpsh.peers.Smtpsh;
import dev.smtpsh.peers.Tmux;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The built launcher at a terminal, tried as a person would. */
@Timeout(90)
class TerminalIT {
    @ParameterizedTest
    @ValueSource(ints = {80, 120})
    void aMessageIsDeliveredToThePracticeServerWithEveryReplyExplained(int columns) throws Exception {
        try (Tmux screen = start(columns, "practice:normal")) {
            screen.see("^S: 220 ").see("^practice:[0-9]+ plain greeted>");
            screen.line("EHLO a.test").see("Extensions").see("Not offered").see("plain ready>");
            screen.line("VRFY amy").see("^S: 25[02]").see("OK");
            screen.line("STARTTLS").see("TLSv1\\.3").see("tls greeted>");
            screen.line("EHLO a.test").see("tls ready>");
            screen.line("MAIL FROM:<me@a.test>").see("Next +You: Name").see("tls mail\\*>");
            screen.line("RCPT TO:<nobody@practice.test>")
                    .see("^S: 550")
                    .see("REFUSED")
                    .see("Fix")
                    .see("tls mail!>");
            screen.line("RCPT TO:<amy@practice.test>").see("tls rcpt\\*1/2>");
            screen.line("DATA").see("^S: 354").see("GO ON").see("^data +1\\|");
            screen.line("Subject: hello")
                    .line("")
                    .line(".hidden")
                    .see("^data +4\\|")
                    .line(".");
            screen.see("^S: 250 .*\\n.*OK").see("tls ready>");
            screen.line("QUIT").see("^S: 221").see("closed>");
            screen.keys("C-d").see("EXIT=0");
            List<String> wide = screen.visible().stream()
                    .filter(line -> line.length() > columns)
                    .toList();
            assertEquals(List.of(), wide);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {80, 120})
    void aConversationWithPostfixInWrongAndRightOrder(int columns) throws Exception {
        try (Postfix postfix = Postfix.start();
                Tmux screen = start(columns, "127.0.0.1:" + postfix.port())) {
            screen.see("^S: 220 mx.practice.test").see("127.0.0.1:[0-9]+ plain greeted>");
            screen.line("DATA").see("^S: 503").see("REFUSED").see("plain greeted!>");
            screen.line("EHLO probe.example.org").see("STARTTLS").see("plain ready>");
            screen.line("STARTTLS").see("TLSv1\\.3").see("[Ss]igned by itself").see("tls greeted>");
            screen.line("EHLO probe.example.org").see("tls ready>");
            screen.line("MAIL FROM: amy@example.net").see("^S: 501|^S: 250");
            screen.line("RSET").line("MAIL FROM:<>").see("mail\\*>");
            screen.line("RCPT TO:<nobody@practice.test>").see("^S: 550 5.1.1");
            screen.line("RCPT TO:<x@elsewhere.example>")
                    .see("^S: 454 4.7.1|^S: 554 5.7.1")
                    .see("[Rr]elay");
            screen.line("RCPT TO:<amy@practice.test>").see("rcpt\\*1/3>");
            screen.line("DATA")
                    .see("data +1\\|")
                    .line("Subject: by hand")
                    .line("")
                    .line(".dot")
                    .line(".");
            screen.see("This delivers a real message to 1 recipient").line("y");
            screen.see("^S: 250 2.0.0 Ok: queued").line("QUIT").see("^S: 221").see("closed>");
            screen.line("exit").see("EXIT=0");
            long end = System.nanoTime() + 20_000_000_000L;
            while (postfix.mailOf("amy").isEmpty() && System.nanoTime() < end) {
                Thread.onSpinWait();
            }
            assertTrue(postfix.mailOf("amy").get(0).contains("\n.dot"), postfix.log());
        }
    }

    @Test
    void ctrlCStopsTheWaitAndNotTheShell() throws Exception {
        try (Tmux screen = start(80, "practice:hang-rcpt")) {
            screen.see("greeted>")
                    .line("EHLO a")
                    .see("ready>")
                    .line("MAIL FROM:<>")
                    .see("mail\\*>");
            screen.line("RCPT TO:<amy@practice.test>")
                    .see("waiting for the reply to RCPT")
                    .keys("C-c")
                    .see("1 reply is still due")
                    .see("\\?>");
            screen.line("QUIT").doNotSee("EXIT");
        }
    }

    @Test
    void ctrlCWhileTypingClearsTheLineAndCtrlDLeaves() throws Exception {
        try (Tmux screen = start(80, "practice")) {
            screen.see("greeted>")
                    .keys("EHLO half")
                    .see("EHLO half")
                    .keys("C-c")
                    .see("(?s)EHLO half.*\\n\\S+ plain greeted> ")
                    .line("EHLO a")
                    .see("Extensions");
            screen.keys("C-d").see("EXIT=0");
        }
    }

    @Test
    void nextPutsACommandOnTheLineAndSendsNothing() throws Exception {
        try (Tmux screen = start(80, "practice:strict")) {
            screen.see("greeted>").line("EHLO a").see("plain ready>").line("MAIL FROM: a@b.example");
            screen.see("\\^\\^\\^")
                    .line("next")
                    .see("1  MAIL FROM:<a@b.example>")
                    .line("next 1");
            screen.see("ready!> MAIL FROM:<a@b.example>").doNotSee("^S: 250 2.1.0");
            screen.keys("Enter").see("^S: 250 2.1.0");
        }
    }

    @Test
    void whatTheServerSaysWhileSomebodyTypesAppearsAboveTheLine() throws Exception {
        try (Tmux screen = start(80, "practice:421-idle")) {
            screen.see("greeted>").line("EHLO a").see("plain ready>").keys("RCPT TO:<a");
            screen.see("^S: 421").see("closed the connection").see("plain ready> RCPT TO:<a");
            screen.keys("Enter").see("closed>").line("reconnect").see("(?s)closed> reconnect.*\\n\\S+ plain ready> ");
            screen.keys("C-d").see("EXIT=0");
        }
    }

    @Test
    void ctrlCStopsWaitingForAServerThatNeverGreets() throws Exception {
        try (Tmux screen = start(80, "practice:silent")) {
            screen.see("Connected to").keys("C-c").see("smtpsh>").line("exit").see("EXIT=");
        }
    }

    @Test
    void anEscapeSequenceInTheGreetingDoesNothing() throws Exception {
        try (Tmux screen = start(80, "practice:escape-banner")) {
            screen.see("\\^\\[").see("greeted>");
            assertTrue(!screen.title().contains("pwn"), screen.title());
        }
    }

    @Test
    void withoutATargetTheShellOpensDisconnected() throws Exception {
        try (Tmux screen = start(80, "--no-pager")) {
            screen.see("^smtpsh> ")
                    .line("EHLO a")
                    .see("Not connected")
                    .line("open practice:full")
                    .see("plain greeted>");
            screen.line("explain 552")
                    .see("552")
                    .line("help")
                    .see("reconnect")
                    .line("exit")
                    .see("EXIT=0");
        }
    }

    @Test
    void aPasswordTypedAtTheLoginPromptIsNotSeen() throws Exception {
        try (Tmux screen = start(80, "practice:normal")) {
            screen.see("greeted>")
                    .line("EHLO a")
                    .see("plain ready>")
                    .line("STARTTLS")
                    .see("tls greeted>");
            screen.line("EHLO a")
                    .see("tls ready>")
                    .line("AUTH LOGIN")
                    .see("Username")
                    .line("amy")
                    .see("Password");
            screen.line("s3cretpw").see("^S: 235").doNotSee("s3cretpw");
        }
    }

    private static Tmux start(int columns, String arguments) {
        String state = System.getProperty("java.io.tmpdir");
        return Tmux.running(
                columns,
                40,
                "env LC_ALL=C.UTF-8 XDG_STATE_HOME=" + state + "/smtpsh-it NO_COLOR=1 " + Smtpsh.launcher() + " "
                        + arguments);
    }
}
