package dev.smtpsh.cli.script;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.smtpsh.cli.option.Usage;
import dev.smtpsh.shell.means.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Files run against practice servers: what is printed and what is reported stands beside each file;
 * {@code -Dgolden=write} writes both anew, for review.
 */
@Timeout(120)
class RunTest {
    private static final Path FILES = Path.of("src/test/resources/script/run");
    private static final Map<String, ExitCode> CODES = Map.of(
            "passes", ExitCode.FINE,
            "many", ExitCode.FINE,
            "fails", ExitCode.REFUSED,
            "goes-on", ExitCode.UNREACHABLE,
            "nobody-there", ExitCode.UNREACHABLE,
            "secret", ExitCode.AUTH);

    @ParameterizedTest
    @ValueSource(strings = {"passes", "many", "fails", "goes-on", "nobody-there", "secret"})
    void a_file_prints_and_reports_what_is_expected(String name) throws Exception {
        Running running = new Running().with("SMTPSH_SECRET_password", "s3cretpw");
        ExitCode code = running.run(FILES.resolve(name + ".smtp").toString(), "--report", "tap:-");
        Running printing = new Running().with("SMTPSH_SECRET_password", "s3cretpw");
        printing.run(FILES.resolve(name + ".smtp").toString());
        is(name + ".txt", Running.steady(printing.out.toString()));
        is(name + ".tap", Running.steady(running.printed()));
        assertEquals(CODES.get(name), code);
    }

    @Test
    void no_secret_and_no_form_of_it_is_in_any_report(@TempDir Path folder) throws Exception {
        Running running = new Running().with("SMTPSH_SECRET_password", "s3cretpw");
        running.run(
                FILES.resolve("secret.smtp").toString(),
                "--report",
                "html:" + folder.resolve("r.html"),
                "--report",
                "junit:" + folder.resolve("r.xml"),
                "--report",
                "json:" + folder.resolve("r.json"),
                "--report",
                "tap:" + folder.resolve("r.tap"));
        for (String file : List.of("r.html", "r.xml", "r.json", "r.tap")) {
            String text = Files.readString(folder.resolve(file)) + running.out;
            // The password, its base64, and its base64 after "\0amy\0".
            for (String form : List.of("s3cretpw", "czNjcmV0cHc", "AGFteQBzM2NyZXRwdw", "zM2NyZXRwd")) {
                assertFalse(text.contains(form), file + " shows " + form);
            }
            assertTrue(text.contains("***"), file);
        }
    }

    @Test
    void nothing_is_sent_while_anything_is_wrong(@TempDir Path folder) throws Exception {
        Path good = Files.writeString(folder.resolve("a.smtp"), "open practice:normal\nQUIT\n");
        Path bad = Files.writeString(folder.resolve("b.smtp"), "open practice:normal\nEHLO {{who}}\n");
        Running running = new Running();
        assertEquals(ExitCode.USAGE, running.run(good.toString(), bad.toString()));
        assertEquals("", running.out.toString());
        assertTrue(running.err.toString().contains("`who` has no value"), running.err.toString());
    }

    @Test
    void variables_come_from_the_command_line_before_all_else(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(
                folder.resolve("v.smtp"), "@var a=file\n@var b={{a}}\nopen practice\nnote {{a}} {{b}} {{c}} {{d}}\n");
        Path vars = Files.writeString(folder.resolve("vars"), "# one\na=vars\nc=vars\n");
        Path json = Files.writeString(folder.resolve("vars.json"), "{\"d\": 4, \"c\": \"json\"}\n");
        Running running = new Running().with("SMTPSH_VAR_a", "environment").with("SMTPSH_VAR_c", "environment");
        running.run(
                "--dry-run", "--var", "a=line", "--vars", vars.toString(), "--vars", json.toString(), file.toString());
        assertTrue(running.out.toString().contains("note line line json 4"), running.out.toString());
    }

