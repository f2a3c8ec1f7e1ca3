package dev.smtpsh.smtp.reply;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.smtpsh.smtp.Octets;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReplyParserTest {
    @Test
    void aSingleLineIsAWholeReply() {
        Reply reply = whole("250 2.1.5 Recipient OK\r\n");
        assertTrue(reply.is(250));
        assertEquals("2.1.5", reply.status().orElseThrow().toString());
        assertEquals("2.1.5 Recipient OK", reply.text());
        assertEquals(Set.of(), reply.defects());
    }

    @Test
    void hyphensContinueAReply() {
        ReplyParser parser = new ReplyParser(ReplyLimits.DEFAULT);
        assertTrue(parser.accept(octets("250-mx.example.net\r\n")).isEmpty());
        assertTrue(parser.midReply());
        assertTrue(parser.accept(octets("250-SIZE 1000\r\n")).isEmpty());
        Reply reply = parser.accept(octets("250 8BITMIME\r\n")).orElseThrow();
        assertEquals(3, reply.lines().size());
        assertFalse(parser.midReply());
    }

    // What a broken server sends | the code that is read | the defects that are named.
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    250 ok~                          | 250 |
                    250~                             | 250 |
                    250-a~250 b~                     | 250 |
                    250-a~251 b~                     | 250 | CODES_DIFFER
                    250xhello~                       | 250 | NO_SEPARATOR
                    250 ok^                          | 250 | BARE_LF
                    250 o#k~                         | 250 | BARE_CR
                    250 ok#~                         | 250 | BARE_CR
                    250-a~foo~250 b~                 | 250 | CODE_MISSING
                    250-a~~250 b~                    | 250 | CODE_MISSING
                    250-a~                           | 250 | UNFINISHED
                    250 no line end                  | 250 | UNFINISHED
                    000 x~                           | 000 | CODE_UNDEFINED
                    099 x~                           | 099 | CODE_UNDEFINED
                    199 x~                           | 199 | CODE_UNDEFINED
                    650 x~                           | 650 | CODE_UNDEFINED
                    999 x~                           | 999 | CODE_UNDEFINED
                    290 x~                           | 290 | CODE_UNDEFINED
                    2 50 x~                          | -   | NOT_A_REPLY
                    25~                              | -   | NOT_A_REPLY
                    -25 x~                           | -   | NOT_A_REPLY
                    SSH-2.0-OpenSSH_9.2~             | -   | NOT_A_REPLY
                    550 4.1.1 No~                    | 550 | STATUS_CLASS_DIFFERS
                    550 2.1.5 No~                    | 550 | STATUS_CLASS_DIFFERS
                    550 5.1 No~                      | 550 | STATUS_MALFORMED
                    550 5.1111.1 No~                 | 550 | STATUS_MALFORMED
                    550 5.7.1.2 No~                  | 550 | STATUS_MALFORMED
                    250 5.4 GB free~                 | 250 |
                    550-5.1.1 a~550 5.7.1 b~         | 550 | STATUS_DIFFERS
                    550-5.1.1 a~550 b~               | 550 |
                    """)
    void namesEachDefect(String sent, String code, String defects) {
        Reply reply = whole(sent.replace("~", "\r\n").replace("^", "\n").replace("#", "\r"));
        assertEquals(
                code.equals("-") ? "" : code,
                reply.code().map(ReplyCode::toString).orElse(""));
        Set<String> named = new TreeSet<>();
        reply.defects().forEach(defect -> named.add(defect.name()));
        assertEquals(defects == null ? Set.of() : Set.of(defects.split(" ")), named);
    }

    @Test
    void fullWidthDigitsAreNoCode() {
        Reply reply = whole("\uff12\uff15\uff10 ok\r\n");
        assertEquals(Set.of(ReplyDefect.NOT_A_REPLY), reply.defects());
    }

    @Test
    void controlCharactersAndBytesThatAreNoUtf8AreNamed() {
        Reply escaped = whole("220 \u001b]0;pwn\u0007\r\n");
        assertEquals(Set.of(ReplyDefect.CONTROL_CHARACTER), escaped.defects());
        Reply latin =
                parse(List.of(Octets.latin1("550 Benutzer gel\u00f6scht\r\n"))).orElseThrow();
        assertEquals(Set.of(ReplyDefect.NOT_UTF8), latin.defects());
        assertEquals("Benutzer gel\u00f6scht", latin.text());
    }

    @Test
    void aLongLineIsKeptAndRemarkedOn() {
        Reply reply = whole("250 " + "x".repeat(600) + "\r\n");
        assertEquals(Set.of(ReplyDefect.LINE_TOO_LONG), reply.defects());
        assertEquals(600, reply.text().length());
    }

    @Test
    void anEndlessReplyEndsAtTheLimit() {
        ReplyParser parser = new ReplyParser(new ReplyLimits(512, 1024, 10, 1024));
        for (int line = 1; line < 10; line++) {
            assertTrue(parser.accept(octets("220-again\r\n")).isEmpty());
        }
        Reply reply = parser.accept(octets("220-again\r\n")).orElseThrow();
        assertEquals(Set.of(ReplyDefect.TOO_LONG), reply.defects());
        assertTrue(reply.breaksProtocol());
    }

    @Test
    void theStatusOfTheLastLineCounts() {
        Reply reply = Reply.of("550-5.7.26 first\n550 5.7.26 last");
        assertEquals(new EnhancedStatus(5, 7, 26), reply.status().orElseThrow());
    }

    @Test
    void anyOctetsGiveAReplyAndNeverAnException() {
        Random random = new Random(20261123);
        byte[] likely = "0123456789- .\r\nabc\u0000\u001b".getBytes(java.nio.charset.StandardCharsets.ISO_8859_1);
        for (int round = 0; round < 20_000; round++) {
            byte[] bytes = new byte[random.nextInt(40)];
            for (int i = 0; i < bytes.length; i++) {
                bytes[i] = random.nextInt(4) == 0 ? (byte) random.nextInt() : likely[random.nextInt(likely.length)];
            }
            ReplyParser parser = new ReplyParser(ReplyLimits.DEFAULT);
            Octets line = Octets.of(bytes);
            Optional<Reply> reply = parser.accept(line).or(parser::end);
            assertEquals(line, reply.orElseThrow().lines().get(0).received());
        }
    }

    private static Reply whole(String wire) {
        return parse(lines(wire)).orElseThrow();
    }

    private static Optional<Reply> parse(List<Octets> lines) {
        ReplyParser parser = new ReplyParser(ReplyLimits.DEFAULT);
        Optional<Reply> reply = Optional.empty();
        for (Octets line : lines) {
            assertTrue(reply.isEmpty(), "a reply came out before its last line");
            reply = parser.accept(line);
        }
        return reply.or(parser::end);
    }

    private static List<Octets> lines(String wire) {
        return List.of(wire.split("(?<=\n)")).stream()
                .map(ReplyParserTest::octets)
                .toList();
    }

    private static Octets octets(String text) {
        return Octets.utf8(text);
    }
}
