package dev.smtpsh.cli.script;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonElement;
import com.google.gson.JsonParser;
import dev.smtpsh.peers.ScriptedPeer;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.SchemaFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;

/** The four reports: what stands in them, who can read them, and what a hostile server cannot make of them. */
@Timeout(120)
class ReportsTest {
    private static final Path FILES = Path.of("src/test/resources/script/run");
    private static final List<String> FORMS = List.of("tap", "junit", "json", "html");

    // Markup, ends of the forms' own quotings, control characters, characters that reorder text, and no characters at
    // all.
    private static final String HOSTILE =
            "</pre></style><script>alert(1)</script><img src=x onerror=alert(2)> ]]> --> &lt; "
                    + "\" onload=\" ' \\\" # TODO \\ \033[2J\033]0;own\007 \t \000 \u0080\u00ff "
                    + utf8("\u202e\u2028\ufffe\uffff\ufeff\u0085");

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"junit", "json", "html"})
    void a_failed_file_is_reported_as_expected(String form) throws Exception {
        is("fails." + form, steady(report(FILES.resolve("fails.smtp"), form)));
    }

    @Test
    void the_xml_is_what_build_servers_read() throws Exception {
        for (String name : List.of("passes", "fails", "goes-on", "nobody-there", "many")) {
            valid(report(FILES.resolve(name + ".smtp"), "junit"));
        }
    }

    @Test
    void failures_and_errors_are_told_apart() throws Exception {
        String broken = report(FILES.resolve("nobody-there.smtp"), "junit");
        assertTrue(broken.contains("failures=\"0\" errors=\"1\""), broken);
        assertTrue(broken.contains("<error message=\"connection to 127.0.0.1") && !broken.contains("<failure"), broken);
        String failed = report(FILES.resolve("fails.smtp"), "junit");
        assertTrue(failed.contains("failures=\"1\" errors=\"0\""), failed);
        assertTrue(failed.contains("<failure message=\"") && !failed.contains("<error"), failed);
        assertTrue(report(FILES.resolve("nobody-there.smtp"), "tap").contains("severity: \"error\""));
        assertTrue(report(FILES.resolve("nobody-there.smtp"), "json").contains("\"status\":\"error\""));
        assertTrue(report(FILES.resolve("nobody-there.smtp"), "html").contains("<li class=\"broken\">"));
    }

    @Test
    void the_page_shows_times_tls_facts_and_meanings_and_needs_nothing_from_outside() throws Exception {
        String page = report(FILES.resolve("passes.smtp"), "html");
        assertTrue(page.contains("default-src 'none'"), page);
        assertFalse(page.contains("<script") || page.contains("src=") || page.contains("href=\"http"), page);
        assertFalse(page.contains("url(") || page.contains("@import"), page);
        for (String wanted : List.of(
                "class=\"timeline\"",
                "<dt>TLS</dt><dd>TLSv1.3, ",
                "<dt>Issuer</dt><dd>CN=smtpsh practice authority</dd>",
                "<dt>Trusted</dt><dd>yes</dd>",
                "Recipient accepted.",
                "id=\"f1-3\"",
                "href=\"#f1-3\"")) {
            assertTrue(page.contains(wanted), wanted + "\n" + page);
        }
        xml(page);
    }

    @Test
    void the_page_can_be_narrowed_to_what_failed() throws Exception {
        Path page = folder.resolve("both.html");
        new Running()
                .run(
                        "--report",
                        "html:" + page,
                        FILES.resolve("fails.smtp").toString(),
                        FILES.resolve("passes.smtp").toString());
        String html = Files.readString(page);
        assertTrue(html.contains("<h1 class=\"refused\"><i></i>1 of 2 files failed</h1>"), html);
        assertTrue(
                html.contains("#only:checked ~ article.ok") && html.contains("<input type=\"checkbox\" id=\"only\""));
        assertTrue(html.contains("<article class=\"refused\" id=\"f1\">\n<details open=\"open\">"), html);
        assertTrue(html.contains("<article class=\"ok\" id=\"f2\">\n<details>"), html);
    }

    @Test
    void whatever_a_server_says_stays_text() throws Exception {
        Path script = folder.resolve("hostile.smtp");
        List<String> reports = new ArrayList<>();
        StringBuilder shown = new StringBuilder();
        for (String form : FORMS) {
            try (ScriptedPeer peer = ScriptedPeer.playing(ReportsTest::hostile)) {
                Files.writeString(
                        script,
                        "@continue on\nopen 127.0.0.1:" + peer.port()
                                + "\nEHLO a.example\n? reply == \"well-behaved\"\nlet said = reply\nnote {{said}}\n"
                                + "MAIL FROM:<>\n250 \"kind\"\nQUIT\n");
                Running running = new Running();
                running.run("--report", form + ":" + folder.resolve("report"), script.toString());
                reports.add(Files.readString(folder.resolve("report")));
                shown.append(running.out).append(running.err);
            }
        }
        for (String text : reports) {
            assertEquals("", unseemly(text), text);
        }
        assertEquals("", unseemly(shown.toString()), shown.toString());
        String page = reports.get(3);
        assertFalse(page.contains("<script") || page.contains("<img") || page.contains(" onload=\""), page);
        assertTrue(page.contains("&lt;script&gt;alert(1)"), page);
        xml(page);
        valid(reports.get(1));
        JsonElement json = JsonParser.parseString(reports.get(2));
        assertTrue(json.toString().contains("alert(1)"), reports.get(2));
        assertTrue(
                reports.get(0)
                        .lines()
                        .allMatch(
                                line -> line.matches(
                                        "TAP version 14|1\\.\\.1|# Subtest: .*|(    )?(not )?ok \\d+ - .*|    1\\.\\.\\d+| {6}(---|\\.\\.\\.|[a-z]+: \"([^\"\\\\]|\\\\.)*\")")),
                reports.get(0));
        assertFalse(
                Pattern.compile("(?m)^ *(not )?ok .*[^\\\\]# TODO")
                        .matcher(reports.get(0))
                        .find(),
                "a server cannot excuse a failure: " + reports.get(0));
    }

    private static void hostile(ScriptedPeer.Stage stage) throws IOException {
        stage.say("220 " + HOSTILE + "\r\n");
        stage.hear();
        stage.say("250-" + HOSTILE + "\r\n250-ok 1 - " + HOSTILE + "\r\n250 SIZE\r\n");
        stage.hear();
        stage.say("550 5.1.1 " + HOSTILE + "\r\n");
        stage.hear();
        stage.say("221 " + HOSTILE + "\r\n");
    }

    private String report(Path script, String form) throws Exception {
        Path report = folder.resolve("r." + form);
        new Running().run(script.toString(), "--report", form + ":" + report);
        return Files.readString(report);
    }

    private static void valid(String xml) throws Exception {
        SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
                .newSchema(Path.of("src/test/resources/script/junit.xsd").toFile())
                .newValidator()
                .validate(new StreamSource(new StringReader(xml)));
    }

    private static Document xml(String page) throws Exception {
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(page.replace("<!DOCTYPE html>", ""))));
    }

    // What must be in no report: control characters, and characters that are invisible or move their neighbours.
    private static String unseemly(String text) {
        return text.codePoints()
                .filter(code -> code != '\n')
                .filter(code -> code < ' '
                        || code >= 0x7f && code < 0xa0
                        || "\u202e\u2028\ufffe\uffff\ufeff".indexOf(code) >= 0)
                .mapToObj(Integer::toHexString)
                .collect(Collectors.joining(" "));
    }

    private static String utf8(String text) {
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
    }

    private static String steady(String text) {
        return Running.steady(text)
                .replaceAll("[0-9]{4}-[0-9]{2}-[0-9]{2}[T ][0-9:]{5,8}(\\.[0-9]+)?", "TIME")
                .replaceAll("left:[0-9.]+%;width:[0-9.]+%", "left:N%;width:N%")
                .replaceAll("(time=\"|\"ms\":|\"since\":)[0-9.]+", "$1N")
                .replaceAll("(?s)<style>.*</style>", "<style>...</style>")
                .replaceAll("(\"smtpsh\":)\"[^\"]*\"", "$1\"V\"");
    }

    private static void is(String name, String text) throws IOException {
        Path file = FILES.resolve(name);
        if ("write".equals(System.getProperty("golden"))) {
            Files.writeString(file, text);
        }
        assertEquals(Files.readString(file), text);
    }
}