    @Test
    void a_dry_run_says_what_would_be_done_and_does_nothing(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(
                folder.resolve("d.smtp"),
                "@secret password\nopen 127.0.0.1:1\nfor x in a, b\nVRFY {{x}} {{password}}\nend\n");
        Running running = new Running().with("SMTPSH_SECRET_password", "s3cretpw");
        assertEquals(ExitCode.FINE, running.run("--dry-run", file.toString()));
        assertTrue(running.out.toString().contains("    VRFY {{x}} ***"), running.out.toString());
    }

    @Test
    void no_message_goes_out_where_none_may(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(
                folder.resolve("n.smtp"),
                "open practice\nEHLO a.example\nMAIL FROM:<>\nRCPT TO:<amy@practice.test>\nDATA\n\"\"\"\nx\n\"\"\"\n");
        Running running = new Running();
        assertEquals(ExitCode.FINE, running.run("--no-deliver", file.toString()));
        assertTrue(running.out.toString().contains("4 held"), running.out.toString());
        assertTrue(running.out.toString().contains("nothing is delivered, as --no-deliver says"));
    }

    @Test
    void each_file_is_run_for_each_host_and_many_at_a_time(@TempDir Path folder) throws Exception {
        for (int i = 0; i < 4; i++) {
            Files.writeString(
                    folder.resolve(i + ".smtp"), "@tags t" + i % 2 + "\nopen {{host}}\nEHLO a.example\nQUIT\n");
        }
        Running running = new Running();
        ExitCode code = running.run(
                "--jobs",
                "4",
                "--hosts",
                "practice:normal,practice:plain",
                "--tags",
                "t1",
                "--repeat",
                "2",
                folder.toString());
        assertEquals(ExitCode.FINE, code, running.out.toString());
        assertTrue(running.out.toString().contains("8 files, 0 failed; 24 exchanges"), running.out.toString());
        assertTrue(running.out.toString().contains("3.smtp (practice:plain)"), running.out.toString());
    }

    @Test
    void no_more_files_are_begun_after_one_has_failed(@TempDir Path folder) throws Exception {
        Files.writeString(folder.resolve("1.smtp"), "open practice\n421\n");
        Files.writeString(folder.resolve("2.smtp"), "open practice\n");
        Running running = new Running();
        assertEquals(ExitCode.REFUSED, running.run("--fail-fast", folder.toString()));
        assertTrue(running.out.toString().contains("1 file, 1 failed"), running.out.toString());
    }

    @Test
    void step_by_step_somebody_is_asked_before_each_line(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("s.smtp"), "open practice\nEHLO a.example\nNOOP\n");
        Answers answers = new Answers("", "", "q");
        Running running = new Running().asking(answers);
        assertEquals(ExitCode.FINE, running.run("--step", file.toString()));
        assertEquals(3, answers.asked.size());
        assertTrue(answers.asked.get(1).contains("EHLO a.example"), answers.asked.toString());
        assertTrue(running.out.toString().contains("S: 250"), running.out.toString());
        assertTrue(running.out.toString().contains("stopped by hand"), running.out.toString());
    }

    @Test
    void a_secret_that_was_not_given_is_asked_for(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("s.smtp"), "@secret pw\nopen practice\nNOOP {{pw}}\n");
        Running running = new Running().asking(new Answers("hunter2"));
        running.run(file.toString(), "--report", "tap:-");
        assertTrue(running.printed().contains("NOOP ***"), running.printed());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--report pdf:x",
                "--report tap",
                "--jobs 0",
                "--var x",
                "nothing-there.smtp",
                "--jobs 2 --step x",
                "--vars nothing-there x",
                ""
            })
    void wrong_usage_is_told(String arguments) {
        assertThrows(Usage.class, () -> new Running().run(arguments.isEmpty() ? new String[0] : arguments.split(" ")));
    }

    private static void is(String name, String text) throws IOException {
        Path file = FILES.resolve(name);
        if ("write".equals(System.getProperty("golden"))) {
            Files.writeString(file, text);
        }
        assertEquals(Files.readString(file), text);
    }
}
