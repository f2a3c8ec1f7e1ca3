package dev.smtpsh.practice;

import dev.smtpsh.practice.PracticeEvent.Parting;
import dev.smtpsh.practice.dialogue.ServerDialogue;
import dev.smtpsh.practice.fault.Act;
import dev.smtpsh.smtp.Octets;
import dev.smtpsh.wire.Deadline;
import dev.smtpsh.wire.Ending;
import dev.smtpsh.wire.Incoming;
import dev.smtpsh.wire.Link;
import dev.smtpsh.wire.LinkLimits;
import dev.smtpsh.wire.Tap;
import dev.smtpsh.wire.WireException;
import java.io.IOException;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;

/** One client: carries lines to the dialogue and its acts out. */
final class Connection implements Runnable {
    // Longer than the longest line the dialogue takes, so that it can tell "too long" from "cut".
    private static final int LINE_CUT = 16 * 1024;
    private static final int INBOX = 256 * 1024;
    private static final int PIECE = 16 * 1024;

    private final PracticeServer server;
    private final int number;
    private final Socket socket;
    private final PracticeListener listener;
    private final PracticeLimits limits;
    private final Learner learner;
    private final ServerDialogue dialogue;
    private final CountDownLatch stopped = new CountDownLatch(1);
    // Replies that are kept until the next one goes out.
    private Octets before = Octets.EMPTY;
    private Octets behind = Octets.EMPTY;
    private volatile boolean going;

    Connection(PracticeServer server, int number, Socket socket) {
        this.server = server;
        this.number = number;
        this.socket = socket;
        this.listener = server.setup().listener();
        this.limits = server.setup().limits();
        this.learner = new Learner(server, number, socket.getInetAddress());
        this.dialogue = new ServerDialogue(server.scenario(), limits.dialogue(), learner);
    }

    @Override
    public void run() {
        tell(new PracticeEvent.Connected(number, learner.client() + ":" + socket.getPort()));
        Parting parting = Parting.CLIENT_RESET;
        try {
            socket.setTcpNoDelay(true);
            Link link = Link.over(socket, Tap.NONE, new LinkLimits(INBOX, LINE_CUT));
            parting = talk(link);
            link.close();
        } catch (WireException e) {
            parting = e.trouble() == WireException.Trouble.TLS ? Parting.TLS_FAILED : Parting.CLIENT_RESET;
        } catch (IOException e) {
            parting = Parting.CLIENT_RESET;
        } catch (InterruptedException e) {
            parting = Parting.SERVER_DROPPED;
        } finally {
            closeSocket();
            tell(new PracticeEvent.Closed(number, stopped.getCount() == 0 ? Parting.SERVER_DROPPED : parting));
            server.ended(this);
        }
    }

    /** Whether it is about to end: whoever was told so may connect again at once. */
    boolean going() {
        return going;
    }

    Learner learner() {
        return learner;
    }

    /** Drops the client from another thread. */
    void stop() {
        server.works(this);
        stopped.countDown();
        learner.clock().wake();
        closeSocket();
    }

    private Parting talk(Link link) throws WireException, InterruptedException {
        Deadline life = Deadline.in(limits.life());
        Optional<Parting> parting = carryOut(dialogue.opened(), link);
        while (parting.isEmpty()) {
            if (life.passed()) {
                return carryOut(dialogue.over(), link).orElse(Parting.SERVER_DROPPED);
            }
            Octets piece = piece(link, life);
            if (!piece.isEmpty()) {
                tell(new PracticeEvent.ChunkReceived(number, piece, link.secured()));
                parting = carryOut(dialogue.octets(piece), link);
                continue;
            }
            // A chunk that stops before its time ends like a line that does.
            Incoming incoming =
                    listen(link, shorter(dialogue.awaited() > 0 ? Duration.ZERO : dialogue.patience(), life));
            if (incoming instanceof Incoming.TimedOut && life.passed()) {
                continue;
            }
            if (incoming instanceof Incoming.Ended ended) {
                return partingOf(ended.ending());
            }
            parting = incoming instanceof Incoming.Line line
                    ? carryOut(heard(line, link), link)
                    : carryOut(dialogue.idle(), link);
        }
        return parting.get();
    }

    private static Duration shorter(Duration patience, Deadline life) {
        Duration left = life.remaining();
        return left.compareTo(patience) < 0 ? left : patience;
    }

    private Octets piece(Link link, Deadline life) throws InterruptedException {
        if (dialogue.awaited() == 0) {
            return Octets.EMPTY;
        }
        server.waits(this);
        int most = (int) Math.min(PIECE, dialogue.awaited());
        Octets piece = link.octets(most, Deadline.in(shorter(dialogue.patience(), life)));
        server.works(this);
        return piece;
    }

    private Incoming listen(Link link, Duration patience) throws InterruptedException {
        server.waits(this);
        Incoming incoming = link.line(Deadline.in(patience));
        server.works(this);
        return incoming;
    }

    private List<Act> heard(Incoming.Line line, Link link) {
        note(line, link);
        return dialogue.line(line.octets(), line.cut());
    }

