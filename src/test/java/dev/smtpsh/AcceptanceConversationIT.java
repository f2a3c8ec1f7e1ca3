package dev.smtpsh;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.smtpsh.peers.Sitting;
import dev.smtpsh.peers.Tmux;
import dev.smtpsh.practice.Listening;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Acceptance checks 1 to 6, 13 to 15 and 25: a conversation at a terminal, its replies and its interruptions. */
@Timeout(180)
class AcceptanceConversationIT {
    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(ints = {80, 120})
    void check_01_the_greeting_stands_above_the_first_prompt(int columns) throws Exception {
        try (Tmux screen = start(columns, "practice")) {
            screen.see("^S: 220 .*(\\n.*)*\\npractice:[0-9]+ plain greeted> ");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {80, 120})
    void check_02_what_the_server_offers_and_what_not(int columns) throws Exception {
        try (Tmux screen = start(columns, "practice")) {
            screen.see("greeted>").line("EHLO a.test");
            screen.see("Extensions").see("Not offered").see("^practice:[0-9]+ plain ready> ");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {80, 120})
    void check_03_after_starttls_one_must_greet_again(int columns) throws Exception {
        try (Tmux screen = start(columns, "practice")) {
            screen.see("greeted>").line("EHLO a.test").see("plain ready>").line("STARTTLS");
            screen.see("greet(\\n|.){0,20}again[\\s\\S]*EHLO").see("^practice:[0-9]+ tls greeted> ");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {80, 120})
    void check_04_greylisting_is_explained(int columns) throws Exception {
        try (Tmux screen = greylisted(columns)) {
            screen.see("^S: 451 4\\.7\\.1 (.*\\n)   \\| TRY LATER  Greylisting");
            screen.see("\\| Fix ").see("\\[greylist-1\\]");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {80, 120})
    void check_05_why_tells_the_rule_and_its_source(int columns) throws Exception {
        try (Tmux screen = greylisted(columns)) {
            screen.line("why").see("greylist-1 matched text \"greylist\"").see("RFC 6647");
            screen.see("RFC 6647[\\s\\S]*^practice:[0-9]+ plain mail!> ");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {80, 120})
    void check_06_next_puts_a_command_on_the_line_and_sends_nothing(int columns) throws Exception {
        try (Tmux screen = greylisted(columns)) {
            screen.line("next").see(" 1  RCPT TO:<amy@practice\\.test>").see("next 1 puts");
            screen.line("next 1").see("mail!> next 1 [\\s\\S]*mail!> RCPT TO:<amy@practice\\.test>");
            assertEquals(1, screen.count("^S: 451"));
            screen.keys("Enter").see("^S: 451[\\s\\S]*^S: 451");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {80, 120})
    void check_13_a_message_is_stuffed_on_the_wire_and_arrives_as_typed(int columns) throws Exception {
        try (Listening server = Listening.to("normal");
                Tmux screen = start(columns, server.address())) {
            addressed(screen).line("DATA").see("^data +1\\| *$").line("Subject: x");
            screen.see("^data +2\\| *$").line("").see("^data +3\\| *$").line(".hidden");
            screen.see("^data +4\\| *$").line(".").see("Deliver\\? \\[y/N/p\\]").line("y");
            screen.see("^S: 250 2\\.0\\.0 .*P[0-9]+.*\\n   \\| OK").see("plain ready>");
            assertTrue(server.lines().contains("..hidden"), server.lines().toString());
            assertEquals(List.of("Subject: x\r\n\r\n.hidden\r\n"), server.messages());
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {80, 120})
    void check_14_giving_up_inside_data_drops_the_connection_and_delivers_nothing(int columns) throws Exception {
        try (Listening server = Listening.to("normal");
                Tmux screen = start(columns, server.address())) {
            addressed(screen).line("DATA").see("^data +1\\| *$").keys("C-c");
            screen.see("c = continue; d = drop").see("\\[C/d/s\\]").line("d");
            screen.see("nothing was delivered").see("closed> ");
            server.awaitClosed();
            assertEquals(List.of(), server.messages());
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {80, 120})
    void check_15_a_wait_can_be_stopped_and_the_late_reply_read(int columns) throws Exception {
        try (Tmux screen = start(columns, "practice:hang-rcpt")) {
            screen.see("greeted>").line("EHLO a.test").see("plain ready>");
            screen.line("MAIL FROM:<me@a.test>").see("mail\\*>").line("RCPT TO:<amy@practice.test>");
            screen.see("waiting for the reply").keys("C-c").see("1 reply is still due");
            screen.see("plain mail\\?> ").doNotSee("EXIT=");
            screen.line("wait").see("^S: 250 2\\.1\\.5").see("plain rcpt\\*1> ");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {80, 120})
    void check_25_a_farewell_while_typing_leaves_the_typed_text_alone(int columns) throws Exception {
        try (Tmux screen = start(columns, "practice:421-idle")) {
            screen.see("greeted>").line("EHLO a.test").see("plain ready>");
            screen.line("STARTTLS").see("tls greeted>").line("EHLO a.test").see("tls ready>");
            screen.keys("RCPT TO:<a").see("^S: 421 [\\s\\S]*tls ready> RCPT TO:<a");
            screen.keys("Enter").see("^practice:[0-9]+ closed> ").see("reconnect opens it again");
            screen.line("reconnect").see("closed> [\\s\\S]*^S: 220[\\s\\S]*tls ready> ");
            screen.keys("C-d").see("EXIT=0");
        }
    }

    private Tmux greylisted(int columns) {
        Tmux screen = start(columns, "practice:greylist");
        screen.see("greeted>").line("EHLO a.test").see("plain ready>");
        screen.line("MAIL FROM:<me@a.test>").see("mail\\*>").line("RCPT TO:<amy@practice.test>");
        return screen.see("^practice:[0-9]+ plain mail!> ");
    }

    private static Tmux addressed(Tmux screen) {
        screen.see("greeted>").line("EHLO a.test").see("plain ready>");
        screen.line("MAIL FROM:<me@a.test>").see("mail\\*>");
        return screen.line("RCPT TO:<amy@practice.test>").see("rcpt\\*1>");
    }

    private Tmux start(int columns, String arguments) {
        return Sitting.in(folder).columns(columns).start(arguments);
    }
}
