package dev.smtpsh.session;

import dev.smtpsh.session.setting.SessionSettings;
import dev.smtpsh.smtp.Octets;
import dev.smtpsh.tls.HandshakeReport;
import dev.smtpsh.tls.client.ClientLayer;
import dev.smtpsh.wire.Deadline;
import dev.smtpsh.wire.Link;
import dev.smtpsh.wire.Target;
import dev.smtpsh.wire.WireException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** Puts TLS on a connection, and keeps what the handshake showed. */
final class Upgrade {
    private final Link link;
    private final Target target;
    private final SessionSettings settings;
    private final Clock clock;
    private Optional<HandshakeReport> report = Optional.empty();
    private List<Octets> certificates = List.of();

    Upgrade(Link link, Target target, SessionSettings settings, Clock clock) {
        this.link = link;
        this.target = target;
        this.settings = settings;
        this.clock = clock;
    }

    /** What the handshake showed; empty before there was one, or if it failed. */
    Optional<HandshakeReport> report() {
        return report;
    }

    /** The chain as it was sent. */
    List<Octets> certificates() {
        return certificates;
    }

    /** Why TLS did not come about, if it did not; the connection is then of no use. */
    Optional<Failure> run(Due due) {
        ClientLayer layer = new ClientLayer(target.serverName(), settings.tls(), settings.anchors(), clock);
        try {
            Deadline deadline = Deadline.in(settings.patience().handshake());
            if (due.command().isPresent()) {
                Octets injected = link.secure(layer, deadline);
                report = Optional.of(Injection.remarkOn(layer.report(), injected));
            } else {
                link.secureFromTheStart(layer, deadline);
                report = Optional.of(layer.report());
            }
            certificates = layer.certificates();
            return Optional.empty();
        } catch (WireException e) {
            return Optional.of(Failures.noTls(due.command(), e, layer.firstOctets(), layer.report()));
        } catch (InterruptedException e) {
            return Optional.of(Failures.stopped(due, Octets.EMPTY));
        }
    }
}
