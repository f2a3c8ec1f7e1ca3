package dev.smtpsh.render.text;

import dev.smtpsh.annotate.Actor;
import dev.smtpsh.annotate.Annotation;
import dev.smtpsh.annotate.Confidence;
import dev.smtpsh.annotate.Explanation;
import dev.smtpsh.annotate.Topic;
import dev.smtpsh.annotate.Verdict;
import dev.smtpsh.render.Level;
import dev.smtpsh.session.Exchange;
import dev.smtpsh.smtp.Octets;
import dev.smtpsh.smtp.command.Command;
import dev.smtpsh.smtp.reply.Reply;
import dev.smtpsh.smtp.reply.ReplyLimits;
import dev.smtpsh.smtp.reply.ReplyParser;
import dev.smtpsh.smtp.state.SessionState;
import dev.smtpsh.smtp.state.Stage;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/** What the operator sees, in {@code src/test/resources/render}. */
class ViewsTest {
    private static final int[] WIDTHS = {40, 80, 120};

    @Test
    void a_greylisting_is_drawn_at_every_level() {
        exchange(Samples.greylisted(), Samples.greylisting())
                .at(Level.PLAIN, 80)
                .at(Level.TERSE, WIDTHS)
                .at(Level.NORMAL, WIDTHS)
                .at(Level.FULL, WIDTHS)
                .aloud(Level.NORMAL, 80)
                .matches("greylisting");
    }

    @Test
    void a_block_list_has_steps_and_is_not_sure() {
        SessionState before = Samples.after(Samples.greeted(true), "EHLO probe.example.org", "MAIL FROM:<>");
        String reply = "550 5.7.1 Service unavailable; client host [203.0.113.9] blocked using zen.spamhaus.example";
        exchange(Samples.exchange(before, "RCPT TO:<amy@example.net>", Reply.of(reply)), Samples.blocked())
                .at(Level.NORMAL, WIDTHS)
                .aloud(Level.NORMAL, 80)
                .matches("block-list");
    }

    @Test
    void the_same_again_is_said_in_one_line() {
        Golden.of(drawing -> new ExchangeView(drawing)
                        .draw(Samples.greylisted(), List.of(Samples.greylisting()), OptionalInt.of(3)))
                .at(Level.NORMAL, WIDTHS)
                .at(Level.FULL, 80)
                .matches("same-as");
    }

    @Test
    void what_was_accepted_is_said_briefly() {
        SessionState before = Samples.after(Samples.greeted(true), "EHLO probe.example.org", "MAIL FROM:<>");
        String meaning = "The server takes mail for this recipient. It may still bounce it later, and nothing has been"
                + " sent yet.";
        exchange(
                        Samples.exchange(before, "RCPT TO:<amy@example.net>", Reply.of("250 2.1.5 Ok")),
                        Samples.accepted(meaning))
                .at(Level.TERSE, 80)
                .at(Level.NORMAL, WIDTHS)
                .at(Level.FULL, 80)
                .aloud(Level.NORMAL, 80)
                .matches("accepted");
    }

    @Test
    void ehlo_is_a_table_that_says_what_is_missing() {
        String reply = "250-mx1.example.net Hello probe.example.org [203.0.113.9]\n250-SIZE 26214400\n250-STARTTLS\n"
                + "250-PIPELINING\n250-WOBBLE 3\n250 8BITMIME";
        exchange(
                        Samples.exchange(Samples.greeted(false), "EHLO probe.example.org", Reply.of(reply)),
                        Samples.accepted("The server lists what it can do."))
                .at(Level.TERSE, 80)
                .at(Level.NORMAL, WIDTHS)
                .at(Level.FULL, 80)
                .aloud(Level.NORMAL, 80)
                .matches("ehlo");
    }

    @Test
    void ehlo_over_tls_names_the_mechanisms() {
        String reply = "250-mx1.example.net\n250-AUTH PLAIN LOGIN\n250-SMTPUTF8\n250 DSN";
        exchange(
                        Samples.exchange(Samples.greeted(true), "EHLO probe.example.org", Reply.of(reply)),
                        Samples.accepted("The server lists what it can do."))
                .at(Level.NORMAL, 80)
                .matches("ehlo-tls");
    }

