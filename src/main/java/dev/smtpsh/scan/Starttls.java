package dev.smtpsh.scan;

import dev.smtpsh.scan.ScanReport.Finding;
import dev.smtpsh.scan.ScanReport.Grade;
import dev.smtpsh.smtp.Octets;
import dev.smtpsh.smtp.extension.Capabilities;
import dev.smtpsh.smtp.extension.Extension;
import dev.smtpsh.smtp.reply.Reply;
import dev.smtpsh.tls.HandshakeReport;
import dev.smtpsh.tls.client.ClientLayer;
import dev.smtpsh.tls.client.Resumable;
import dev.smtpsh.tls.client.TlsChoice;
import dev.smtpsh.wire.Link;
import dev.smtpsh.wire.WireException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Looks for what goes wrong around STARTTLS itself (RFC 3207 4.2, 6). */
final class Starttls {
    private final Entrance entrance;
    private final ScanSettings settings;
    private final Clock clock;
    private final List<Finding> findings = new ArrayList<>();
    private Optional<HandshakeReport> handshake = Optional.empty();
    private Optional<Resumable> session = Optional.empty();
    private ClientLayer lastLayer;

    Starttls(Entrance entrance, ScanSettings settings, Clock clock) {
        this.entrance = entrance;
        this.settings = settings;
        this.clock = clock;
    }

    List<Finding> findings() {
        return findings;
    }

    Optional<HandshakeReport> handshake() {
        return handshake;
    }

    /** A command in plain text right behind STARTTLS: is it answered inside TLS (CVE-2011-0411)? */
    boolean injection() throws WireException, InterruptedException {
        Entrance.Greeted greeted = entrance.greeted();
        Link link = greeted.link();
        try {
            offered(greeted.offered());
            entrance.say(link, "STARTTLS\r\nRSET");
            Optional<Reply> reply = entrance.reply(link);
            if (reply.filter(one -> one.is(220)).isEmpty()) {
                add(Grade.GOOD, "starttls-injection", "STARTTLS with a command behind it is refused", "");
                return true;
            }
            if (!secured(link)) {
                return true;
            }
            entrance.say(link, "EHLO " + settings.helo() + "\r\nQUIT");
            inside(entrance.rest(link));
            return true;
        } finally {
            link.drop();
        }
    }

    // Of two commands there are two answers; a third one belongs to what stood in plain text.
    private void inside(List<Reply> replies) {
        if (replies.size() > 2) {
            add(
                    Grade.BAD,
                    "starttls-injection",
                    "a command sent in plain text behind STARTTLS is answered inside TLS (compare CVE-2011-0411):"
                            + " whoever sits on the way can put words into a protected conversation",
                    "Update the mail server, or what stands before it.");
        } else if (!replies.isEmpty()) {
            add(Grade.GOOD, "starttls-injection", "a command in plain text behind STARTTLS is thrown away", "");
        }
        if (replies.size() >= 2
                && Capabilities.read(replies.get(replies.size() - 2)).has(Extension.STARTTLS)) {
            add(
                    Grade.WEAK,
                    "starttls-offered-again",
                    "STARTTLS is offered again inside TLS (RFC 3207 4.2 forbids it)",
                    "Update the mail server.");
        }
    }

    /** What was said before TLS: is it still known inside? And is STARTTLS taken again? */
    boolean memory() throws WireException, InterruptedException {
        Entrance.Greeted greeted = entrance.greeted();
        Link link = greeted.link();
        try {
            boolean begun = said(link, "MAIL FROM:<>", 250);
            if (!said(link, "STARTTLS", 220)) {
                add(Grade.GOOD, "starttls-memory", "STARTTLS is refused while a message is under way", "");
                begun = false;
                if (!said(link, "RSET", 250) || !said(link, "STARTTLS", 220)) {
                    return true;
                }
            }
            if (!secured(link)) {
                return true;
            }
            if (begun) {
                boolean kept = said(link, "RCPT TO:<postmaster>", 250);
                add(
                        kept ? Grade.BAD : Grade.GOOD,
                        "starttls-memory",
                        kept
                                ? "a sender named before TLS still counts inside it (RFC 3207 4.2): what came in plain"
                                        + " text may be forged"
                                : "what was said before TLS is forgotten inside it",
                        kept ? "Update the mail server." : "");
            }
            entrance.hello(link);
            session = lastLayer.resumable();
            if (said(link, "STARTTLS", 220)) {
                add(
                        Grade.WEAK,
                        "starttls-twice",
                        "STARTTLS is accepted a second time, inside TLS (RFC 3207 4.2)",
                        "Update the mail server.");
            }
            return true;
        } finally {
            link.drop();
        }
    }

