package dev.smtpsh.render.text;

import dev.smtpsh.annotate.Actor;
import dev.smtpsh.annotate.Annotation;
import dev.smtpsh.annotate.Confidence;
import dev.smtpsh.annotate.Explanation;
import dev.smtpsh.annotate.Reason;
import dev.smtpsh.annotate.Retry;
import dev.smtpsh.annotate.Scope;
import dev.smtpsh.annotate.Verdict;
import dev.smtpsh.session.Exchange;
import dev.smtpsh.session.Failure;
import dev.smtpsh.smtp.Octets;
import dev.smtpsh.smtp.command.Command;
import dev.smtpsh.smtp.reply.EnhancedStatus;
import dev.smtpsh.smtp.reply.Reply;
import dev.smtpsh.smtp.reply.ReplyCode;
import dev.smtpsh.smtp.state.SessionState;
import dev.smtpsh.smtp.state.Stage;
import dev.smtpsh.tls.Alert;
import dev.smtpsh.tls.CertificateFacts;
import dev.smtpsh.tls.HandshakeReport;
import dev.smtpsh.tls.Remark;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Results to draw: one conversation and what became of it. */
public final class Samples {
    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");

    private Samples() {}

    /** The greeting was read, over TLS or not. */
    public static SessionState greeted(boolean secured) {
        return SessionState.connected(secured).greeted(Reply.of("220 mx1.example.net ESMTP"));
    }

    /** A state further on, by lines that were all answered 250. */
    public static SessionState after(SessionState state, String... lines) {
        SessionState now = state;
        for (String line : lines) {
            now = now.after(new Command.Line(Octets.utf8(line)), Reply.of("250 ok"));
        }
        return now;
    }

    public static Exchange exchange(SessionState before, String line, Reply reply) {
        Command command = new Command.Line(Octets.utf8(line));
        return exchange(before, Optional.of(command), Stage.of(command), reply, Optional.empty());
    }

    public static Exchange exchange(
            SessionState before,
            Optional<Command> command,
            Stage stage,
            Reply reply,
            Optional<HandshakeReport> handshake) {
        SessionState answered = command.map(sent -> before.after(sent, reply)).orElseGet(() -> before.greeted(reply));
        SessionState after = handshake.isPresent() ? answered.withTls() : answered;
        Optional<String> tls = before.secured() ? Optional.of("TLSv1.3") : Optional.empty();
        return new Exchange(5, stage, command, reply, NOON, Duration.ofMillis(38), before, after, tls, handshake);
    }

    public static Exchange greylisted() {
        SessionState before = after(greeted(true), "EHLO probe.example.org", "MAIL FROM:<>");
        String reply = "451 4.7.1 <amy@example.net>: Recipient address rejected: Greylisted";
        return exchange(before, "RCPT TO:<amy@example.net>", Reply.of(reply));
    }

    public static Exchange starttls(HandshakeReport report) {
        SessionState before = after(greeted(false), "EHLO probe.example.org");
        Command command = new Command.Line(Octets.latin1("STARTTLS"));
        Reply reply = Reply.of("220 2.0.0 Ready to start TLS");
        return exchange(before, Optional.of(command), Stage.STARTTLS, reply, Optional.of(report));
    }

    /** The explanation of {@link #greylisted()}. */
    public static Annotation greylisting() {
        return annotation(
                "greylist-1",
                Verdict.TRY_LATER,
                "Greylisting",
                "The server puts off senders it has not seen yet; spam software rarely comes back, real mail servers do.",
                Actor.NOBODY,
                List.of("Try again from the same IP with the same MAIL and RCPT in 5 to 15 minutes. Refused for over 4"
                        + " hours? Then it is a block."),
                Confidence.CERTAIN);
    }

    public static Annotation blocked() {
        return annotation(
                "dnsbl-2",
                Verdict.REFUSED,
                "On a block list",
                "Your address 203.0.113.9 is on the block list zen.spamhaus.example. The mailbox was not looked at.",
                Actor.YOUR_DNS,
                List.of(
                        "Look the address up at the list's own site; it tells why and how to get off.",
                        "Stop the cause first (open relay, infected host, dynamic range); delisting alone does not last.",
                        "Meanwhile send through your provider's relay:  open relay.example:587"),
                Confidence.LIKELY);
    }

    public static Annotation accepted(String meaning) {
        return annotation(
                "code-250-rcpt",
                Verdict.OK,
                "Recipient accepted",
                meaning,
                Actor.NOBODY,
                List.of(),
                Confidence.CERTAIN);
    }

