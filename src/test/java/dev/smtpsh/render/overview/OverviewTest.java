package dev.smtpsh.render.overview;

import dev.smtpsh.annotate.Actor;
import dev.smtpsh.annotate.Annotation;
import dev.smtpsh.annotate.Confidence;
import dev.smtpsh.annotate.Verdict;
import dev.smtpsh.render.Level;
import dev.smtpsh.render.text.Golden;
import dev.smtpsh.render.text.Samples;
import dev.smtpsh.render.transcript.Event;
import dev.smtpsh.render.transcript.Transcript;
import dev.smtpsh.session.Exchange;
import dev.smtpsh.smtp.Octets;
import dev.smtpsh.smtp.reply.Reply;
import dev.smtpsh.smtp.state.SessionState;
import dev.smtpsh.smtp.state.Stage;
import dev.smtpsh.wire.Target;
import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class OverviewTest {
    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");

    private final Transcript one = new Transcript(
            1,
            "mx1.example.net",
            NOON,
            List.of(
                    connected("mx1.example.net", 18),
                    said(greeting(), 812, fine()),
                    said(hello(), 12, fine()),
                    said(Samples.starttls(Samples.trusted()), 20, fine()),
                    said(mail(), 14, fine()),
                    said(rcpt("250 2.1.5 Ok"), 226, fine())));
    private final Transcript other = new Transcript(
            2,
            "mx2.example.net",
            NOON,
            List.of(
                    connected("mx2.example.net", 2),
                    said(greeting(), 15, fine()),
                    said(hello(), 15, fine()),
                    said(Samples.starttls(Samples.expired()), 9, fine()),
                    said(mail(), 7, fine()),
                    said(rcpt("550 5.1.1 \u202eUnknown \u001b[2J user"), 3, unknown()),
                    new Event.Failed(NOON, Samples.noTls())));

    @Test
    void theTimelineLeavesOutTheOperatorsPauses() {
        Golden.of(drawing -> new TimelineView(drawing).draw(one))
                .at(Level.NORMAL, 80, 120, 40)
                .ascii(Level.NORMAL, 80)
                .aloud(Level.NORMAL, 80)
                .matches("timeline");
    }

    @Test
    void repliesAreListedOneALine() {
        Golden.of(drawing -> new RepliesView(drawing).draw(other))
                .at(Level.NORMAL, 80, 120, 40)
                .aloud(Level.NORMAL, 80)
                .matches("replies");
    }

    @Test
    void differencesAreMarked() {
        Golden.of(drawing -> new CompareView(drawing).draw(List.of(one, other)))
                .at(Level.NORMAL, 80, 120, 40)
                .aloud(Level.NORMAL, 80)
                .matches("compare");
    }

    @Test
    void asJsonEachIsAnObjectOfItsOwn() {
        StringBuilder out = new StringBuilder();
        OverviewJson.timeline(one, out);
        OverviewJson.replies(other, out);
        OverviewJson.compared(List.of(one, other), out);
        OverviewJson.capabilities(1, Samples.greeted(true).capabilities(), true, out);
        OverviewJson.tls(1, Samples.expired(), out);
        OverviewJson.certificates(1, List.of(Octets.latin1("one"), Octets.latin1("two")), out);
        Golden.text(out.toString(), "overview.jsonl");
    }

    private static Event connected(String name, int milliseconds) {
        Target target = new Target(name, InetAddress.getLoopbackAddress(), 25);
        Optional<Event.Lookup> lookup = name.startsWith("mx1")
                ? Optional.of(new Event.Lookup("MX+A+AAAA", Duration.ofMillis(31)))
                : Optional.empty();
        return new Event.Connected(NOON, target, Duration.ofMillis(milliseconds), lookup);
    }

    private static Event said(Exchange exchange, int milliseconds, Annotation annotation) {
        Exchange timed = new Exchange(
                exchange.number(),
                exchange.stage(),
                exchange.command(),
                exchange.reply(),
                exchange.at(),
                Duration.ofMillis(milliseconds),
                exchange.before(),
                exchange.after(),
                exchange.tls(),
                exchange.handshake());
        return new Event.Said(timed, List.of(annotation), false);
    }

    private static Exchange greeting() {
        return Samples.exchange(
                SessionState.connected(false),
                Optional.empty(),
                Stage.GREETING,
                Reply.of("220 mx ESMTP"),
                Optional.empty());
    }

    private static Exchange hello() {
        return Samples.exchange(Samples.greeted(false), "EHLO probe.example.org", Reply.of("250 mx"));
    }

    private static Exchange mail() {
        return Samples.exchange(Samples.greeted(true), "MAIL FROM:<>", Reply.of("250 2.1.0 Ok"));
    }

    private static Exchange rcpt(String reply) {
        SessionState before = Samples.after(Samples.greeted(true), "EHLO a.example", "MAIL FROM:<>");
        return Samples.exchange(before, "RCPT TO:<a.very.long.address@sub.example.net>", Reply.of(reply));
    }

    private static Annotation fine() {
        return Samples.accepted("Fine.");
    }

    private static Annotation unknown() {
        return Samples.annotation(
                "user-unknown-1",
                Verdict.REFUSED,
                "No such mailbox",
                "The mailbox does not exist.",
                Actor.YOU,
                List.of("Look at the address."),
                Confidence.LIKELY);
    }
}
