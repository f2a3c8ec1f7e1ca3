package dev.smtpsh.session;

import dev.smtpsh.session.setting.SessionSettings;
import dev.smtpsh.smtp.Octets;
import dev.smtpsh.smtp.command.Command;
import dev.smtpsh.smtp.reply.Reply;
import dev.smtpsh.smtp.reply.ReplyDefect;
import dev.smtpsh.smtp.reply.ReplyParser;
import dev.smtpsh.smtp.state.Position;
import dev.smtpsh.smtp.state.SessionState;
import dev.smtpsh.smtp.state.Stage;
import dev.smtpsh.tls.HandshakeReport;
import dev.smtpsh.wire.Deadline;
import dev.smtpsh.wire.Incoming;
import dev.smtpsh.wire.Link;
import dev.smtpsh.wire.Target;
import dev.smtpsh.wire.WireException;
import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One conversation with one server. Whatever is sent goes out as it is, in any order; whatever comes back, or does not,
 * is an {@link Outcome}. Driven by one thread; interrupting that thread stops a wait and nothing else: the reply stays
 * due and is read by {@link #await()} or before the reply to the next command.
 */
public final class Session implements Closeable {
    /** How long a goodbye is waited for (limit {@code quit-goodbye}). */
    public static final Duration GOODBYE = Duration.ofSeconds(2);

    private static final Deadline NOW = Deadline.in(Duration.ZERO);

    private final Link link;
    private final Target target;
    private final SessionSettings settings;
    private final Clock clock;
    private final SessionListener listener;
    private final ReplyParser parser;
    private final Upgrade upgrade;
    private final Due.Pending due = new Due.Pending();
    private SessionState state;
    private int count;

    Session(Link link, Target target, SessionSettings settings, Clock clock, SessionListener listener) {
        this.link = link;
        this.target = target;
        this.settings = settings;
        this.clock = clock;
        this.listener = listener;
        this.parser = new ReplyParser(settings.limits());
        this.upgrade = new Upgrade(link, target, settings, clock);
        this.state = SessionState.connected(false).speaking(settings.lmtp());
    }

    public Target target() {
        return target;
    }

    /** The address of this machine that the connection comes from; a proxy or NAT may show the server another. */
    public InetAddress localAddress() {
        return link.socket().getLocalAddress();
    }

    public SessionState state() {
        return state;
    }

    /** What the TLS handshake of this connection showed. */
    public Optional<HandshakeReport> tls() {
        return upgrade.report();
    }

    /** The certificates of that handshake as they were sent, DER, the server's own first; empty without one. */
    public List<Octets> certificates() {
        return upgrade.certificates();
    }

    /** How many replies are still to come for what was sent. */
    public int due() {
        return due.size();
    }

    /** Whether a verdict on a message is due behind another one: for another recipient, or for all. */
    public boolean owesVerdict() {
        return due.owesVerdict();
    }

    /** Whether something has come that nobody has read: {@link #arrived()} tells what. */
    public boolean holdsSomething() {
        return link.holdsSomething();
    }

    /**
     * Sends a command and waits for its reply; replies still due from before are read first and told as events. What is
     * secret in the command goes out and is not kept: the exchange, failures and events hold it without.
     */
    public Outcome send(Command command) {
        return post(command, true).<Outcome>map(Outcome.Failed::new).orElseGet(() -> readUpTo(due.last()));
    }

    /**
     * Sends a command and does not wait: its reply is due and read by {@link #await()}. Of a pipelined group each line has
     * one, and a part of a line has none. Empty if it went out.
     */
    public Optional<Failure> post(Command command) {
        return post(command, false);
    }

    private Optional<Failure> post(Command command, boolean single) {
        if (state.position() == Position.CLOSED) {
            return Optional.of(Failures.notOpen(command.withoutSecrets(), Stage.of(command)));
        }
        arrived().forEach(exchange -> listener.happened(new SessionEvent.Unexpected(exchange)));
        return put(command, single);
    }

    private Optional<Failure> put(Command command, boolean single) {
        Stage stage = Stage.of(command);
        Command kept = command.withoutSecrets();
        Due mine = new Due(++count, stage, Optional.of(kept), clock.instant(), System.nanoTime());
        try {
            transmission().send(command);
        } catch (WireException e) {
            state = state.closed();
            return Optional.of(Failures.notSent(kept, stage, e));
        }
        due.add(single ? List.of(mine) : mine.each(state.position()));
        count = Math.max(count, due.isEmpty() ? 0 : due.last().number());
        listener.happened(new SessionEvent.Sent(kept));
        return Optional.empty();
    }

    /** Waits for the next reply that is due, or for an unasked one if none is. */
    public Outcome await() {
        return await(settings.patience()
                .of(due.isEmpty() ? Stage.UNASKED : due.next().stage()));
    }

    /** As {@link #await()}, for no longer than a given time. */
    public Outcome await(Duration limit) {
        return read(due.isEmpty() ? unasked() : due.next(), limit);
    }

    /** The replies that have come whole and were not asked for by now; never waits. */
    public List<Exchange> arrived() {
        List<Exchange> found = new ArrayList<>();
        while (link.holdsSomething() || parser.midReply()) {
            Due next = due.isEmpty() ? unasked() : due.next();
            Optional<Reply> reply = tryRead();
            if (reply.isEmpty()) {
                break;
            }
            found.add(exchange(next, reply.get(), System.nanoTime()));
        }
        return found;
    }

    /** Says QUIT, waits for the goodbye no longer than that, and closes; what comes of it is not told. */
    public void quit(Duration patience) {
        transmission().quit(due.size(), patience);
        close();
    }

    /** Ends the connection without QUIT, closing TLS in good order. */
    @Override
    public void close() {
        state = state.closed();
        link.close();
    }

    /** Drops TCP at once. */
    public void drop() {
        state = state.closed();
        link.drop();
    }

    /** Ends the connection with a TCP reset. */
    public void reset() {
        state = state.closed();
        link.reset();
    }

    /** Shuts our sending side down; what the server says can still be awaited. */
    public void halfClose() {
        try {
            link.halfClose();
        } catch (IOException e) {
            // Closed already: the next wait tells.
        }
    }

    /** Waits for the greeting; {@code early} is said before it comes, and its replies are due behind it. */
    Outcome greeting(Octets early) {
        due.add(List.of(new Due(count, Stage.GREETING, Optional.empty(), clock.instant(), System.nanoTime())));
        Optional<Failure> failure = early.isEmpty() ? Optional.empty() : put(new Command.Raw(early), false);
        return failure.<Outcome>map(Outcome.Failed::new).orElseGet(this::await);
    }

    /** Puts TLS on; on failure the connection is over. */
    Optional<Failure> secure(Optional<Command> command) {
        Due due = new Due(count, Stage.STARTTLS, command, clock.instant(), System.nanoTime());
        Optional<Failure> failure = upgrade.run(due);
        if (failure.isPresent()) {
            drop();
        } else {
            state = command.isPresent()
                    ? state.withTls()
                    : SessionState.connected(true).speaking(settings.lmtp());
        }
        return failure;
    }

    private Outcome readUpTo(Due mine) {
        while (true) {
            Due next = due.next();
            Outcome outcome = read(next, settings.patience().of(next.stage()));
            if (next == mine || outcome instanceof Outcome.Failed) {
                return outcome;
            }
            listener.happened(new SessionEvent.Unexpected(((Outcome.Answered) outcome).exchange()));
        }
    }

    private Transmission transmission() {
        return new Transmission(link, settings.patience());
    }

    private Outcome read(Due next, Duration patience) {
        Deadline deadline = Deadline.in(patience);
        try {
            while (true) {
                Incoming incoming = link.line(deadline);
                if (incoming instanceof Incoming.Line line) {
                    Optional<Reply> reply = parser.accept(line.octets(), line.cut());
                    if (reply.isPresent()) {
                        return answered(next, reply.get(), line.at());
                    }
                } else if (incoming instanceof Incoming.Ended ended) {
                    return ended(next, ended);
                } else if (incoming instanceof Incoming.TimedOut timedOut) {
                    return new Outcome.Failed(Failures.silent(next, patience, timedOut.partial()));
                }
            }
        } catch (InterruptedException e) {
            return new Outcome.Failed(Failures.stopped(next, Octets.EMPTY));
        }
    }

    private Outcome ended(Due next, Incoming.Ended ended) {
        Optional<Reply> begun = parser.end();
        if (begun.isPresent()) {
            Outcome last = answered(next, begun.get(), System.nanoTime());
            state = state.closed();
            return last;
        }
        state = state.closed();
        due.clear();
        link.close();
        return new Outcome.Failed(Failures.ended(next, ended.ending(), Octets.EMPTY));
    }

    private Outcome answered(Due next, Reply reply, long at) {
        Exchange exchange = exchange(next, reply, at);
        if (reply.defects().contains(ReplyDefect.TOO_LONG)) {
            drop();
            return new Outcome.Failed(Failures.endless(next, reply));
        }
        if (!next.upgrades() || !reply.is(220)) {
            return new Outcome.Answered(exchange);
        }
        Optional<Failure> failure = secure(next.command());
        return failure.<Outcome>map(Outcome.Failed::new)
                .orElseGet(() -> new Outcome.Answered(exchange.secured(state, tls())));
    }

    private Exchange exchange(Due next, Reply reply, long at) {
        SessionState before = state;
        due.settle(next, before, reply, clock.instant(), at);
        Optional<String> version = tls().flatMap(HandshakeReport::version);
        state = next.after(state, reply);
        Duration took = Duration.ofNanos(Math.max(0, at - next.sentAt()));
        return next.answered(reply, took, before, state, version);
    }

    private Due unasked() {
        return new Due(count, Stage.UNASKED, Optional.empty(), clock.instant(), System.nanoTime());
    }

    // Reads lines that are there already; an end or a half line stays for the next real wait.
    private Optional<Reply> tryRead() {
        try {
            Incoming incoming = link.line(NOW);
            while (incoming instanceof Incoming.Line line) {
                Optional<Reply> reply = parser.accept(line.octets(), line.cut());
                if (reply.isPresent()) {
                    return reply;
                }
                incoming = link.line(NOW);
            }
            if (incoming instanceof Incoming.Ended) {
                state = state.closed();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return Optional.empty();
    }
}
