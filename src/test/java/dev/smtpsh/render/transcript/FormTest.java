package dev.smtpsh.render.transcript;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonParser;
import dev.smtpsh.annotate.Actor;
import dev.smtpsh.annotate.Annotation;
import dev.smtpsh.annotate.Confidence;
import dev.smtpsh.annotate.Verdict;
import dev.smtpsh.render.Safe;
import dev.smtpsh.render.text.Samples;
import dev.smtpsh.session.Exchange;
import dev.smtpsh.smtp.Octets;
import dev.smtpsh.smtp.command.Command;
import dev.smtpsh.smtp.reply.Reply;
import dev.smtpsh.smtp.state.SessionState;
import dev.smtpsh.smtp.state.Stage;
import dev.smtpsh.wire.Target;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.xml.sax.InputSource;

/** One conversation in every form of file; {@code -Dgolden=write} writes the expected files anew, for review. */
class FormTest {
    private static final Path EXPECTED = Path.of("src/test/resources/render/transcript");
    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");
    private static final String PASSWORD = "s3cretpw";

    @ParameterizedTest
    @EnumSource(Form.class)
    void theFilesAreAsExpected(Form form) throws IOException {
        String written = write(form, conversation(), Redaction.SECRETS);
        Path file = EXPECTED.resolve("sample." + form.suffix());
        if ("write".equals(System.getProperty("golden"))) {
            Files.createDirectories(EXPECTED);
            Files.writeString(file, written);
        }
        assertEquals(Files.readString(file), written);
    }

    @ParameterizedTest
    @EnumSource(Form.class)
    void nothingSecretAndNothingHarmfulIsInThem(Form form) throws IOException {
        for (Redaction redaction : Redaction.values()) {
            String written = write(form, conversation(), redaction);
            for (String secret : List.of(PASSWORD, base64(PASSWORD), base64("\0amy\0" + PASSWORD))) {
                assertFalse(written.contains(secret), form + " holds " + secret);
            }
            boolean harmless = written.codePoints().allMatch(c -> c == '\n' || Safe.harmless(c));
            assertTrue(harmless, form + " holds a control character");
        }
    }

    @ParameterizedTest
    @EnumSource(Form.class)
    void addressesCanBeHiddenWithTheirDomainsKept(Form form) throws IOException {
        String written = write(form, conversation(), Redaction.ADDRESSES);
        assertFalse(written.contains("amy@"), written);
        assertTrue(written.contains("user1@a.example"), written);
        assertTrue(written.contains("postmaster@b.example"), written);
    }

    @Test
    void aPageIsWellFormedAndAServersMarkupIsText() throws Exception {
        String page = write(Form.HTML, conversation(), Redaction.SECRETS);
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        // The document type of HTML names no file, and none is to be looked for.
        factory.setFeature("http://apache.org/xml/features/nonvalidating/load-external-dtd", false);
        var parsed = factory.newDocumentBuilder().parse(new InputSource(new StringReader(page)));
        assertEquals(0, parsed.getElementsByTagName("script").getLength());
        assertTrue(parsed.getDocumentElement().getTextContent().contains("<script>alert(1)</script>"));
    }

    @Test
    void jsonFormsParse() throws IOException {
        var whole = JsonParser.parseString(write(Form.JSON, conversation(), Redaction.SECRETS))
                .getAsJsonObject();
        List<String> lines =
                write(Form.JSONL, conversation(), Redaction.SECRETS).lines().toList();
        assertEquals(lines.size(), whole.getAsJsonArray("exchanges").size());
        lines.forEach(line -> assertEquals(
                1, JsonParser.parseString(line).getAsJsonObject().get("v").getAsInt()));
        write(Form.CAST, conversation(), Redaction.SECRETS).lines().forEach(JsonParser::parseString);
    }

    @Test
    void whatWasLeftOutIsSaid() {
        assertEquals(
                "3 secrets hidden; addresses kept (--redact addresses hides them).",
                Redactor.words(Redactor.redact(conversation(), Redaction.SECRETS)));
        assertEquals(
                "3 secrets hidden; 1 address hidden.",
                Redactor.words(Redactor.redact(conversation(), Redaction.ADDRESSES)));
    }

    @Test
    void okOnlyLeavesOutWhatWasRefusedOrCameToNothing() throws IOException {
        String script = write(Form.SMTP, conversation().okOnly(), Redaction.SECRETS);
        assertFalse(script.contains("550"), script);
        assertFalse(script.contains("closed"), script);
        assertTrue(script.contains("354"), script);
    }

