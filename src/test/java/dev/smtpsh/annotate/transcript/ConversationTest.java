package dev.smtpsh.annotate.transcript;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.smtpsh.annotate.circumstance.Circumstance;
import dev.smtpsh.annotate.circumstance.Circumstances;
import dev.smtpsh.smtp.Octets;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * What transcripts of other tools show of the conversation. Those in the folder were recorded with the tools themselves,
 * except telnet and exim, which are written after the form they print.
 */
class ConversationTest {
    private static final Path RECORDED = Path.of("src/test/resources/annotate/transcripts");

    @Test
    void swaksShowsHowLargeTheMessageWasAndWhatWasAnnounced() throws IOException {
        Piece.Answer refused = recorded("swaks-size.txt", "552");
        assertEquals("message", moment(refused));
        assertEquals(
                "The message has 3314 octets; the server announced 2000 at most.",
                words(refused, Circumstance.SIZE_EXCEEDED));
        assertTrue(has(refused, Circumstance.PLAIN));
        assertTrue(has(refused, Circumstance.HELLO_UNDOTTED));
    }

    @Test
    void swaksShowsThatALoginWasInsideTls() throws IOException {
        Piece.Answer refused = recorded("swaks-tls-auth.txt", "535");
        assertEquals("auth", moment(refused));
        assertTrue(has(refused, Circumstance.TLS));
        assertTrue(has(refused, Circumstance.NOT_LOGGED_IN));
        assertFalse(has(refused, Circumstance.MECHANISM_MISSING));
    }

    @Test
    void commandsSentAheadAreAnsweredInTheirOrder() throws IOException {
        List<String> moments = new ArrayList<>();
        for (Piece.Answer answer : recorded("swaks-pipeline.txt")) {
            moments.add(answer.reply().code().orElseThrow() + " " + moment(answer));
        }
        assertEquals(
                List.of("220 greeting", "250 hello", "250 mail", "554 rcpt", "554 rcpt", "554 data", "221 quit"),
                moments);
        Piece.Answer data = recorded("swaks-pipeline.txt").get(5);
        assertEquals("All 2 recipients were refused.", words(data, Circumstance.ALL_REFUSED));
        assertTrue(has(data, Circumstance.HELLO_LOCALHOST));
    }

    @Test
    void curlShowsTlsAndTheEnvelope() throws IOException {
        Piece.Answer refused = recorded("curl-tls.txt", "554");
        assertEquals("rcpt", moment(refused));
        assertTrue(has(refused, Circumstance.TLS));
        assertTrue(has(refused, Circumstance.AUTH_OFFERED));
        assertTrue(has(refused, Circumstance.MAIL_OPEN));
    }

    @Test
    void msmtpTellsItsSettingsWhichAreNoCommands() throws IOException {
        List<Piece.Answer> answers = recorded("msmtp-size.txt");
        assertEquals("greeting", moment(answers.get(0)));
        assertTrue(words(recorded("msmtp-size.txt", "552"), Circumstance.SIZE_EXCEEDED)
                .endsWith("the server announced 2000 at most."));
    }

    @Test
    void pythonShowsTheWholeMessageInOne() throws IOException {
        assertEquals(
                "The message has 3176 octets; the server announced 2000 at most.",
                words(recorded("smtplib-size.txt", "552"), Circumstance.SIZE_EXCEEDED));
    }

    @Test
    void opensslShowsTheLastLineOfTheReplyThatWentBefore() throws IOException {
        List<Piece.Answer> answers = recorded("openssl-s_client.txt");
        assertEquals("hello", moment(answers.get(0)));
        Piece.Answer refused = recorded("openssl-s_client.txt", "554");
        assertEquals("rcpt", moment(refused));
        assertTrue(has(refused, Circumstance.TLS));
        assertTrue(has(refused, Circumstance.NOT_LOGGED_IN));
    }

    @Test
    void posttlsFingerGoesIntoTls() throws IOException {
        List<Piece.Answer> answers = recorded("posttls-finger.txt");
        assertTrue(has(answers.get(1), Circumstance.PLAIN));
        assertTrue(has(answers.get(answers.size() - 1), Circumstance.TLS));
    }