    /** Offers the session of {@link #memory()} once more. */
    boolean resumption() throws WireException, InterruptedException {
        if (session.isEmpty()) {
            add(Grade.NOTE, "resumption", "the server gives nothing to take up a session again by", "");
            return true;
        }
        Link link = entrance.greeted().link();
        try {
            if (said(link, "STARTTLS", 220)) {
                ClientLayer layer =
                        new ClientLayer(entrance.target().name(), choice(), settings.anchors(), clock, session.get());
                link.secure(layer, entrance.soon());
                add(
                        Grade.NOTE,
                        "resumption",
                        layer.report().terms().resumption().resumed()
                                ? "a session is taken up again when it is offered"
                                : "a session is not taken up again though the server gave a ticket or an ID",
                        "");
            }
            return true;
        } finally {
            link.drop();
        }
    }

    /** One whole handshake where TLS begins at once. */
    boolean handshakeOnly(Link link) throws InterruptedException {
        try {
            ClientLayer layer = layer();
            try {
                link.secureFromTheStart(layer, entrance.soon());
            } catch (WireException e) {
                // The report tells.
            }
            handshake = Optional.of(layer.report());
            return true;
        } finally {
            link.drop();
        }
    }

    private void offered(Capabilities offered) {
        if (!offered.has(Extension.STARTTLS)) {
            boolean masked =
                    offered.offers().stream().anyMatch(one -> one.keyword().matches("X{4,}[A-Z]?"));
            add(
                    Grade.BAD,
                    "starttls-stripped",
                    masked
                            ? "a keyword is struck out with X: something on the way hides STARTTLS"
                            : "STARTTLS is not offered, though it may be taken",
                    masked ? "Turn the SMTP inspection of the firewall off." : "Turn STARTTLS on in the mail server.");
        }
        if (!offered.mechanisms().isEmpty()) {
            add(
                    Grade.WEAK,
                    "auth-in-plain",
                    "AUTH is offered before TLS: passwords may go over the wire as they are",
                    "Offer AUTH inside TLS only.");
        }
    }

    private boolean secured(Link link) throws InterruptedException {
        ClientLayer layer = layer();
        try {
            Octets leftover = link.secure(layer, entrance.soon());
            if (!leftover.isEmpty()) {
                add(
                        Grade.WEAK,
                        "starttls-plain-answer",
                        "what stands behind STARTTLS is answered in plain text before TLS begins",
                        "Update the mail server: it should throw it away.");
            }
            return true;
        } catch (WireException e) {
            add(Grade.NOTE, "handshake", "a whole handshake did not come about: " + e.getMessage(), "");
            return false;
        } finally {
            handshake = Optional.of(layer.report());
        }
    }

    private boolean said(Link link, String line, int code) throws WireException, InterruptedException {
        entrance.say(link, line);
        return entrance.reply(link).filter(one -> one.is(code)).isPresent();
    }

    private ClientLayer layer() {
        lastLayer = new ClientLayer(entrance.target().name(), choice(), settings.anchors(), clock);
        return lastLayer;
    }

    private TlsChoice choice() {
        return settings.serverName().map(TlsChoice.DEFAULT::withServerName).orElse(TlsChoice.DEFAULT);
    }

    private void add(Grade grade, String name, String words, String mend) {
        findings.add(new Finding(grade, name, words, mend));
    }
}
