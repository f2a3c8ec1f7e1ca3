package dev.smtpsh.render.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.smtpsh.annotate.Explainer;
import dev.smtpsh.annotate.Explanation;
import dev.smtpsh.annotate.matching.ShippedRules;
import dev.smtpsh.annotate.topic.ShippedTopics;
import dev.smtpsh.render.Safe;
import dev.smtpsh.render.text.Samples;
import dev.smtpsh.session.Exchange;
import dev.smtpsh.smtp.Octets;
import dev.smtpsh.smtp.reply.Reply;
import dev.smtpsh.smtp.reply.ReplyLimits;
import dev.smtpsh.smtp.reply.ReplyParser;
import dev.smtpsh.smtp.state.SessionState;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class JsonTest {
    @Test
    void an_exchange_is_one_line_of_json() {
        String line = written(Samples.greylisted());
        assertEquals(line.length() - 1, line.indexOf('\n'));
        assertTrue(
                line.startsWith("{\"v\":1,\"n\":5,\"session\":1,\"state\":\"mail\",\"stage\":\"rcpt\","
                        + "\"sent\":\"RCPT TO:<amy@example.net>\",\"reply\":{\"code\":451,\"enhanced\":\"4.7.1\","
                        + "\"lines\":[\"<amy@example.net>: Recipient address rejected: Greylisted\"],\"defects\":[]},"
                        + "\"ms\":38,\"outcome\":\"try-later\",\"rule\":\"greylist-1\",\"reason\":\"greylisted\","
                        + "\"confidence\":\"certain\","),
                line);
        JsonObject json = JsonParser.parseString(line).getAsJsonObject();
        assertEquals("nobody", json.get("who").getAsString());
        assertEquals("TLSv1.3", json.get("tls").getAsString());
        assertEquals(900, json.get("retryAfter").getAsInt());
        assertTrue(json.get("error").isJsonNull());
    }

    @Test
    void a_failure_has_the_same_members_as_an_exchange() {
        StringBuilder out = new StringBuilder();
        ExchangeJson.write(1, Samples.stranger(Octets.latin1("SSH-2.0\u0007\r\n")), out);
        JsonObject failure = JsonParser.parseString(out.toString()).getAsJsonObject();
        assertEquals(parsed(Samples.greylisted()).keySet(), failure.keySet());
        assertTrue(failure.get("reply").isJsonNull());
        JsonObject error = failure.getAsJsonObject("error");
        assertEquals("protocol", error.get("kind").getAsString());
        assertEquals("this is SSH, not SMTP", error.get("what").getAsString());
        assertEquals("SSH-2.0\u0007\r\n", error.get("seen").getAsString());
    }

    @Test
    void a_handshake_is_told_with_the_exchange_that_began_it() {
        JsonObject json = parsed(Samples.starttls(Samples.expired()));
        assertTrue(json.get("tls").isJsonNull(), "the reply itself came in plain text");
        JsonObject handshake = json.getAsJsonObject("handshake");
        assertEquals("TLSv1.2", handshake.get("version").getAsString());
        assertFalse(handshake.get("trusted").getAsBoolean());
        JsonObject remark = handshake.getAsJsonArray("remarks").get(0).getAsJsonObject();
        assertEquals("expired", remark.get("kind").getAsString());
        assertEquals(2, handshake.getAsJsonArray("chain").size());
        StringBuilder out = new StringBuilder();
        ExchangeJson.write(1, Samples.noTls(), out);
        JsonObject failed = JsonParser.parseString(out.toString()).getAsJsonObject();
        assertEquals(
                40,
                failed.getAsJsonObject("handshake")
                        .getAsJsonObject("alert")
                        .get("number")
                        .getAsInt());
    }

    @Test
    void secrets_are_left_out() {
        SessionState before = Samples.after(Samples.greeted(true), "EHLO a");
        String line = written(Samples.exchange(before, "AUTH PLAIN AGFteQBzM2NyZXRwdw==", Reply.of("235 ok")));
        assertFalse(line.contains("AGFt"), line);
        assertTrue(line.contains("\"sent\":\"AUTH PLAIN ***\""), line);
    }

    @Test
    void each_line_keeps_what_is_not_the_code_of_the_whole() {
        SessionState before = Samples.greeted(true);
        Reply reply = Reply.of("550-5.7.1 one\n550-5.1.1 two\n550 5.7.1x three");
        JsonObject json = parsed(Samples.exchange(before, "NOOP", reply)).getAsJsonObject("reply");
        assertEquals("5.1.1", json.get("enhanced").getAsString());
        assertEquals(
                "[\"5.7.1 one\",\"two\",\"5.7.1x three\"]", json.get("lines").toString());
    }

    @Test
    void text_that_is_utf_8_comes_back_exactly_and_harms_nobody_on_the_way() {
        Random random = new Random(8259);
        for (int round = 0; round < 3000; round++) {
            String text = hostile(random);
            StringBuilder out = new StringBuilder();
            Exchange exchange =
                    Samples.exchange(Samples.greeted(true), "VRFY " + text, reply(Octets.utf8("250 " + text)));
            ExchangeJson.write(1, exchange, List.of(Samples.accepted(text)), out);
            harmless(out);
            JsonObject json = JsonParser.parseString(out.toString()).getAsJsonObject();
            JsonElement line =
                    json.getAsJsonObject("reply").getAsJsonArray("lines").get(0);
            assertEquals(text, line.getAsString());
            assertEquals(text, json.get("meaning").getAsString());
        }
    }

    @Test
    void octets_that_are_not_utf_8_are_named() {
        Random random = new Random(3629);
        for (int round = 0; round < 2000; round++) {
            byte[] bytes = new byte[random.nextInt(80)];
            random.nextBytes(bytes);
            Octets octets = Octets.of(bytes);
            StringBuilder out = new StringBuilder();
            Exchange exchange = Samples.exchange(
                    Samples.greeted(true), "NOOP", reply(Octets.latin1("250 ").plus(octets)));
            ExchangeJson.write(1, exchange, List.of(), out);
            harmless(out);
            JsonObject reply =
                    JsonParser.parseString(out.toString()).getAsJsonObject().getAsJsonObject("reply");
            Optional<String> exact = octets.utf8();
            String line = reply.getAsJsonArray("lines").get(0).getAsString();
            assertEquals(exact.orElseGet(() -> Safe.visible(octets)), line);
        }
    }

    @Test
    void an_explanation_has_all_that_is_known() {
        StringBuilder out = new StringBuilder();
        ExplanationJson.write(Samples.explained(), out);
        JsonObject json = JsonParser.parseString(out.toString()).getAsJsonObject();
        assertEquals("451 4.7.1 Greylisted", json.get("input").getAsString());
        assertEquals(451, json.get("code").getAsInt());
        assertEquals("4.7.1", json.get("status").getAsString());
        assertEquals("try-later", json.get("outcome").getAsString());
        assertEquals("greylist-1", json.get("rule").getAsString());
        assertFalse(json.get("permanent").getAsBoolean());
        assertEquals("later", json.get("retry").getAsString());
        assertEquals(
                "Real senders lose minutes, not messages.",
                json.get("deliverability").getAsString());
        assertEquals("[\"RFC 6647 2\"]", json.get("references").toString());
        JsonObject stage = json.getAsJsonArray("stages").get(0).getAsJsonObject();
        assertEquals("mail", stage.get("stage").getAsString());
        assertEquals("dnsbl-2", stage.get("rule").getAsString());
        assertEquals(
                "4yz",
                json.getAsJsonArray("digits")
                        .get(0)
                        .getAsJsonObject()
                        .get("part")
                        .getAsString());
    }

    @Test
    void what_cannot_be_explained_is_an_error_in_json_too() {
        StringBuilder out = new StringBuilder();
        ExplanationJson.write(new Explanation.NotUnderstood("55\u202e", "Why.", "Mend."), out);
        harmless(out);
        JsonObject json = JsonParser.parseString(out.toString()).getAsJsonObject();
        assertEquals("55\u202e", json.get("input").getAsString());
        assertEquals("Mend.", json.getAsJsonObject("error").get("mend").getAsString());
    }

    @Test
    void a_reader_that_went_away_is_told_of() {
        Appendable gone = new Gone();
        assertThrows(UncheckedIOException.class, () -> ExchangeJson.write(1, Samples.greylisted(), List.of(), gone));
    }

    /** A pipe whose other end is closed. */
    private static final class Gone implements Appendable {
        @Override
        public Appendable append(CharSequence text) throws IOException {
            throw new IOException("Broken pipe");
        }

        @Override
        public Appendable append(CharSequence text, int start, int end) throws IOException {
            throw new IOException("Broken pipe");
        }

        @Override
        public Appendable append(char c) throws IOException {
            throw new IOException("Broken pipe");
        }
    }

    private static String written(Exchange exchange) {
        StringBuilder out = new StringBuilder();
        ExchangeJson.write(1, exchange, List.of(Samples.greylisting()), out);
        return out.toString();
    }

    private static JsonObject parsed(Exchange exchange) {
        return JsonParser.parseString(written(exchange)).getAsJsonObject();
    }

    private static void harmless(CharSequence line) {
        assertTrue(line.toString().codePoints().allMatch(c -> c == '\n' || Safe.harmless(c)), line.toString());
        assertEquals(line.length() - 1, line.toString().indexOf('\n'));
    }

    private static Reply reply(Octets line) {
        ReplyParser parser = new ReplyParser(ReplyLimits.DEFAULT);
        return parser.accept(line.plus(Octets.CRLF)).or(parser::end).orElseThrow();
    }

    private static String hostile(Random random) {
        // Begins like no enhanced status code.
        StringBuilder text = new StringBuilder("x");
        for (int i = random.nextInt(40); i > 0; i--) {
            int kind = random.nextInt(4);
            int codePoint = kind == 0
                    ? random.nextInt(0xa0)
                    : kind == 1
                            ? 0x2000 + random.nextInt(0x80)
                            : kind == 2 ? '"' + random.nextInt(60) : random.nextInt(0x110000);
            boolean line = codePoint == '\r' || codePoint == '\n';
            text.appendCodePoint(line || codePoint >= 0xd800 && codePoint < 0xe000 ? '\\' : codePoint);
        }
        return text.toString();
    }

    @Test
    void a_topic_is_told_with_all_it_has() {
        Explanation found = new Explainer(ShippedRules.annotator(), ShippedTopics::open).explain("SIZE");
        StringBuilder out = new StringBuilder();
        ExplanationJson.write(found, out);
        JsonObject json = JsonParser.parseString(out.toString()).getAsJsonObject();
        assertEquals(
                "SIZE in an EHLO reply",
                json.getAsJsonArray("terms")
                        .get(0)
                        .getAsJsonObject()
                        .get("form")
                        .getAsString());
        assertEquals(
                "docs/topics/size.md", json.getAsJsonObject("topic").get("page").getAsString());
        assertTrue(json.get("error").isJsonNull());
    }
}