    private void note(Incoming.Line line, Link link) {
        Octets octets = line.octets();
        tell(new PracticeEvent.Received(number, octets, line.cut(), link.secured(), dialogue.sensitivity(octets)));
    }

    private Optional<Parting> carryOut(List<Act> acts, Link link) throws WireException, InterruptedException {
        going = acts.stream()
                .anyMatch(act -> act instanceof Act.Leave leave && !leave.way().stays());
        for (Act act : acts) {
            if (act instanceof Act.Leave leave) {
                return Optional.of(leave(leave.way(), link));
            }
            carryOut(act, link);
        }
        return Optional.empty();
    }

    private void carryOut(Act act, Link link) throws WireException, InterruptedException {
        if (act instanceof Act.Send send) {
            send(send.octets(), link);
        } else if (act instanceof Act.Drip drip) {
            drip(drip, link);
        } else if (act instanceof Act.Flood flood) {
            flood(flood.unit(), link);
        } else if (act instanceof Act.Pause pause) {
            pause(pause.length());
        } else if (act instanceof Act.Hold hold) {
            before = hold.behind() ? before : before.plus(hold.octets());
            behind = hold.behind() ? behind.plus(hold.octets()) : behind;
        } else if (act instanceof Act.AwaitClient) {
            link.octets(1, Deadline.in(limits.handshake()));
        } else if (act instanceof Act.Handshake handshake) {
            secure(handshake.lastPlain(), link);
        } else {
            throw new AssertionError(act);
        }
    }

    private void send(Octets octets, Link link) throws WireException {
        Octets all = before.plus(octets).plus(behind);
        before = Octets.EMPTY;
        behind = Octets.EMPTY;
        link.send(all, Deadline.in(limits.write()));
        tell(new PracticeEvent.Replied(number, all, link.secured()));
    }

    private void drip(Act.Drip drip, Link link) throws WireException, InterruptedException {
        for (int i = 0; i < drip.octets().length(); i++) {
            send(drip.octets().slice(i, i + 1), link);
            pause(drip.pace());
        }
    }

    // Not told to the listener piece by piece: the fault was, and the pieces would fill any log.
    private void flood(Octets unit, Link link) throws WireException {
        Octets piece = Octets.latin1(unit.latin1().repeat(Math.max(1, 16 * 1024 / unit.length())));
        for (long sent = 0; sent < limits.flood(); sent += piece.length()) {
            link.send(piece, Deadline.in(limits.write()));
        }
    }

    private void pause(Duration length) throws InterruptedException {
        server.waits(this);
        learner.clock().pass(length, () -> stopped.getCount() == 0);
        server.works(this);
        if (stopped.getCount() == 0) {
            throw new InterruptedException("the server stops");
        }
    }

    private void secure(Octets lastPlain, Link link) throws WireException, InterruptedException {
        Deadline patience = Deadline.in(limits.handshake());
        try {
            if (lastPlain.isEmpty()) {
                link.secureFromTheStart(server.tls(), patience);
            } else {
                tell(new PracticeEvent.Replied(number, lastPlain, false));
                discard(link.octets(INBOX, Deadline.in(Duration.ZERO)));
                discard(link.secureAfter(lastPlain, server.tls(), patience));
            }
        } catch (WireException e) {
            throw new WireException(WireException.Trouble.TLS, "the TLS handshake failed", e);
        }
        dialogue.secured();
        tell(new PracticeEvent.Secured(number));
    }

    private void discard(Octets plain) {
        if (!plain.isEmpty()) {
            tell(new PracticeEvent.Discarded(number, plain));
        }
    }

    private Parting leave(Act.Way way, Link link) throws InterruptedException {
        switch (way) {
            case CLOSE -> link.close();
            case DROP -> link.drop();
            case RESET -> link.reset();
            case STALL -> {
                return listenOn(link);
            }
            case HALF_CLOSE -> {
                halfClose(link);
                return listenOn(link);
            }
            case DEAF -> {
                // The inbox fills, reading stops, and TCP makes the client wait.
                pause(limits.dialogue().idle());
                link.drop();
            }
        }
        return way == Act.Way.CLOSE
                ? Parting.SERVER_CLOSED
                : way == Act.Way.DROP ? Parting.SERVER_DROPPED : Parting.SERVER_RESET;
    }

    private static void halfClose(Link link) {
        try {
            link.halfClose();
        } catch (IOException e) {
            // The client is gone already.
        }
    }

    private Parting listenOn(Link link) throws InterruptedException {
        while (true) {
            Incoming incoming = listen(link, limits.dialogue().idle());
            if (incoming instanceof Incoming.Line line) {
                note(line, link);
            } else if (incoming instanceof Incoming.Ended ended) {
                return partingOf(ended.ending());
            } else {
                return Parting.SERVER_DROPPED;
            }
        }
    }

    private static Parting partingOf(Ending ending) {
        return ending == Ending.RESET || ending == Ending.TLS_BROKEN ? Parting.CLIENT_RESET : Parting.CLIENT_CLOSED;
    }

    private void closeSocket() {
        try {
            socket.close();
        } catch (IOException e) {
            // Closing is all that was wanted.
        }
    }

    private void tell(PracticeEvent event) {
        listener.happened(event);
    }
}
