package dev.smtpsh.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.smtpsh.practice.PracticeServer;
import dev.smtpsh.practice.Setup;
import dev.smtpsh.practice.scenario.ScenarioFile;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateEncodingException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * The table of faulty servers: {@code hostile.txt}. Each row is a fault of a scenario, what is typed at it, what must be
 * shown, and the exit code. A row begins with {@code ##}, its number and what is wrong. {@code >} is typed; {@code @} are
 * options; {@code ?} must be shown, {@code !} must not; {@code =} is the exit code; the rest is the scenario.
 */
class HostileServersTest {
    private static final Duration ATMOST = Duration.ofSeconds(20);
    private static final String HEAD = "name: x\ntitle: X\nabout: An x.\nhost: mx.practice.test\n";
    private static final String KEYWORDS =
            "keywords: [PIPELINING, SIZE 1000000, STARTTLS, AUTH PLAIN LOGIN SCRAM-SHA-256, CHUNKING, ENHANCEDSTATUSCODES]\n";
    private static final String PEOPLE = "users: {amy: s3cretpw}\ndomains: {practice.test: [amy, bob]}\n";

    @TempDir
    private Path home;

    private record Row(String name, List<String> lines) {
        List<String> of(String mark) {
            return lines.stream()
                    .filter(line -> line.startsWith(mark + " "))
                    .map(line -> line.substring(2))
                    .toList();
        }

        String scenario() {
            String text = String.join(
                    "\n",
                    lines.stream().filter(line -> !line.matches("[>@?!=#] .*")).toList());
            String offers = text.contains("keywords:") ? "" : KEYWORDS;
            return HEAD + offers + PEOPLE + text + "\n";
        }
    }

    @TestFactory
    Stream<DynamicTest> the_fault_is_named() throws IOException {
        return rows().stream().map(row -> DynamicTest.dynamicTest(row.name(), () -> play(row)));
    }

    private static List<Row> rows() throws IOException {
        List<Row> rows = new ArrayList<>();
        for (String line : Files.readAllLines(Path.of("src/test/resources/dev/smtpsh/cli/hostile.txt"))) {
            if (line.startsWith("## ")) {
                rows.add(new Row(line.substring(3), new ArrayList<>()));
            } else if (!line.isBlank() && !rows.isEmpty()) {
                rows.get(rows.size() - 1).lines().add(line);
            }
        }
        return rows;
    }

    private void play(Row row) throws IOException {
        ScenarioFile file = ScenarioFile.read(row.name(), row.scenario());
        assertTrue(file.scenario().isPresent(), () -> file.complaints().toString());
        try (PracticeServer server = PracticeServer.start(file.scenario().get(), Setup.ordinary())) {
            List<String> arguments = new ArrayList<>(List.of("--no-input"));
            row.of("@").forEach(options -> arguments.addAll(Arrays.asList(options.split(" "))));
            if (arguments.remove("trusting")) {
                arguments.addAll(List.of("--ca", authority(server)));
            }
            arguments.add("127.0.0.1:" + server.port());
            String typed = String.join("\n", row.of(">")) + "\n";
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            int exit = assertTimeoutPreemptively(ATMOST, () -> run(arguments, typed, out));
            judge(row, out.toString(StandardCharsets.UTF_8), exit);
        }
    }

    private static void judge(Row row, String shown, int exit) throws IOException {
        if (System.getProperty("hostile") != null) {
            Files.writeString(
                    Path.of(System.getProperty("hostile"), row.name().replaceAll("[^0-9a-z]+", "_") + ".txt"),
                    shown + "= " + exit + "\n");
        }
        // In a column of its own, a sentence may be broken anywhere.
        String flat = shown.replaceAll("\\n\\s+\\|?\\s*", " ");
        row.of("?").forEach(words -> assertTrue(flat.contains(words), () -> words + " is not in\n" + shown));
        row.of("!").forEach(words -> assertFalse(flat.contains(words), () -> words + " is in\n" + shown));
        assertTrue(shown.chars().noneMatch(c -> c < ' ' && c != '\n' || c >= 0x7f && c < 0xa0), shown);
        assertTrue(shown.chars().noneMatch(c -> c >= 0x202a && c <= 0x202e), shown);
        row.of("=").forEach(code -> assertEquals(Integer.parseInt(code), exit, shown));
    }

    private int run(List<String> arguments, String typed, ByteArrayOutputStream out) {
        PrintStream print = new PrintStream(out, true, StandardCharsets.UTF_8);
        Streams streams = new Streams(
                new ByteArrayInputStream(typed.getBytes(StandardCharsets.UTF_8)),
                print,
                print,
                false,
                false,
                Map.of("LC_ALL", "C.UTF-8", "HOME", home.toString()));
        int exit = Cli.over(streams, "test").run(arguments);
        print.flush();
        return exit;
    }

    private String authority(PracticeServer server) throws IOException {
        try {
            String base64 = Base64.getMimeEncoder(64, new byte[] {'\n'})
                    .encodeToString(server.authority().certificate().getEncoded());
            String pem = "-----BEGIN CERTIFICATE-----\n" + base64 + "\n-----END CERTIFICATE-----\n";
            return Files.writeString(home.resolve("ca.pem"), pem).toString();
        } catch (CertificateEncodingException e) {
            throw new IOException(e);
        }
    }
}
