package dev.smtpsh.session;

import dev.smtpsh.session.setting.SessionSettings;
import dev.smtpsh.smtp.Octets;
import dev.smtpsh.smtp.reply.ReplyDefect;
import dev.smtpsh.wire.Deadline;
import dev.smtpsh.wire.Dialer;
import dev.smtpsh.wire.Link;
import dev.smtpsh.wire.Tap;
import dev.smtpsh.wire.Target;
import dev.smtpsh.wire.WireException;
import dev.smtpsh.wire.way.ProxyHeader;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Opens conversations: dials one address after the other, begins TLS where wanted, reads the greeting. */
public final class Opener {
    private final Dialer dialer;
    private final SessionSettings settings;
    private final Clock clock;
    private final SessionListener listener;

    public Opener(Dialer dialer, SessionSettings settings, Clock clock, SessionListener listener) {
        this.dialer = dialer;
        this.settings = settings;
        this.clock = clock;
        this.listener = listener;
    }

    /**
     * Opens a conversation with the first address that answers.
     *
     * @param targets the addresses of one host, in the order to try; at least one
     * @param tap sees every octet
     */
    public Opening open(List<Target> targets, Tap tap) {
        Failure failure = null;
        for (Target target : targets) {
            listener.happened(new SessionEvent.Connecting(target));
            long begun = System.nanoTime();
            try {
                Link link = dialer.dial(target, tap);
                listener.happened(new SessionEvent.Connected(target, Duration.ofNanos(System.nanoTime() - begun)));
                introduce(link);
                return greet(new Session(link, target, settings, clock, listener));
            } catch (InterruptedException e) {
                return new Opening.NotOpened(Failures.stoppedConnecting(target));
            } catch (WireException e) {
                failure = Failures.notConnected(target, e);
                listener.happened(new SessionEvent.ConnectFailed(target, failure.what()));
            }
        }
        if (failure == null) {
            throw new IllegalArgumentException("no address to open");
        }
        return new Opening.NotOpened(failure);
    }

    // What cannot be sent is not told: the wait for the greeting will tell why.
    private void introduce(Link link) {
        Optional<ProxyHeader> header = settings.entrance().header();
        if (header.isEmpty()) {
            return;
        }
        Octets octets = header.get()
                .octets(
                        end(link.socket().getLocalSocketAddress()),
                        end(link.socket().getRemoteSocketAddress()));
        try {
            link.send(octets, Deadline.in(settings.patience().write()));
            listener.happened(new SessionEvent.Introduced(octets));
        } catch (WireException e) {
            link.drop();
        }
    }

    private static Optional<InetSocketAddress> end(SocketAddress address) {
        return address instanceof InetSocketAddress end && !end.getAddress().isAnyLocalAddress()
                ? Optional.of(end)
                : Optional.empty();
    }

    private Opening greet(Session session) {
        if (settings.tlsOnConnect()) {
            Optional<Failure> failure = session.secure(Optional.empty());
            if (failure.isPresent()) {
                return new Opening.NotOpened(failure.get());
            }
        }
        Outcome outcome = session.greeting(settings.entrance().early());
        if (outcome instanceof Outcome.Answered answered) {
            Exchange greeting = answered.exchange();
            if (!greeting.reply().defects().contains(ReplyDefect.NOT_A_REPLY)) {
                return new Opening.Opened(session, greeting);
            }
            session.drop();
            return new Opening.NotOpened(
                    Strangers.named(greeting.reply().lines().get(0).received()));
        }
        Failure failure = ((Outcome.Failed) outcome).failure();
        session.drop();
        // A TLS alert on a plain port has no line end: it is seen only as the part of a line that came in time.
        Octets seen = failure.seen();
        return new Opening.NotOpened(Strangers.mayBeSmtp(seen) ? failure : Strangers.named(seen));
    }
}