    public static Annotation annotation(
            String rule,
            Verdict verdict,
            String title,
            String meaning,
            Actor who,
            List<String> fixes,
            Confidence confidence) {
        boolean later = verdict == Verdict.TRY_LATER;
        boolean fine = verdict == Verdict.OK || verdict == Verdict.GO_ON;
        return new Annotation(
                rule,
                "docs/replies/reasons/other.md",
                verdict,
                title,
                later ? Optional.of(Reason.GREYLISTED) : Optional.empty(),
                meaning,
                Optional.of("Real senders lose minutes, not messages."),
                who,
                fixes,
                later ? Retry.LATER : fine ? Retry.NOT_NEEDED : Retry.AFTER_FIX,
                later ? Optional.of(Duration.ofMinutes(15)) : Optional.empty(),
                !later && !fine,
                false,
                Scope.RECIPIENT,
                confidence,
                Optional.empty(),
                List.of("RFC 6647 2"),
                List.of("text \"greylist\"", "code 451"),
                Map.of());
    }

    public static HandshakeReport trusted() {
        return report(List.of(), Instant.parse("2027-01-23T00:00:00Z"));
    }

    public static HandshakeReport expired() {
        Remark remark = new Remark(
                Remark.Kind.EXPIRED,
                "expired 3 days ago (2026-11-20)",
                "Renew the certificate on mx2, reload the mail server",
                true);
        Remark old = new Remark(Remark.Kind.OLD_VERSION, "TLSv1.2 is the best it speaks", "Offer TLS 1.3", false);
        return report(List.of(remark, old), Instant.parse("2026-11-20T00:00:00Z"));
    }

    private static HandshakeReport report(List<Remark> remarks, Instant until) {
        String print =
                "4F:8A:00:11:22:33:44:55:66:77:88:99:AA:BB:CC:DD:4F:8A:00:11:22:33:44:55:66:77:88:99:AA:BB:CC:C2";
        CertificateFacts own = new CertificateFacts(
                "CN=mx2.example.net",
                "CN=R11,O=Let's Encrypt,C=US",
                List.of("mx2.example.net", "mail.example.net"),
                Instant.parse("2026-08-22T00:00:00Z"),
                until,
                "RSA 2048",
                "SHA256withRSA",
                print,
                false);
        CertificateFacts issuer = new CertificateFacts(
                "CN=R11,O=Let's Encrypt,C=US",
                "CN=ISRG Root X1",
                List.of(),
                Instant.parse("2024-03-13T00:00:00Z"),
                Instant.parse("2027-03-12T00:00:00Z"),
                "RSA 2048",
                "SHA256withRSA",
                print,
                false);
        return new HandshakeReport(
                true,
                Optional.of("TLSv1.2"),
                Optional.of("TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384"),
                Optional.of("x25519"),
                Optional.of("mx2.example.net"),
                List.of(own, issuer),
                remarks,
                Optional.empty(),
                Duration.ofMillis(96));
    }

    /** TLS that did not come about, because the server said so. */
    public static Failure noTls() {
        HandshakeReport report = new HandshakeReport(
                false,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of("mx2.example.net"),
                List.of(),
                List.of(),
                Optional.of(Alert.received(40)),
                Duration.ofMillis(12));
        return new Failure(
                Failure.Kind.TLS,
                Stage.STARTTLS,
                Failure.Blame.BOTH,
                "the TLS handshake failed",
                Alert.received(40).words(),
                "Connect again; without TLS the server may still talk: leave STARTTLS out.",
                Optional.of(new Command.Line(Octets.latin1("STARTTLS"))),
                Octets.EMPTY,
                Optional.of(report));
    }

    public static Failure stranger(Octets seen) {
        return new Failure(
                Failure.Kind.PROTOCOL,
                Stage.GREETING,
                Failure.Blame.US,
                "this is SSH, not SMTP",
                "The port belongs to another service (SSH, usually port 22)",
                "Check the port; mail servers listen on 25, 465 and 587.",
                Optional.empty(),
                seen,
                Optional.empty());
    }

    public static Explanation.Explained explained() {
        return new Explanation.Explained(
                "451 4.7.1 Greylisted",
                Optional.of(new ReplyCode(451)),
                Optional.of(new EnhancedStatus(4, 7, 1)),
                List.of(greylisting(), blocked()),
                List.of(new Explanation.AtStage(Stage.MAIL, blocked())),
                List.of(
                        new Explanation.Digit("4yz", "not now: refused, and the same may succeed later"),
                        new Explanation.Digit("x.7.x", "about security or policy")),
                true);
    }
}
