package dev.smtpsh;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.smtpsh.peers.Peers;
import dev.smtpsh.peers.Postfix;
import dev.smtpsh.peers.Program;
import dev.smtpsh.peers.Smtpsh;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The examples of the documentation against a real Postfix, and their reports before a reader made by others. */
@Timeout(180)
class ScriptExamplesIT {
    private static final Path EXAMPLES = Path.of("docs/examples");

    private static Postfix postfix;

    @TempDir
    Path folder;

    @BeforeAll
    static void start() throws IOException {
        // Otherwise it takes a line feed for a line end, which end-of-data.smtp is there to find.
        postfix = Postfix.startWith("smtpd_forbid_bare_newline = normalize");
    }

    @AfterAll
    static void stop() {
        if (postfix != null) {
            postfix.close();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "mx-health",
                "certificate-days",
                "greylisting",
                "open-relay",
                "size-limits",
                "end-of-data",
                "pipelining",
                "vrfy-policy",
                "two-clients",
                "addresses",
                "monitor"
            })
    void an_example_passes_against_postfix(String name) {
        Program.Result result = run(EXAMPLES.resolve(name + ".smtp").toString());
        assertEquals(0, result.exit(), result.out() + result.err());
    }

    @Test
    void an_end_of_data_that_should_not_be_one_is_found() throws IOException {
        try (Postfix lenient = Postfix.startWith("smtpd_forbid_bare_newline = no")) {
            Program.Result result = Smtpsh.with(
                            "run",
                            "--var",
                            "host=127.0.0.1:" + lenient.port(),
                            EXAMPLES.resolve("end-of-data.smtp").toString())
                    .run();
            assertEquals(1, result.exit(), result.out() + result.err());
            assertTrue(result.out().contains("Subject: LF . LF"), result.out());
            assertTrue(result.out().contains("the server said 250 2.0.0 Ok: queued as"), result.out());
        }
    }

    @Test
    void cron_is_told_of_a_change_and_of_nothing_else() throws IOException {
        Path domains = Files.writeString(folder.resolve("domains.txt"), "practice:normal\npractice:greylist # two\n");
        Program.Result first = monitor(domains);
        assertEquals(0, first.exit(), first.out());
        assertTrue(first.out().contains("2 files, 0 failed"), first.out());
        assertEquals("", monitor(domains).out());

        Files.writeString(domains, "practice:normal\npractice:plain\n");
        Program.Result worse = monitor(domains);
        assertEquals(1, worse.exit(), worse.out());
        assertTrue(worse.out().contains("STARTTLS is not offered"), worse.out());
        Program.Result still = monitor(domains);
        assertEquals(1, still.exit());
        assertEquals("", still.out());

        Program.Result wrong = monitor(folder.resolve("missing.txt"));
        assertEquals(2, wrong.exit());
        assertTrue(wrong.out().contains("--hosts-file cannot read"), wrong.out());
    }

    @Test
    void tap_is_read_by_perl() throws IOException {
        Peers.require("perl");
        Path tap = folder.resolve("report.tap");
        run("--report", "tap:" + tap, EXAMPLES.toString(), "src/test/resources/script/run/goes-on.smtp");
        List<String> lines = Files.readAllLines(tap);
        assertEquals("TAP version 14", lines.get(0));
        // Perl's reader tells errors of its own in versions it does not know yet; 13 has no subtests but skips them.
        lines.set(0, "TAP version 13");
        assertTrue(read(lines).endsWith(" errors=0 failed=" + failedIn(lines)), read(lines));
        List<String> subtest = new ArrayList<>();
        int subtests = 0;
        for (String line : lines.subList(2, lines.size())) {
            if (line.startsWith("    ")) {
                subtest.add(line.substring(4));
            } else if (!subtest.isEmpty()) {
                subtest.add(0, "TAP version 13");
                assertTrue(read(subtest).endsWith(" errors=0 failed=" + failedIn(subtest)), read(subtest));
                subtest.clear();
                subtests++;
            }
        }
        assertTrue(subtests > 10, "there are " + subtests);
    }

    private static Program.Result run(String... arguments) {
        List<String> all =
                new ArrayList<>(List.of("run", "--ca", postfix.certificate().toString()));
        all.addAll(List.of("-4", "--var", "host=localhost:" + postfix.port()));
        all.addAll(List.of(arguments));
        return Smtpsh.with(all.toArray(String[]::new))
                .with("SMTPSH_SECRET_password", "s3cretpw")
                .run();
    }

    private Program.Result monitor(Path domains) {
        return Program.of(
                        "sh",
                        EXAMPLES.resolve("monitor.sh").toString(),
                        domains.toString(),
                        folder.resolve("state").toString())
                .with("SMTPSH", Smtpsh.launcher())
                .run();
    }

    private static long failedIn(List<String> tap) {
        return tap.stream()
                .filter(line -> line.startsWith("not ok ") && !line.contains(" # TODO "))
                .count();
    }

    private static String read(List<String> tap) {
        String program = "use TAP::Parser; local $/; my $p = TAP::Parser->new({tap => <STDIN>}); $p->run;"
                + " print join(', ', $p->parse_errors), ' errors=', scalar($p->parse_errors),"
                + " ' failed=', scalar($p->failed);";
        return Program.of("perl", "-e", program)
                .input(String.join("\n", tap) + "\n")
                .run()
                .wentWell()
                .out();
    }
}
