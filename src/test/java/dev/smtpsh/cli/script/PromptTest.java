package dev.smtpsh.cli.script;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.smtpsh.annotate.matching.ShippedRules;
import dev.smtpsh.render.Drawing;
import dev.smtpsh.render.Level;
import dev.smtpsh.shell.Shell;
import dev.smtpsh.shell.connect.TargetSpec;
import dev.smtpsh.shell.face.Face;
import dev.smtpsh.shell.face.TextFace;
import dev.smtpsh.shell.login.Keyring;
import dev.smtpsh.shell.login.Logins;
import dev.smtpsh.shell.means.Choices;
import dev.smtpsh.shell.means.ExitCode;
import dev.smtpsh.shell.means.Identity;
import dev.smtpsh.shell.means.Manner;
import dev.smtpsh.shell.teach.Syllabus;
import dev.smtpsh.smtp.Octets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Lines of a script that are typed at the prompt: they judge what came, and never go to the server. */
@Timeout(60)
class PromptTest {
    private final StringBuilder seen = new StringBuilder();

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "EHLO {{helo}}|250|? has STARTTLS|? not has BURL|? size >= 10 MiB|let max = size|? var max == 10485760",
                "EHLO a.example|250 /greets (\\S+)/|let who = match 1|VRFY {{who}}|2xx or 5xx|? line 1 contains a.example",
                "MAIL FROM:<>|503|~ 250|EHLO a.example|expect 250 or 550|? rcpt accepted == 0",
                "EHLO a.example|STARTTLS|220|? tls version >= TLSv1.2|? tls trusted|? tls cert days-left > 0",
                "raw \"EHLO a\\r\\nNOOP\\r\\nVRFY\\r\\n\"|250|250|501 5.5.4|? code == 501",
                "raw \"NO\"|raw \"OP\\r\\n\"|250|nothing within 50ms|QUIT|221|closed",
                "NOOP|any|drop|closed",
                "EHLO a.example|half-close|closed",
                "note all of it|let text = \"x\"|? var text == x|wait 10ms"
            })
    void what_holds_at_the_prompt_holds_in_a_file(String lines) throws Exception {
        Shell shell = shell("normal");
        type(shell, lines.split("\\|"));
        assertFalse(seen.toString().contains("FAIL "), seen.toString());
        assertFalse(seen.toString().contains("NOT DONE"), seen.toString());
        Path file = Files.writeString(
                folder.resolve("a.smtp"), "open practice:normal\n220\n" + lines.replace('|', '\n') + "\n");
        Running running = new Running();
        assertEquals(ExitCode.FINE, running.run(file.toString()), running.out.toString());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "EHLO a.example|550",
                "NOOP|251",
                "NOOP|250 5.1.1",
                "NOOP|250 \"nonsense\"",
                "NOOP|250 /nonsense/",
                "NOOP|closed",
                "NOOP|timeout",
                "EHLO a.example|? has BURL",
                "EHLO a.example|? size > 10 MiB",
                "NOOP|? tls trusted",
                "NOOP|? annotation == greylisted",
                "raw \"NOOP\\r\\nNOOP\\r\\n\"|250|550"
            })
    void what_fails_at_the_prompt_fails_in_a_file(String lines) throws Exception {
        Shell shell = shell("normal");
        type(shell, lines.split("\\|"));
        assertTrue(seen.toString().contains("FAIL "), seen.toString());
        assertEquals(ExitCode.REFUSED, shell.exitCode());
        Path file = Files.writeString(
                folder.resolve("a.smtp"), "open practice:normal\n220\n" + lines.replace('|', '\n') + "\n");
        assertEquals(ExitCode.REFUSED, new Running().run(file.toString()));
    }

    @Test
    void a_failure_says_what_came_what_it_means_and_how_to_mend_it() {
        type(shell("nouser"), "EHLO a.example", "MAIL FROM:<>", "RCPT TO:<nobody@practice.test>");
        int before = seen.length();
        type(shell, "250");
        String told = seen.substring(before);
        assertTrue(told.contains("FAIL       250; the server said 550 5.1.1"), told);
        assertTrue(told.contains("| Why  ") && told.contains("| Fix  "), told);
    }

    @Test
    void digits_go_to_the_server_by_raw_alone() {
        type(shell("normal"), "250");
        assertFalse(seen.toString().contains("C: 250"), seen.toString());
        type(shell, "raw 250");
        assertTrue(seen.toString().contains("C: 250"), seen.toString());
    }

    @Test
    void a_soft_failure_does_not_count() {
        type(shell("normal"), "NOOP", "~ 550");
        assertTrue(seen.toString().contains("SOFT       550;"), seen.toString());
        assertEquals(ExitCode.FINE, shell.exitCode());
    }

    @Test
    void a_command_is_said_again_until_what_is_wanted_comes() {
        type(
                shell("greylist"),
                "EHLO a.example",
                "MAIL FROM:<>",
                "RCPT TO:<amy@practice.test>",
                "250 or 451 within 900ms every 100ms");
        String[] tries = seen.toString().split("S: 451 4.7.1", -1);
        assertTrue(tries.length > 2, seen.toString());
        assertTrue(seen.toString().contains("FAIL       250 or 451 within 900ms every 100ms;"), seen.toString());
        type(shell, "later 10m", "RCPT TO:<amy@practice.test>", "250 or 451 within 900ms every 100ms");
        assertTrue(seen.toString().contains("HELD       250 or 451 within 900ms every 100ms"), seen.toString());
    }

    @Test
    void conversations_have_names_as_in_a_file() {
        type(
                shell("normal"),
                "[alice] open practice:plain",
                "[alice] EHLO alice.example",
                "[alice] 250 \"alice.example\"",
                "[1] NOOP",
                "[carol] NOOP");
        assertTrue(seen.toString().contains("HELD       250 \"alice.example\""), seen.toString());
        assertTrue(seen.toString().contains("There is no conversation carol."), seen.toString());
        assertEquals("practice:normal", shell.host());
    }

    @Test
    void only_names_of_what_was_kept_are_filled_in() {
        type(shell("normal"), "let x = \"a.example\"", "EHLO {{x}} {{y}}", "raw NOOP {{x}}");
        assertTrue(seen.toString().contains("C: EHLO a.example {{y}}"), seen.toString());
        assertTrue(seen.toString().contains("C: NOOP {{x}}"), seen.toString());
        assertTrue(seen.toString().contains("Nothing was kept under {{y}}"), seen.toString());
    }

    @Test
    void mistakes_are_told_with_their_mend() {
        for (String[] one : List.of(
                new String[] {"? tls versoin", "Did you mean `version`?"},
                new String[] {"25q", "is no reply code or pattern of one"},
                new String[] {"let x = match 1", "no expression has matched before"},
                new String[] {"? var x == 1", "`x` has no value"},
                new String[] {"for x in a, b", "blocks, messages and included files need a script"},
                new String[] {"? tls dane", "cannot be told by this version"},
                new String[] {"wait long", "wait cannot read long"},
                new String[] {"bytes nothing-there", "cannot read nothing-there"})) {
            seen.setLength(0);
            type(shell("normal"), one[0]);
            String told = seen.toString().replaceAll("\\s*\\n   \\| *", " ").toLowerCase(java.util.Locale.ROOT);
            assertTrue(told.contains(one[1].toLowerCase(java.util.Locale.ROOT)), told);
        }
    }

    private Shell shell;

    private void type(Shell typing, String... lines) {
        for (String line : lines) {
            typing.accept(Octets.utf8(line));
        }
    }

    private Shell shell(String scenario) {
        Face face = new TextFace(
                text -> seen.append(text.plain()), new Drawing(80, false, false, Level.NORMAL), () -> 0, true);
        Answers nobody = new Answers();
        shell = new Shell(
                Running.connector(Optional.empty()),
                ShippedRules.whenAsked(),
                face,
                nobody,
                new Logins(Keyring.EMPTY, nobody, face, Choices.fixed(Manner.DEFAULT)),
                Choices.fixed(Manner.DEFAULT),
                new Identity("probe.example.org", "test"),
                Syllabus.unkept());
        shell.open(new TargetSpec.Practice(scenario));
        return shell;
    }
}