    @Test
    void theSuffixTellsTheForm() {
        assertEquals(Optional.of(Form.JSONL), Form.of("Probe.JSONL"));
        assertEquals(Optional.empty(), Form.of("probe"));
        assertEquals(Optional.empty(), Form.of("json"));
    }

    @Test
    void quotedAndStrangeAddressesAreHiddenToo() {
        Addresses addresses = new Addresses();
        assertEquals("user1@x, user2@x and user1@y", addresses.hide("\"a b\"@x, c+d@x and \"a b\"@y"));
        assertEquals("@x @ x@ postmaster@x", addresses.hide("@x @ x@ postmaster@x"));
    }

    private static String write(Form form, Transcript transcript, Redaction redaction) throws IOException {
        Transcript clean = Redactor.redact(transcript, redaction).transcript();
        StringBuilder out = new StringBuilder();
        form.write(new Document(clean, redaction, "1.0", ZoneOffset.UTC), out);
        return out.toString();
    }

    private static Transcript conversation() {
        SessionState ready = Samples.after(Samples.greeted(true), "EHLO a.example");
        Target target = new Target("mx.b.example", InetAddress.getLoopbackAddress(), 2525);
        return new Transcript(
                1,
                "mx.b.example",
                NOON,
                List.of(
                        new Event.Connected(NOON, target, Duration.ofMillis(7)),
                        said(Samples.exchange(
                                SessionState.connected(false),
                                Optional.empty(),
                                Stage.GREETING,
                                Reply.of("220-mx.b.example \u001b[2J<script>alert(1)</script>\n220 ``` \u202ehello"),
                                Optional.empty())),
                        said(Samples.starttls(Samples.expired())),
                        said(Samples.exchange(
                                ready,
                                "AUTH PLAIN " + base64("\0amy\0" + PASSWORD),
                                Reply.of("535 5.7.8 no: " + base64(PASSWORD)))),
                        said(Samples.exchange(ready, "AUTH LOGIN", Reply.of("334 UGFzc3dvcmQ6"))),
                        said(answered("amy", "334 UGFzc3dvcmQ6")),
                        said(answered(PASSWORD, "235 2.7.0 Welcome " + PASSWORD)),
                        said(Samples.exchange(
                                ready, "MAIL FROM:<amy@a.example>", Reply.of("250 2.1.0 <amy@a.example>"))),
                        said(Samples.exchange(
                                ready, "RCPT TO:<postmaster@b.example>", Reply.of("550 5.1.1 No & never"))),
                        said(Samples.exchange(ready, "DATA", Reply.of("354 go"))),
                        said(message("From: <amy@a.example>\r\n\r\n.dot\r\n\"\"\" {{x}}\r\n")),
                        said(Samples.exchange(ready, "VRFY <amy@a.example>", Reply.of("252 2.0.0 Perhaps"))),
                        new Event.Failed(NOON, Samples.stranger(Octets.latin1("amy@a.example hung up\r\n")))));
    }

    private static Event said(Exchange exchange) {
        boolean refused = exchange.reply().refused();
        Annotation annotation = Samples.annotation(
                refused ? "no-1" : "yes-1",
                refused ? Verdict.REFUSED : Verdict.OK,
                refused ? "Refused" : "Accepted",
                refused ? "The server says <no>." : "The server says yes.",
                Actor.YOU,
                refused ? List.of("Look at it.  VRFY <x>") : List.of(),
                Confidence.LIKELY);
        return new Event.Said(exchange, List.of(annotation), false);
    }

    private static Exchange answered(String answer, String reply) {
        SessionState ready = Samples.after(Samples.greeted(true), "EHLO a.example");
        Command command = new Command.AuthAnswer(Octets.latin1(base64(answer)));
        return Samples.exchange(ready, Optional.of(command), Stage.AUTH, Reply.of(reply), Optional.empty());
    }

    private static Exchange message(String text) {
        SessionState ready =
                Samples.after(Samples.greeted(true), "EHLO a.example", "MAIL FROM:<>", "RCPT TO:<b@b.example>");
        byte[] octets = text.getBytes(StandardCharsets.UTF_8);
        Command command = new Command.Message(() -> new ByteArrayInputStream(octets));
        return Samples.exchange(
                ready, Optional.of(command), Stage.MESSAGE, Reply.of("250 2.0.0 queued"), Optional.empty());
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
