package dev.smtpsh.scan;

import dev.smtpsh.smtp.Octets;
import dev.smtpsh.smtp.extension.Capabilities;
import dev.smtpsh.smtp.extension.Extension;
import dev.smtpsh.smtp.reply.Reply;
import dev.smtpsh.smtp.reply.ReplyLimits;
import dev.smtpsh.smtp.reply.ReplyParser;
import dev.smtpsh.tls.hello.AnswerReader;
import dev.smtpsh.tls.hello.Hello;
import dev.smtpsh.tls.hello.HelloAnswer;
import dev.smtpsh.tls.hello.HelloWriter;
import dev.smtpsh.wire.Deadline;
import dev.smtpsh.wire.Dialer;
import dev.smtpsh.wire.Incoming;
import dev.smtpsh.wire.Link;
import dev.smtpsh.wire.Tap;
import dev.smtpsh.wire.Target;
import dev.smtpsh.wire.WireException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;

/** Makes connections and leads them to the point where TLS begins. Safe for several threads. */
final class Entrance {
    private static final int HEAD = 5;
    private static final int LARGEST_RECORD = 16 * 1024 + 2048;
    private static final int ATTEMPTS = 3;
    private static final long BREATH = 300;

    private final Dialer dialer;
    private final Target target;
    private final ScanSettings settings;
    private final HelloWriter writer = new HelloWriter(new SplittableRandom(1));
    private final Semaphore turns;
    private final AtomicInteger connections = new AtomicInteger();

    Entrance(Dialer dialer, Target target, ScanSettings settings) {
        this.dialer = dialer;
        this.target = target;
        this.settings = settings;
        this.turns = new Semaphore(settings.connections(), true);
    }

    Target target() {
        return target;
    }

    int connections() {
        return connections.get();
    }

    Deadline soon() {
        return Deadline.in(settings.patience());
    }

    /** A connection that has said EHLO, and what was offered; TLS has not begun. */
    record Greeted(Link link, Capabilities offered) {}

    /** Something that takes one connection. */
    interface Errand<T> {
        T run() throws IOException, InterruptedException;
    }

    /** Waits until one more connection is not too many. */
    <T> T inTurn(Errand<T> errand) throws IOException, InterruptedException {
        turns.acquire();
        try {
            return errand.run();
        } finally {
            turns.release();
        }
    }

    /** Sends a hello over a connection of its own and reads the answer; tries again where the server needs a rest. */
    HelloAnswer ask(Hello hello) throws IOException, InterruptedException {
        return inTurn(() -> askNow(hello));
    }

    private HelloAnswer askNow(Hello hello) throws IOException, InterruptedException {
        for (int attempt = 1; ; attempt++) {
            try {
                Link link = atTls();
                try {
                    link.send(write(hello), soon());
                    return answer(link);
                } finally {
                    link.drop();
                }
            } catch (WireException e) {
                if (attempt == ATTEMPTS) {
                    throw e;
                }
                Thread.sleep(BREATH * attempt);
            }
        }
    }

    Greeted greeted() throws WireException, InterruptedException {
        connections.incrementAndGet();
        Link link = dialer.dial(target, Tap.NONE);
        try {
            expect(link, 220, "greeting");
            return new Greeted(link, Capabilities.read(hello(link)));
        } catch (WireException e) {
            link.drop();
            throw e;
        }
    }

    Reply hello(Link link) throws WireException, InterruptedException {
        say(link, "EHLO " + settings.helo());
        return expect(link, 250, "EHLO");
    }

    void say(Link link, String lines) throws WireException {
        link.send(Octets.latin1(lines + "\r\n"), soon());
    }

    /** The next reply; empty when there is none. */
    Optional<Reply> reply(Link link) throws InterruptedException {
        ReplyParser parser = new ReplyParser(ReplyLimits.DEFAULT);
        Deadline deadline = soon();
        while (true) {
            Incoming incoming = link.line(deadline);
            if (!(incoming instanceof Incoming.Line line)) {
                return parser.end();
            }
            Optional<Reply> reply = parser.accept(line.octets(), line.cut());
            if (reply.isPresent()) {
                return reply;
            }
        }
    }

    private Reply expect(Link link, int code, String what) throws WireException, InterruptedException {
        Optional<Reply> reply = reply(link);
        if (reply.filter(one -> one.is(code)).isPresent()) {
            return reply.get();
        }
        throw new WireException(
                WireException.Trouble.TIMED_OUT,
                reply.map(one -> "the answer to " + what + " was: " + one.text())
                        .orElse("no answer to " + what),
                null);
    }

    private Link atTls() throws WireException, InterruptedException {
        if (settings.tlsOnConnect()) {
            connections.incrementAndGet();
            return dialer.dial(target, Tap.NONE);
        }
        Greeted greeted = greeted();
        try {
            say(greeted.link(), Extension.STARTTLS.name());
            expect(greeted.link(), 220, "STARTTLS");
            return greeted.link();
        } catch (WireException e) {
            greeted.link().drop();
            throw e;
        }
    }

    private synchronized Octets write(Hello hello) {
        return writer.write(hello);
    }

    private HelloAnswer answer(Link link) throws InterruptedException {
        AnswerReader reader = new AnswerReader();
        Deadline deadline = soon();
        while (!reader.done()) {
            byte[] head = link.octets(HEAD, deadline).toByteArray();
            if (head.length < HEAD) {
                break;
            }
            int length = (head[3] & 0xff) << 8 | head[4] & 0xff;
            if (head[1] != 3 || length > LARGEST_RECORD) {
                reader.notTls();
                break;
            }
            reader.record(head[0], link.octets(length, deadline).toByteArray());
        }
        return reader.answer();
    }

    /** Waits for the end of the connection, and counts the replies that come before. */
    List<Reply> rest(Link link) throws InterruptedException {
        List<Reply> all = new ArrayList<>();
        for (Optional<Reply> one = reply(link); one.isPresent(); one = reply(link)) {
            all.add(one.get());
            if (one.get().is(221)) {
                break;
            }
        }
        return all;
    }
}