    @Test
    void a_slip_is_marked_where_it_is() {
        SessionState before = Samples.after(Samples.greeted(true), "EHLO probe.example.org");
        Annotation syntax = Samples.annotation(
                "code-501-mail",
                Verdict.REFUSED,
                "MAIL badly written",
                "The server cannot read the line.",
                Actor.YOU,
                List.of("Write it anew."),
                Confidence.CERTAIN);
        exchange(
                        Samples.exchange(
                                before, "MAIL FROM: amy@example.net", Reply.of("501 5.5.4 Syntax error in parameters")),
                        syntax)
                .at(Level.TERSE, 80)
                .at(Level.NORMAL, WIDTHS)
                .aloud(Level.NORMAL, 80)
                .matches("slip");
    }

    @Test
    void a_challenge_is_decoded() {
        SessionState before = Samples.after(Samples.greeted(true), "EHLO probe.example.org");
        Annotation wants = Samples.annotation(
                "code-334",
                Verdict.GO_ON,
                "Login goes on",
                "The server wants an answer.",
                Actor.YOU,
                List.of("Answer in base64."),
                Confidence.CERTAIN);
        exchange(Samples.exchange(before, "AUTH LOGIN", Reply.of("334 VXNlcm5hbWU6")), wants)
                .at(Level.NORMAL, 40, 80)
                .matches("challenge");
    }

    @Test
    void a_broken_reply_has_its_defects_listed() {
        ReplyParser parser = new ReplyParser(ReplyLimits.DEFAULT);
        parser.accept(Octets.latin1("250-first\u001b[2J\n"));
        Reply reply = parser.accept(Octets.latin1("251 sec\u00f6nd\r\n")).orElseThrow();
        SessionState before = Samples.after(Samples.greeted(true), "EHLO probe.example.org");
        Golden.of(drawing -> new ExchangeView(drawing)
                        .draw(Samples.exchange(before, "NOOP", reply), List.of(), OptionalInt.empty()))
                .at(Level.NORMAL, 40, 80)
                .matches("defects");
    }

    @Test
    void foreign_scripts_are_shown_or_named_as_the_terminal_can() {
        SessionState before = Samples.after(Samples.greeted(true), "EHLO probe.example.org");
        String words = "550 \u90ae\u7bb1\u4e0d\u5b58\u5728 \u202egro.elpmaxe caf\u00e9";
        Annotation wide = Samples.annotation(
                "wide-1",
                Verdict.REFUSED,
                "\u90ae\u7bb1\u4e0d\u5b58\u5728",
                "\u90ae\u7bb1\u4e0d\u5b58\u5728 ".repeat(12).trim(),
                Actor.YOU,
                List.of("Nothing."),
                Confidence.CERTAIN);
        exchange(Samples.exchange(before, "VRFY amy", Reply.of(words)), wide)
                .at(Level.NORMAL, 40, 80)
                .ascii(Level.NORMAL, 80)
                .matches("scripts");
    }

    @Test
    void a_handshake_is_summed_up_after_starttls() {
        Annotation begin = Samples.accepted("The server agrees to encrypt: the next octets are the TLS handshake.");
        Golden.of(drawing -> {
                    ExchangeView view = new ExchangeView(drawing);
                    return view.draw(Samples.starttls(Samples.trusted()), List.of(begin), OptionalInt.empty())
                            .plus(view.draw(Samples.starttls(Samples.expired()), List.of(begin), OptionalInt.empty()));
                })
                .at(Level.TERSE, 80)
                .at(Level.NORMAL, WIDTHS)
                .matches("starttls");
    }

    @Test
    void tls_is_shown_as_a_table() {
        Golden.of(drawing -> new TlsView(drawing)
                        .table(Samples.expired())
                        .plus(new TlsView(drawing).table(Samples.trusted())))
                .at(Level.NORMAL, WIDTHS)
                .aloud(Level.NORMAL, 80)
                .matches("tls");
    }

