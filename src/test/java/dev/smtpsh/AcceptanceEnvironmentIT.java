package dev.smtpsh;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonParser;
import dev.smtpsh.peers.Peers;
import dev.smtpsh.peers.Program;
import dev.smtpsh.peers.Sitting;
import dev.smtpsh.peers.Smtpsh;
import dev.smtpsh.peers.Tmux;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Acceptance checks 19 to 23 and the cheap ones: hostile greetings, poor terminals, narrow ones, none at all. */
@Timeout(180)
class AcceptanceEnvironmentIT {
    private static final String COLOUR = "\\e\\[[0-9;]*(3[0-8]|4[0-8]|9[0-7]|10[0-7])m";

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(ints = {80, 120})
    void check_19_a_greeting_cannot_drive_the_terminal(int columns) throws Exception {
        Sitting sitting = Sitting.in(folder).columns(columns).after("seq 1000 1009");
        try (Tmux screen = sitting.start("practice:escape-banner")) {
            screen.see("^S: 220.*\\^\\[").see("greeted>");
            assertFalse(screen.title().contains("pwn"), screen.title());
            assertTrue(screen.visible().contains("1009"), screen.screen());
        }
    }

    @ParameterizedTest
    @CsvSource({"80, NO_COLOR, 1", "120, NO_COLOR, 1", "80, TERM, dumb", "120, TERM, dumb"})
    void check_20_no_colours_where_none_are_wanted(int columns, String variable, String value) throws Exception {
        Sitting sitting = Sitting.in(folder).columns(columns);
        try (Tmux colourful = greylisted(sitting)) {
            assertTrue(colourful.coloured().matches("(?s).*" + COLOUR + ".*"), "colours can be seen at all");
        }
        try (Tmux screen = greylisted(sitting.with(variable, value))) {
            screen.see("TRY LATER").see("^practice:[0-9]+ plain mail!>");
            assertFalse(screen.coloured().matches("(?s).*" + COLOUR + ".*"), screen.coloured());
        }
    }

    @Test
    void check_21_at_40_columns_labels_stand_alone_and_a_resize_keeps_one_prompt() throws Exception {
        try (Tmux screen = greylisted(Sitting.in(folder).columns(40).rows(24))) {
            screen.see("^   \\| Who acts$")
                    .see("^   \\| Fix$")
                    .see("^   \\|   1\\. ")
                    .see("^practice mail!> ");
            List<String> wide = screen.screen()
                    .lines()
                    .filter(line -> line.startsWith("   |") && line.length() > 40)
                    .toList();
            assertEquals(List.of(), wide);
            assertTrue(screen.visible().stream().anyMatch(line -> line.startsWith("practice mail!>")));
            screen.resize(120, 24);
            screen.keys("NOOP").see("^practice mail!> NOOP").keys("Enter").see("^S: 250 2\\.0\\.0");
            screen.see("^practice:[0-9]+ plain mail\\*> ");
            assertEquals(1, screen.count("mail!> NOOP"), screen.screen());
            assertEquals(1, screen.count("^practice:[0-9]+ plain"), screen.screen());
        }
    }

    @Test
    void check_21_a_narrower_terminal_keeps_the_typed_line_too() throws Exception {
        try (Tmux screen = greylisted(Sitting.in(folder).rows(24))) {
            screen.see("mail!> RCPT").resize(40, 24);
            screen.keys("NOOP").see("plain mail!> NOOP *$").keys("Enter").see("^S: 250 2\\.0\\.0");
            screen.see("^practice mail\\*> ");
            assertEquals(1, screen.count("mail!> NOOP *$"), screen.screen());
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {80, 120})
    void check_22_nothing_but_ascii_where_the_locale_has_nothing_else(int columns) throws Exception {
        Sitting sitting = Sitting.in(folder).columns(columns).with("LC_ALL", "C");
        try (Tmux screen = greylisted(sitting)) {
            screen.line("timeline")
                    .see("Slowest: [\\s\\S]*mail!> ")
                    .keys("S", "Tab")
                    .see("sessions +\\(the");
            String shown = screen.screen();
            assertTrue(shown.chars().allMatch(c -> c < 0x7f), shown);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"80", "120"})
    void check_23_through_a_pipe_there_is_no_prompt_and_no_history(String columns) {
        String typed = "EHLO a\nMAIL FROM:<>\nRCPT TO:<nobody@practice.test>";
        Program.Result ran = piped(columns, typed, "practice:nouser");
        assertEquals(1, ran.exit(), ran.out());
        assertTrue(ran.out().contains("C: RCPT TO:<nobody@practice.test>\nS: 550 5.1.1"), ran.out());
        assertFalse(ran.out().matches("(?s).*[a-z][*!?]*> .*"), ran.out());
        assertFalse(Files.exists(folder.resolve("state")), "nothing is remembered");
        Program.Result json = piped(columns, typed, "--json", "practice:nouser");
        assertEquals(1, json.exit());
        long refusals = json.out()
                .lines()
                .map(line -> JsonParser.parseString(line).getAsJsonObject().get("reply"))
                .filter(reply -> reply.isJsonObject()
                        && reply.getAsJsonObject().get("code").getAsInt() == 550)
                .count();
        assertEquals(1, refusals, json.out());
        assertTrue(json.out().contains("\"code\":550"), json.out());
    }

    @Test
    void help_begins_with_examples() {
        String help = shell(Smtpsh.launcher() + " --help | head -n 5").out();
        assertTrue(help.contains("smtpsh ["), help);
        assertTrue(help.contains("xamples"), help);
    }

    @Test
    void a_misspelt_command_is_not_run() {
        Program.Result ran = Smtpsh.with("exlpain", "550").run();
        assertEquals(2, ran.exit());
        assertTrue(ran.err().contains("Did you mean explain?"), ran.err());
    }

    @ParameterizedTest
    @ValueSource(ints = {80, 120})
    void read_aloud_there_are_labels_and_no_gutter(int columns) throws Exception {
        try (Tmux screen = greylisted(Sitting.in(folder).columns(columns).with("ACCESSIBLE", "1"))) {
            screen.see("^Server: 451").see("^Meaning: TRY LATER").see("^Fix: ").doNotSee("^ *\\|");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"bash", "zsh", "fish"})
    void completions_are_scripts_that_their_shells_can_read(String program) throws Exception {
        Peers.require(program);
        Path script = folder.resolve("completion");
        Files.writeString(
                script, Smtpsh.with("completions", program).run().wentWell().out());
        Program.of(program, "-n", script.toString()).run().wentWell();
    }

    private static Tmux greylisted(Sitting sitting) {
        Tmux screen = sitting.start("practice:greylist");
        screen.see("greeted>").line("EHLO a.test").see("ready>");
        screen.line("MAIL FROM:<me@a.test>").see("mail\\*>").line("RCPT TO:<amy@practice.test>");
        return screen.see("mail!>");
    }

    private Program.Result piped(String columns, String typed, String... arguments) {
        return Smtpsh.with(arguments)
                .with("COLUMNS", columns)
                .with("XDG_STATE_HOME", folder.resolve("state").toString())
                .input(typed)
                .run();
    }

    private static Program.Result shell(String command) {
        return Program.of("sh", "-c", command).with("LC_ALL", "C.UTF-8").run();
    }
}
