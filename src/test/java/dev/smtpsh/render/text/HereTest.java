package dev.smtpsh.render.text;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.smtpsh.annotate.Annotation;
import dev.smtpsh.annotate.Annotator;
import dev.smtpsh.annotate.Symptom.ReplySymptom;
import dev.smtpsh.annotate.circumstance.Circumstances;
import dev.smtpsh.annotate.circumstance.Scene;
import dev.smtpsh.annotate.matching.ShippedRules;
import dev.smtpsh.render.Drawing;
import dev.smtpsh.render.Level;
import dev.smtpsh.render.StyledText;
import dev.smtpsh.render.json.ExchangeJson;
import dev.smtpsh.session.Exchange;
import dev.smtpsh.smtp.Octets;
import dev.smtpsh.smtp.command.Command;
import dev.smtpsh.smtp.reply.Reply;
import dev.smtpsh.smtp.state.SessionState;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/** What the conversation says besides the server's words, as the shipped rules have it. */
class HereTest {
    private static final Annotator SHIPPED = ShippedRules.annotator();
    private static final String OFFERS =
            "250-mx1.example.net\n250-SIZE 26214400\n250-STARTTLS\n250-8BITMIME\n250 AUTH PLAIN LOGIN";

    private static final SessionState GREETED = Samples.greeted(false);
    private static final SessionState READY =
            GREETED.after(new Command.Line(Octets.latin1("EHLO probe.example.org")), Reply.of(OFFERS));

    @Test
    void what_is_true_here_stands_below_the_meaning() {
        Golden.of(drawing -> drawn(
                        drawing,
                        Samples.exchange(READY, "MAIL FROM:<me@example.org>", Reply.of("530 5.7.0 No")),
                        Samples.exchange(READY, "RCPT TO:<amy@example.net>", Reply.of("503 5.5.1 No")),
                        Samples.exchange(
                                READY,
                                "MAIL FROM:<me@example.org> SIZE=52428800",
                                Reply.of("552 5.3.4 Message size exceeds fixed limit")),
                        Samples.exchange(READY, "AUTH CRAM-MD5", Reply.of("504 5.5.4 No")),
                        Samples.exchange(GREETED, "EHLO laptop", Reply.of("550 No")),
                        Samples.exchange(READY, "MAIL FROM:<>", Reply.of("550 4.2.2 Full"))))
                .at(Level.NORMAL, 40, 80, 120)
                .aloud(Level.NORMAL, 80)
                .matches("here");
    }

    @Test
    void a_code_that_contradicts_the_truth_is_told() {
        SessionState mail = Samples.after(READY, "MAIL FROM:<me@example.org>");
        Golden.of(drawing -> drawn(
                        drawing,
                        Samples.exchange(mail, "RCPT TO:<amy@example.net>", Reply.of("450 4.1.1 User unknown")),
                        Samples.exchange(mail, "RCPT TO:<amy@example.net>", Reply.of("554 Greylisted")),
                        Samples.exchange(
                                mail,
                                "RCPT TO:<amy@example.net>",
                                Reply.of("454 4.7.1 <amy@example.net>: Relay access denied"))))
                .at(Level.NORMAL, 80)
                .matches("contradictions");
    }

    @Test
    void why_says_what_of_the_conversation_counted() {
        Exchange exchange = Samples.exchange(READY, "MAIL FROM:<me@example.org>", Reply.of("530 5.7.0 No"));
        Golden.of(drawing -> new WhyView(drawing).draw(exchange, annotations(exchange)))
                .at(Level.NORMAL, 80)
                .matches("why-here");
    }

    @Test
    void programs_get_the_sentences_too() {
        StringBuilder out = new StringBuilder();
        Exchange exchange = Samples.exchange(READY, "MAIL FROM: <me@example.org>", Reply.of("501 No"));
        ExchangeJson.write(1, exchange, annotations(exchange), out);
        String here = "\"here\":[\"At character 11 of the line: no space after FROM: It ought to be: MAIL"
                + " FROM:<me@example.org>\"]";
        assertTrue(out.toString().contains(here), out.toString());
    }

