package dev.smtpsh.cli.script;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.smtpsh.cli.Cli;
import dev.smtpsh.cli.Streams;
import dev.smtpsh.peers.NameServer;
import dev.smtpsh.practice.PracticeServer;
import dev.smtpsh.practice.Setup;
import dev.smtpsh.practice.scenario.ShippedScenarios;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Options of {@code smtpsh run}, given as on the command line. */
@Timeout(120)
class RunOptionsTest {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @TempDir
    Path folder;

    @Test
    void a_block_is_run_for_each_mx_host_by_the_name_server_that_is_named() throws Exception {
        try (NameServer names = NameServer.start().zone("example.test");
                PracticeServer server = practice()) {
            names.add("example.test", "MX", "20 mx2.example.test.")
                    .add("example.test", "MX", "10 mx1.example.test.")
                    .add("example.test", "MX", "30 gone.example.test.")
                    .add("mx1.example.test", "A", "127.0.0.1")
                    // The first address answers nobody, and the second one is tried.
                    .add("mx2.example.test", "A", "127.0.0.99")
                    .add("mx2.example.test", "A", "127.0.0.1");
            String script = file(
                    "for host in mx {{domain}}\nopen {{host}}\n220\nEHLO a.example\nnote at {{host}}\nQUIT\nend\n");
            int code = run(
                    "--resolver",
                    names.option(),
                    "--port",
                    Integer.toString(server.port()),
                    "--var",
                    "domain=example.test",
                    script,
                    "--report",
                    "json:" + folder.resolve("r.json"));
            assertEquals(0, code, out + "\n" + err);
            String report = Files.readString(folder.resolve("r.json"));
            int first = report.indexOf("note at mx1.example.test");
            int second = report.indexOf("note at mx2.example.test");
            assertTrue(first > 0 && second > first, report);
            assertFalse(report.contains("gone.example.test"), report);
            assertTrue(
                    names.asked().stream().anyMatch(asked -> asked.startsWith("example.test. MX")), names.asked() + "");
        }
    }

    @Test
    void a_domain_without_mail_hosts_is_an_error_that_says_so() throws Exception {
        try (NameServer names = NameServer.start().zone("example.test")) {
            names.add("example.test", "MX", "0 .");
            String script = file("for host in mx example.test\nopen {{host}}\nend\n");
            assertEquals(1, run("--resolver", names.option(), script), out.toString());
            assertTrue(out.toString().contains("no MX host of example.test can be reached"), out.toString());
        }
    }

    @Test
    void hosts_are_reached_by_the_port_that_is_named() throws Exception {
        try (PracticeServer server = practice()) {
            String script = file("open {{host}}\nEHLO {{helo}}\n250 /greets probe.example.org/\nQUIT\n");
            int code = run(
                    "--hosts",
                    "127.0.0.1,localhost",
                    "--jobs",
                    "2",
                    "-p",
                    Integer.toString(server.port()),
                    "--helo",
                    "probe.example.org",
                    "-4",
                    "--connect-timeout",
                    "5s",
                    script);
            assertEquals(0, code, out + "\n" + err);
            assertTrue(out.toString().contains("a.smtp (127.0.0.1)"), out.toString());
            assertTrue(out.toString().contains("2 files, 0 failed; 6 exchanges"), out.toString());
        }
    }

    @Test
    void patience_is_what_the_option_says_whatever_the_file_says() throws Exception {
        String script = file("@timeout 1h\nopen practice:silent\ntimeout\n");
        assertEquals(0, run("--timeout", "200ms", script), out.toString());
    }

    @Test
    void it_is_run_so_often_or_until_it_fails() throws Exception {
        String script = file("open practice:greylist\nEHLO a.example\nQUIT\n");
        assertEquals(0, run("--repeat", "3", "--test", script));
        assertTrue(out.toString().startsWith("3 files, 0 failed; 9 exchanges"), out.toString());
        out.reset();
        String failing = file("open practice\nNOOP\n251\n");
        assertEquals(1, run("--until-fail", failing));
        assertTrue(out.toString().contains("1 file, 1 failed"), out.toString());
        assertTrue(out.toString().contains("99999 not run"), out.toString());
    }

    @Test
    void a_script_comes_from_standard_input_too() {
        assertEquals(0, run(List.of("-"), "open practice\nQUIT\n"), err.toString());
        assertTrue(out.toString().contains("pass -"), out.toString());
    }

    @Test
    void a_pattern_names_files() throws Exception {
        file("open practice\nQUIT\n");
        assertEquals(0, run(folder.resolve("*.smtp").toString()));
        assertEquals(2, run(folder.resolve("*.txt").toString()));
        assertTrue(err.toString().contains("no file fits"), err.toString());
    }

    private String file(String text) throws Exception {
        return Files.writeString(folder.resolve("a.smtp"), text).toString();
    }

    private int run(String... arguments) {
        return run(List.of(arguments), "");
    }

    private int run(List<String> arguments, String input) {
        List<String> all = new ArrayList<>(List.of("run"));
        all.addAll(arguments);
        Streams streams = new Streams(
                new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)),
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                false,
                false,
                Map.of());
        return Cli.over(streams, "test").run(all);
    }

    private static PracticeServer practice() throws Exception {
        return PracticeServer.start(ShippedScenarios.named("normal").orElseThrow(), Setup.ordinary());
    }
}