    @Test
    void telnetShowsWhoIsSpokenToAndWhatWasTyped() throws IOException {
        List<Piece.Answer> answers = recorded("telnet.txt");
        assertEquals(
                List.of("greeting", "other", "hello", "rcpt"),
                answers.subList(0, 4).stream().map(ConversationTest::moment).toList());
        assertTrue(has(answers.get(3), Circumstance.NO_MAIL));
        assertTrue(has(answers.get(3), Circumstance.RELAY_PORT));
        assertEquals("Postfix", answers.get(3).symptom().software().orElseThrow());
        assertTrue(words(recorded("telnet.txt", "555"), Circumstance.SLIP).startsWith("At character 11 of the line"));
        assertEquals(
                "The EHLO reply does not offer SIZE.",
                words(recorded("telnet.txt", "555"), Circumstance.KEYWORD_NOT_OFFERED));
        assertEquals("unasked", moment(recorded("telnet.txt", "421")));
    }

    @Test
    void eximShowsWhatItSentAhead() throws IOException {
        Piece.Answer data = recorded("exim.txt", "503");
        assertEquals("data", moment(data));
        assertEquals("The one recipient was refused.", words(data, Circumstance.ALL_REFUSED));
        assertEquals("Exim", data.symptom().software().orElseThrow());
    }

    @Test
    void whatATranscriptDoesNotShowIsNotClaimed() {
        List<Piece.Answer> answers = answers("MAIL FROM:<a@b.example>\n250 Ok\nRCPT TO:<x@y.example>\n550 No\n");
        assertEquals("rcpt", moment(answers.get(1)));
        assertEquals(Circumstances.NONE, answers.get(1).symptom().around());
    }

    @Test
    void aListOfRepliesIsNoConversation() {
        List<Piece.Answer> answers = answers("220 mx ESMTP\n550 No\n450 Later\n");
        assertTrue(answers.stream().noneMatch(Piece.Answer::inContext));
        assertTrue(answers.stream().allMatch(answer -> answer.stage().isEmpty()));
    }

    @Test
    void aGreetingBeforeTheFirstCommandBeginsTheConversation() {
        List<Piece.Answer> answers = answers("220 mx ESMTP\nHELO a.example\n250 mx\nRCPT TO:<x@y.example>\n503 No\n");
        assertTrue(has(answers.get(2), Circumstance.NO_MAIL));
    }

    @Test
    void aSecondConnectionBeginsAnew() {
        String one = "S: 220 mx\nC: EHLO a.example\nS: 250-mx\nS: 250 SIZE 5\nC: QUIT\nS: 221 Bye\n";
        List<Piece.Answer> answers = answers(one + "S: 220 mx\nC: RCPT TO:<x@y.example>\nS: 503 No\n");
        Piece.Answer last = answers.get(answers.size() - 1);
        assertTrue(has(last, Circumstance.NO_HELLO));
        assertFalse(has(last, Circumstance.SIZE_KNOWN));
    }

    @Test
    void manyRecipientsAndCommandsWithoutAnswerCostNoMemory() {
        TranscriptReader reader = new TranscriptReader();
        reader.accept(Octets.utf8("S: 220 mx"));
        reader.accept(Octets.utf8("C: EHLO a.example"));
        reader.accept(Octets.utf8("S: 250 mx"));
        reader.accept(Octets.utf8("C: MAIL FROM:<>"));
        reader.accept(Octets.utf8("S: 250 Ok"));
        long before = System.nanoTime();
        for (int i = 0; i < 100_000; i++) {
            reader.accept(Octets.utf8("C: RCPT TO:<" + i + "@y.example>"));
            if (i % 2 == 0) {
                reader.accept(Octets.utf8("S: 250 Ok"));
            }
        }
        assertTrue(System.nanoTime() - before < 20_000_000_000L);
    }

    private static String moment(Piece.Answer answer) {
        return answer.stage().map(stage -> stage.label()).orElse("-");
    }

    private static boolean has(Piece.Answer answer, Circumstance circumstance) {
        return answer.symptom().around().has(circumstance);
    }

    private static String words(Piece.Answer answer, Circumstance circumstance) {
        return answer.symptom().around().sentences().getOrDefault(circumstance, "not so");
    }

    private static Piece.Answer recorded(String file, String code) throws IOException {
        return recorded(file).stream()
                .filter(answer -> answer.said().startsWith(code))
                .findFirst()
                .orElseThrow();
    }

    private static List<Piece.Answer> recorded(String file) throws IOException {
        return answers(Files.readString(RECORDED.resolve(file)));
    }

    private static List<Piece.Answer> answers(String text) {
        TranscriptReader reader = new TranscriptReader();
        List<Piece> pieces = new ArrayList<>();
        text.lines().forEach(line -> pieces.addAll(reader.accept(Octets.utf8(line))));
        pieces.addAll(reader.end());
        return pieces.stream()
                .filter(Piece.Answer.class::isInstance)
                .map(Piece.Answer.class::cast)
                .toList();
    }
}
