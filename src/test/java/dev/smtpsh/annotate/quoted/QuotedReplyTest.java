package dev.smtpsh.annotate.quoted;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.smtpsh.annotate.Annotation;
import dev.smtpsh.annotate.Annotator;
import dev.smtpsh.annotate.Explainer;
import dev.smtpsh.annotate.Explanation.Explained;
import dev.smtpsh.annotate.Symptom.ReplySymptom;
import dev.smtpsh.annotate.matching.ShippedRules;
import dev.smtpsh.annotate.topic.ShippedTopics;
import dev.smtpsh.annotate.transcript.Piece;
import dev.smtpsh.annotate.transcript.TranscriptReader;
import dev.smtpsh.smtp.Octets;
import dev.smtpsh.smtp.reply.Reply;
import dev.smtpsh.smtp.state.Stage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QuotedReplyTest {
    private static final String UNKNOWN =
            "550 5.1.1 <amy@example.net>: Recipient address rejected: User unknown in virtual" + " mailbox table";
    private static final String DMARC = "550-5.7.26 Unauthenticated email from example.com is not accepted due to\n"
            + "550-5.7.26 domain's DMARC policy. Please contact the administrator of\n"
            + "550-5.7.26 example.com domain if this was a legitimate mail. To learn about the\n"
            + "550-5.7.26 DMARC initiative, go to\n"
            + "550 5.7.26 https://support.google.com/mail/?p=DmarcRejection a1si1 - gsmtp";
    private static final String NO_BOX = "550 No such mailbox here";
    private static final String ZEN =
            "554 5.7.1 Service unavailable; Client host [192.0.2.7] blocked using zen.spamhaus.org";

    private final Annotator annotator = ShippedRules.annotator();
    private final Explainer explainer = new Explainer(annotator, ShippedTopics::open);

    // How programs and people pass a reply on; %s stands for it.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "%s",
                "\"%s\"",
                "smtp; %s",
                "smtp;%s",
                "Diagnostic-Code: smtp; %s",
                "Diagnostic-Code: X-Postfix; host mx.example.net[192.0.2.1] said: %s",
                "<amy@example.net>: host mx.example.net[192.0.2.1] said: %s (in reply to RCPT TO command)",
                "host mx.example.net[2001:db8::1] said: %s (in reply to end of DATA command)",
                "Nov 24 10:00:01 mx1 postfix/smtp[4250]: 4ABC: to=<amy@example.net>, relay=mx.example.net[192.0.2.1]:25,"
                        + " delay=1.2, dsn=5.0.0, status=bounced (host mx.example.net[192.0.2.1] said: %s (in reply to"
                        + " RCPT TO command))",
                "SMTP error from remote mail server after RCPT TO:<amy@example.net>: host mx.example.net [192.0.2.1]: %s",
                "2026-11-24 10:00:01 1abCDe-000001-Ab ** amy@example.net R=dnslookup T=remote_smtp"
                        + " H=mx.example.net [192.0.2.1]: SMTP error from remote mail server after end of data: %s",
                "Remote host said: %s",
                "192.0.2.1 does not like recipient. Remote host said: %s Giving up on 192.0.2.1.",
                "<<< %s",
                "   (reason: %s)",
                ">>> RCPT To:<amy@example.net> <<< %s",
                "Remote Server returned '%s'",
                "mx.example.net #<mx.example.net #5.1.1 smtp;%s> #SMTP#",
                "The response from the remote server was: %s",
                "The error that the other server returned was: %s (state 13).",
                "delivery 7: failure: 192.0.2.1_failed: reply: %s",
                "%s (delivery attempts: 0)"
            })
    void isExplainedLikeThePlainReply(String shape) {
        for (String plain : List.of(UNKNOWN, DMARC, NO_BOX, ZEN)) {
            String passedOn = shape.replace("%s", plain.replace("\n", " "));
            String wanted = best(ReplySymptom.of(Reply.of(plain)));
            assertEquals(wanted, explained(passedOn), passedOn);
            assertEquals(wanted, read(passedOn), passedOn);
        }
    }

    @Test
    void theLinesOfADiagnosticCodeMayBeFolded() {
        String folded =
                "Diagnostic-Code: smtp; " + DMARC.replace("\n", "\r\n    ").replace("initiative,", "initiative,\r\n ")
                        + "\r\n\r\nReporting-MTA: dns; mx.example.org";
        assertEquals(explained(DMARC), explained(folded));
        assertEquals(DMARC, QuotedReply.in(folded).orElseThrow().text());
    }

    @Test
    void anEnhancedStatusCodeMayBeMarked() {
        assertEquals("550 5.1.0 Address rejected.", text("550 #5.1.0 Address rejected."));
        assertEquals(explained("550 5.1.0 Address rejected."), explained("550 #5.1.0 Address rejected."));
        assertEquals("550 5.1.1 No such user", text("550 550 5.1.1 No such user"));
    }

    @Test
    void theMomentIsTakenFromTheWordsAround() {
        assertEquals(Optional.of(Stage.RCPT), stage("host a said: 550 5.1.1 No (in reply to RCPT TO command)"));
        assertEquals(Optional.of(Stage.GREETING), stage("host a[192.0.2.1] refused to talk to me: 554 5.7.1 No"));
        assertEquals(Optional.of(Stage.MESSAGE), stage("SMTP error from remote mail server after end of data: 550 No"));
        assertEquals(Optional.empty(), stage("smtp; 550 5.1.1 No"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Nov 24 10:00:01 mx1 postfix/smtpd[550]: connect from unknown[192.0.2.250]",
                "at 10:00: 24 messages in the queue",
                "the limit is 450 messages",
                "it took 250: times",
                "call 555-1234",
                "= 250-",
                "why 550?"
            })
    void numbersInAProseAreNoReplies(String words) {
        assertEquals(Optional.empty(), QuotedReply.in(words));
    }

    @Test
    void anythingIsReadWithoutTrouble() {
        Random random = new Random(11);
        String[] parts = {"550", "5.1.1", "-", " ", "#", ": ", "\n", "(", "'", "smtp;", "x", "250 ", "\\n", "421-4.7.0 "
        };
        for (int i = 0; i < 20_000; i++) {
            StringBuilder text = new StringBuilder();
            for (int j = random.nextInt(12); j >= 0; j--) {
                text.append(parts[random.nextInt(parts.length)]);
            }
            QuotedReply.in(text.toString())
                    .ifPresent(found -> assertTrue(found.reply().code().isPresent(), text.toString()));
        }
    }

    private static String text(String passedOn) {
        return QuotedReply.in(passedOn).orElseThrow().text();
    }

    private static Optional<Stage> stage(String passedOn) {
        return QuotedReply.in(passedOn).orElseThrow().stage();
    }

    private String best(ReplySymptom symptom) {
        return annotator.annotate(symptom).get(0).rule();
    }

    private String explained(String passedOn) {
        return ((Explained) explainer.explain(passedOn)).annotations().get(0).rule();
    }

    private String read(String line) {
        TranscriptReader reader = new TranscriptReader();
        List<Piece> pieces = new ArrayList<>(reader.accept(Octets.utf8(line)));
        pieces.addAll(reader.end());
        for (Piece piece : pieces) {
            if (piece instanceof Piece.Answer answer) {
                Annotation found = annotator
                        .annotate(ReplySymptom.at(answer.stage(), answer.reply()))
                        .get(0);
                return found.rule();
            }
        }
        return "no reply in " + line;
    }
}