    @Test
    void slips_are_marked_where_they_are() {
        Golden.of(drawing -> drawn(
                        drawing,
                        slip("EHLO my_host.example", "501 No"),
                        slip("EHLO 192.0.2.1", "501 No"),
                        slip("MAIL FROM <amy@example.net>", "501 5.5.4 No"),
                        slip("MAIL FROM:Amy <amy@example.net>", "555 5.5.2 No"),
                        slip("MAIL FROM:<jürgen@例え.example> SIZE=1O0", "501 No"),
                        slip("MAIL FROM:<amy@example.net> BODY=8BIT", "504 No"),
                        slip("RCPT TO:<amy@example..net>", "501 5.1.3 Bad recipient address syntax"),
                        slip("RCPT TO:<amy\u0007@example.net>", "553 5.1.3 No"),
                        slip("RCPT TO:<a.rather.long.name.of.somebody@and.a.long.host.name.example,x>", "501 No"),
                        slip("AUTH PLAIN AGFteQBzM2NyZXQ", "501 5.5.2 No"),
                        slip("BDAT 10k LAST", "501 No"),
                        slip("VRFY", "501 No"),
                        slip("MALI FROM:<amy@example.net>", "500 5.5.1 No")))
                .at(Level.NORMAL, 40, 80)
                .aloud(Level.NORMAL, 80)
                .matches("slips");
    }

    @Test
    void a_second_slip_is_marked_too() {
        Golden.of(drawing -> {
                    Exchange exchange = slip("MAIL FROM <amy@example.net>", "501 5.5.4 No");
                    return new ExchangeView(drawing).draw(exchange, annotations(exchange), OptionalInt.of(3));
                })
                .at(Level.TERSE, 80)
                .at(Level.NORMAL, 40, 80)
                .matches("slip-again");
    }

    @Test
    void a_slip_is_not_blamed_where_the_server_gives_another_reason() {
        for (String reply : List.of(
                "503 5.5.1 Send EHLO first",
                "553 sorry, that domain isn't in my list of allowed rcpthosts",
                "450 Later")) {
            Exchange exchange = Samples.exchange(GREETED, "MAIL FROM: <amy@example.net>", Reply.of(reply));
            String drawn =
                    drawn(new Drawing(80, false, false, Level.NORMAL), exchange).plain();
            assertTrue(drawn.indexOf('^') < 0, drawn);
        }
    }

    private static Exchange slip(String line, String reply) {
        String offered = OFFERS.replace("250-8BITMIME", "250-8BITMIME\n250-CHUNKING\n250-SMTPUTF8");
        SessionState ready =
                GREETED.after(new Command.Line(Octets.latin1("EHLO probe.example.org")), Reply.of(offered));
        boolean envelope = line.startsWith("RCPT") || line.startsWith("BDAT");
        SessionState before =
                envelope ? Samples.after(ready, "MAIL FROM:<me@example.org>", "RCPT TO:<bob@example.net>") : ready;
        return Samples.exchange(before, line, Reply.of(reply));
    }

    private static StyledText drawn(Drawing drawing, Exchange... exchanges) {
        StyledText.Builder out = new StyledText.Builder();
        for (Exchange exchange : exchanges) {
            out.add(new NoteView(drawing).command(exchange.command().orElseThrow()));
            out.add(new ExchangeView(drawing).draw(exchange, annotations(exchange), OptionalInt.empty()));
        }
        return out.build();
    }

    private static List<Annotation> annotations(Exchange exchange) {
        Scene scene = new Scene(
                exchange.stage(),
                exchange.command(),
                exchange.before(),
                Duration.ofMillis(38),
                OptionalInt.of(25),
                Optional.empty());
        return SHIPPED.annotate(new ReplySymptom(
                exchange.reply(),
                Optional.of(exchange.stage()),
                new Circumstances(scene.circumstances(exchange.reply()), Map.of()),
                Optional.empty(),
                Optional.empty()));
    }
}