    @Test
    void a_failure_says_what_why_and_how_to_mend_it() {
        Octets seen =
                Octets.latin1("SSH-2.0-OpenSSH_9.2\u0007\r\n" + "x".repeat(300) + "\r\n" + "a line\r\n".repeat(9));
        Golden.of(drawing -> new FailureView(drawing)
                        .draw(Samples.stranger(seen))
                        .plus(new FailureView(drawing).draw(Samples.noTls())))
                .at(Level.PLAIN, 80)
                .at(Level.TERSE, 80)
                .at(Level.NORMAL, WIDTHS)
                .aloud(Level.NORMAL, 80)
                .matches("failures");
    }

    @Test
    void why_tells_the_long_story() {
        Golden.of(drawing -> new WhyView(drawing)
                        .draw(Samples.greylisted(), List.of(Samples.greylisting(), Samples.blocked())))
                .at(Level.NORMAL, WIDTHS)
                .aloud(Level.NORMAL, 80)
                .matches("why");
    }

    @Test
    void explain_has_a_page() {
        Explanation unclear = new Explanation.NotUnderstood(
                "55", "A reply code has exactly three digits.", "Give all three, such as 550.");
        Golden.of(drawing -> new ExplanationView(drawing)
                        .draw(Samples.explained())
                        .plus(new ExplanationView(drawing).draw(unclear)))
                .at(Level.NORMAL, WIDTHS)
                .aloud(Level.NORMAL, 80)
                .matches("explain");
    }

    @Test
    void notes_and_commands_have_gutters_of_their_own() {
        Command secret = new Command.Line(Octets.latin1("AUTH PLAIN AGFteQBzM2NyZXRwdw=="));
        Command raw = new Command.Raw(Octets.latin1("NOOP\u0007\r\n"));
        Golden.of(drawing -> {
                    NoteView notes = new NoteView(drawing);
                    return notes.note("Connected to mx1.example.net (192.0.2.1:25) in 18 ms.\nA second line.")
                            .plus(notes.complaint("not an SMTP verb: MALI", "Nothing was sent", "Did you mean MAIL?"))
                            .plus(notes.command(secret))
                            .plus(notes.command(raw));
                })
                .at(Level.NORMAL, 40, 80)
                .aloud(Level.NORMAL, 80)
                .matches("notes");
    }

    @Test
    void the_greeting_has_no_command() {
        Reply reply = Reply.of("554 5.7.1 Go away");
        Exchange greeting = Samples.exchange(
                SessionState.connected(false), Optional.empty(), Stage.GREETING, reply, Optional.empty());
        exchange(greeting, Samples.blocked())
                .at(Level.PLAIN, 80)
                .at(Level.NORMAL, 80)
                .at(Level.FULL, 80)
                .matches("greeting");
    }

    private static Golden exchange(Exchange exchange, Annotation annotation) {
        return Golden.of(drawing -> new ExchangeView(drawing).draw(exchange, List.of(annotation), OptionalInt.empty()));
    }

    @Test
    void a_topic_begins_with_what_to_type() {
        Topic topic = new Topic(
                "greylisting",
                List.of("greylist"),
                "Being let in",
                "Greylisting",
                "putting off senders that are new, to see whether they come back",
                List.of(
                        "Practise it.  smtpsh practice:greylist",
                        "Repeat the same envelope after the wait.  MAIL FROM:<>"),
                List.of("The server remembers who wrote to whom from where.", "Nothing is wrong on your side."),
                List.of("retry", "450"),
                List.of("RFC 6647 2"));
        Explanation.Definition verb = new Explanation.Definition("GREYLIST", "as a verb", "RFC 0");
        Golden.of(drawing -> new ExplanationView(drawing)
                        .draw(new Explanation.Subject("greylist", List.of(verb), topic))
                        .plus(new ExplanationView(drawing).draw(new Explanation.Listing("", List.of(topic)))))
                .at(Level.NORMAL, 40, 80)
                .aloud(Level.NORMAL, 80)
                .matches("topic");
    }
}
