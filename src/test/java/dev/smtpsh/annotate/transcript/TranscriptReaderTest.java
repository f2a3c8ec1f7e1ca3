package dev.smtpsh.annotate.transcript;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.smtpsh.smtp.Octets;
import dev.smtpsh.smtp.reply.Reply;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TranscriptReaderTest {
    private static final List<String> EXPECTED = List.of(
            "220 greeting 1", "250 hello 3", "250 mail 1", "550 rcpt 1", "354 data 1", "250 message 1", "221 quit 1");

    private static final String TELNET = """
            Trying 192.0.2.1...
            Connected to mx.example.net.
            220 mx ESMTP
            EHLO a.example
            250-mx
            250-SIZE 100
            250 STARTTLS
            MAIL FROM:<>
            250 2.1.0 Ok
            RCPT TO:<x@y>
            550 5.1.1 User unknown
            DATA
            354 Go on
            Subject: x
            250 is no reply here
            .
            250 2.0.0 Queued
            QUIT
            221 Bye
            """;

    // The mark of the server, the mark of the client.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "S: |C: ",
                "<-  | -> ",
                "< |> ",
                "<-- |--> ",
                "  SMTP<< |  SMTP>> ",
                "posttls-finger: < |posttls-finger: > "
            })
    void readsTheTranscriptsOfManyTools(String marks) {
        String[] mark = marks.split("\\|");
        StringBuilder text = new StringBuilder("=== Trying mx.example.net:25...\n");
        for (String line : TELNET.split("\n")) {
            if (line.startsWith("250 is no reply")) {
                continue;
            }
            boolean server = line.matches("[0-9]{3}[ -].*");
            boolean remark = line.startsWith("Trying") || line.startsWith("Connected");
            text.append(remark ? "*** " : server ? mark[0] : mark[1])
                    .append(line)
                    .append('\n');
        }
        assertEquals(EXPECTED, replies(text.toString()));
    }

    @Test
    void readsTelnetWithoutMarks() {
        List<String> found = replies(TELNET.replace("220 mx ESMTP\n", ""));
        assertEquals(EXPECTED.subList(1, EXPECTED.size()), found);
    }

    @Test
    void inAMessageThatWasTypedNothingIsAReply() {
        String typed = "250-nor\n250 this\nC: MAIL FROM:<>\n< 550 quoted\nQUIT\n421 4.4.2 in the mail\n.\n";
        List<String> found = replies("DATA\n354 Go on\n" + typed + "250 2.0.0 Queued\nQUIT\n221 Bye\n");
        assertEquals(List.of("354 data 1", "250 message 1", "221 quit 1"), found);
    }

    @Test
    void aToolThatMarksItsLinesShowsWhatTheServerSaidWithinAMessage() {
        List<String> found = replies("C: DATA\nS: 354 Go on\nC: Subject: x\nS: 421 4.4.2 Too slow\n");
        assertEquals(List.of("354 data 1", "421 message 1"), found);
    }

    @Test
    void inAListA354IsAReplyLikeOthers() {
        assertEquals(List.of("354 - 1", "550 message 1"), replies("354 Go on\n550 5.7.1 No\n"));
    }

    @Test
    void readsWhatPythonPrints() {
        String text = """
                send: 'ehlo a.example\\r\\n'
                reply: b'250-mx\\r\\n'
                reply: b'250 SIZE 100\\r\\n'
                reply: retcode (250); Msg: b'mx\\nSIZE 100'
                send: 'mail FROM:<>\\r\\n'
                reply: b'250 2.1.0 Ok\\r\\n'
                """;
        assertEquals(List.of("250 hello 2", "250 mail 1"), replies(text));
    }

    @Test
    void readsTheIndentedRepliesOfExim() {
        String text = "  SMTP>> EHLO a\n  SMTP<< 250-mx\n         250-SIZE 5\n         250 HELP\n  SMTP>> QUIT\n";
        assertEquals(List.of("250 hello 3"), replies(text));
    }

    @Test
    void inAListEachLineIsAReplyAndJoinedOnesAreTakenApart() {
        String text = "550-5.7.1 one 550-5.7.1 two 550 5.7.1 three\n550-5.1.1 a\n550 5.1.1 b\nnothing\n\n421 4.3.2 c\n";
        assertEquals(List.of("550 - 3", "550 - 1", "550 - 1", "421 - 1"), replies(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Diagnostic-Code: smtp; 550 5.1.1 <amy@example.net>:\n    Recipient address rejected: User unknown\n",
                "<amy@example.net>: host mx.example.net[192.0.2.1] said: 550 5.1.1\n"
                        + "    <amy@example.net>: Recipient address rejected: User unknown (in\n    reply to RCPT TO command)\n",
                "  amy@example.net\n    SMTP error from remote mail server after RCPT TO:<amy@example.net>:\n"
                        + "    550 5.1.1 <amy@example.net>: Recipient address rejected:\n    User unknown\n"
            })
    void aReplyThatABounceFoldsIsOneReply(String text) {
        for (String behind : List.of("", "\n--boundary\n", "Remote-MTA: dns; mx.example.net\n")) {
            List<String> said = new ArrayList<>();
            for (Piece piece : pieces((text + behind).lines().map(Octets::utf8).toList())) {
                if (piece instanceof Piece.Answer answer) {
                    said.add(answer.said());
                }
            }
            assertEquals(
                    List.of("550 5.1.1 <amy@example.net>: Recipient address rejected: User unknown"), said, behind);
        }
    }

    @Test
    void aLineOfALogIsExplainedBeforeTheNextOneComes() {
        String line =
                "Nov 24 09:12:03 mx postfix/smtp[1]: A1: to=<amy@example.net>, status=bounced (host mx said: 550 5.1.1 x)";
        assertEquals(1, new TranscriptReader().accept(Octets.utf8(line)).size());
        assertEquals(
                1, new TranscriptReader().accept(Octets.utf8("550 5.1.1 x")).size());
    }

    @Test
    void everyLineComesOutAgainInOrder() {
        Random random = new Random(20261123);
        String[] parts = {"250", "-", " ", "S: ", "C: ", "<- ", "EHLO", "\t", "x", "5.1.1", "send: '", "reply: b'", "'"
        };
        for (int round = 0; round < 3000; round++) {
            List<Octets> in = new ArrayList<>();
            for (int i = random.nextInt(12); i >= 0; i--) {
                StringBuilder line = new StringBuilder();
                for (int j = random.nextInt(5); j > 0; j--) {
                    line.append(parts[random.nextInt(parts.length)]);
                }
                in.add(Octets.latin1(line.toString()));
            }
            List<Octets> out = new ArrayList<>();
            pieces(in).forEach(piece -> out.addAll(piece.lines()));
            assertEquals(in, out);
        }
    }

    private static List<String> replies(String text) {
        List<String> replies = new ArrayList<>();
        for (Piece piece : pieces(text.lines().map(Octets::utf8).toList())) {
            if (piece instanceof Piece.Answer answer) {
                Reply reply = answer.reply();
                String stage = answer.stage().map(known -> known.label()).orElse("-");
                replies.add(reply.code().orElseThrow() + " " + stage + " "
                        + reply.lines().size());
            }
        }
        return replies;
    }

    private static List<Piece> pieces(List<Octets> lines) {
        TranscriptReader reader = new TranscriptReader();
        List<Piece> pieces = new ArrayList<>();
        lines.forEach(line -> pieces.addAll(reader.accept(line)));
        pieces.addAll(reader.end());
        return pieces;
    }
}
