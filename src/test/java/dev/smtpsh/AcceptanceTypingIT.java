package dev.smtpsh;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.smtpsh.peers.ScriptedPeer;
import dev.smtpsh.peers.Sitting;
import dev.smtpsh.peers.Tmux;
import dev.smtpsh.practice.Listening;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Acceptance checks 7 to 12: help while typing; and that it never waits for a server. */
@Timeout(180)
class AcceptanceTypingIT {
    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(ints = {80, 120})
    void check_07_a_verb_is_completed_up_to_where_the_address_begins(int columns) throws Exception {
        try (Tmux screen = ready(columns, "practice")) {
            screen.keys("MAIL FR", "Tab").see("ready> MAIL FROM:<");
            // A blank after the bracket would stand before what is typed next.
            screen.keys("b@c").see("ready> MAIL FROM:<b@c");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {80, 120})
    void check_08_a_parameter_that_is_not_offered_says_so(int columns) throws Exception {
        try (Tmux screen = ready(columns, "practice:plain")) {
            screen.keys("MAIL FROM:<a@b> S", "Tab").see("SIZE= +\\(not offered by this server\\)");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {80, 120})
    void check_09_a_verb_out_of_order_is_completed_and_says_why_not_now(int columns) throws Exception {
        try (Tmux screen = ready(columns, "practice")) {
            screen.keys("R", "Tab").see("RSET +\\(drop").see("^RCPT TO:< +\\(needs a MAIL first\\)");
            screen.keys("C-u", "DA", "Tab", "Tab").see("ready> DATA").seeNow("DATA: needs a MAIL first");
            screen.keys("C-u").line("MAIL FROM:<>").see("mail\\*>");
            screen.keys("DA", "Tab", "Tab").see("mail\\*> DATA").seeNow("DATA: needs a RCPT first");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {80, 120})
    void check_10_a_slip_is_told_while_it_is_typed(int columns) throws Exception {
        try (Tmux screen = ready(columns, "practice")) {
            screen.keys("MAIL FROM: a@b")
                    .seeNow("must stand in < >.* Enter sends it as it is")
                    .doNotSee("qqqq");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {80, 120})
    void check_11_a_slip_goes_out_unchanged_and_is_marked_where_it_is(int columns) throws Exception {
        try (Listening server = Listening.to("strict");
                Tmux screen = ready(columns, server.address())) {
            screen.line("MAIL FROM: a@b").see("^S: 501[\\s\\S]*\\^\\^\\^");
            assertEquals(List.of("EHLO a.test", "MAIL FROM: a@b"), server.lines());
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {80, 120})
    void check_12_what_is_suggested_is_whole_and_only_what_is_seen_is_taken(int columns) throws Exception {
        try (Listening server = Listening.to("normal");
                Tmux screen = ready(columns, server.address())) {
            screen.keys("ma").see("ready> maIL.FROM:<>");
            screen.keys("Right", "Enter").see("^S: 250 2\\.1\\.0").see("mail\\*> RCPT.TO:<");
            assertEquals(List.of("EHLO a.test", "maIL FROM:<>"), server.lines());
            screen.keys("Right", "x@practice.test>", "Enter").see("^S: 550");
            assertEquals("RCPT TO:<x@practice.test>", server.lines().get(2));
            screen.line("RSET")
                    .see("plain ready> STARTTLS")
                    .keys("Right", "C-u")
                    .see("STARTTLS[\\s\\S]*STARTTLS");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"NO_COLOR", "ACCESSIBLE"})
    void check_12_where_nothing_is_suggested_right_takes_nothing(String variable) throws Exception {
        boolean suggests = variable.equals("NO_COLOR");
        try (Listening server = Listening.to("normal");
                Tmux screen = Sitting.in(folder).with(variable, "1").start(server.address())) {
            screen.see("greeted>").line("EHLO a.test").see("plain ready>").keys("Right", "Enter");
            screen.line("NOOP").see(suggests ? "tls greeted>" : "plain ready> [\\s\\S]*250 2.0.0");
            assertEquals(
                    suggests,
                    server.lines().contains("STARTTLS"),
                    server.lines().toString());
        }
    }

    @Test
    void a_key_press_never_waits_for_the_network() throws Exception {
        try (ScriptedPeer silent = ScriptedPeer.playing(stage -> {
                    stage.say("220 mx ESMTP\r\n").hear();
                    stage.hold();
                });
                Tmux screen = Sitting.in(folder).start("127.0.0.1:" + silent.port())) {
            screen.see("greeted>")
                    .line("EHLO a.test")
                    .see("waiting for the reply")
                    .keys("C-c");
            screen.see("greeted\\?> ");
            // The server owes a reply and gives none: all that follows must be known without it.
            screen.keys("EHLO b").see("greeted\\?> EHLO b").seeNow("greet, and ask what the server can do");
            screen.keys("C-u", "MAIL FR", "Tab").see("MAIL FROM:<").keys("C-u", "DA", "Tab");
            screen.see("> DATA")
                    .seeNow("DATA: needs")
                    .keys("C-u", "open pr", "Tab")
                    .see("practice:normal");
            screen.keys("C-u").see("greeted\\?> EHLO.probe").keys("C-d").see("EXIT=0");
            assertTrue(silent.received().startsWith("EHLO a.test\r\n"), silent.received());
        }
    }

    private Tmux ready(int columns, String arguments) {
        Tmux screen = Sitting.in(folder).columns(columns).start(arguments);
        return screen.see("greeted>").line("EHLO a.test").see("plain ready>");
    }
}
