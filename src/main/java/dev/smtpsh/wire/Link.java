package dev.smtpsh.wire;

import dev.smtpsh.smtp.Octets;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketException;
import java.time.Duration;

/**
 * One connection, plain or inside a {@link Layer}. A thread of its own reads all the time, so that what comes unasked is
 * seen, times are those of the wire, and a wait can be given up without losing an octet.
 */
public final class Link implements Closeable {
    private static final int READ_SIZE = 16 * 1024;
    private static final Duration GOODBYE = Duration.ofSeconds(1);

    private final Socket socket;
    private final InputStream in;
    private final OutputStream out;
    private final Tap tap;
    private final Inbox inbox;
    private final Object layerLock = new Object();
    private final Object outLock = new Object();
    private Layer layer;
    private IOException broken;
    private boolean over; // The end may come before there is a layer to break.

    private Link(Socket socket, Tap tap, LinkLimits limits) throws IOException {
        this.socket = socket;
        this.in = socket.getInputStream();
        this.out = socket.getOutputStream();
        this.tap = tap;
        this.inbox = new Inbox(limits.inbox(), limits.lineCut());
    }

    /** Takes over a connected socket and begins to read. */
    public static Link over(Socket socket, Tap tap, LinkLimits limits) throws IOException {
        Link link = new Link(socket, tap, limits);
        Thread reader = new Thread(link::readAll, "smtpsh-link");
        reader.setDaemon(true);
        reader.start();
        return link;
    }

    /** The next line, waiting for it until the deadline at most. */
    public Incoming line(Deadline deadline) throws InterruptedException {
        return inbox.line(deadline);
    }

    /** The next {@code count} octets, or fewer if the connection ends or the deadline passes before. */
    public Octets octets(int count, Deadline deadline) throws InterruptedException {
        return inbox.octets(count, deadline);
    }

    /** Whether something has come that nobody has asked for yet. */
    public boolean holdsSomething() {
        return inbox.holdsSomething();
    }

    public boolean secured() {
        synchronized (layerLock) {
            return layer != null;
        }
    }

    /** Sends octets; past the deadline the connection is given up. */
    public void send(Octets octets, Deadline deadline) throws WireException {
        send(octets, octets, deadline);
    }

    /**
     * Sends octets that hold a secret: the tap sees {@code shown} instead.
     *
     * @throws WireException when they cannot be carried, or not by the deadline
     */
    public void send(Octets octets, Octets shown, Deadline deadline) throws WireException {
        WriteGuard guard = WriteGuard.over(this, octets.length(), deadline);
        try {
            write(octets.toByteArray(), shown);
        } catch (IOException e) {
            throw trouble(e, deadline);
        } finally {
            guard.done();
        }
    }

    /**
     * Puts a layer between and completes its handshake. What the peer sent in plain text before, and nobody read, is
     * handed back and never used: it may have been injected.
     *
     * @throws WireException if the handshake fails, the connection ends or the deadline passes
     */
    public Octets secure(Layer next, Deadline deadline) throws WireException, InterruptedException {
        return secure(next, Octets.EMPTY, false, deadline);
    }

    /** Like {@link #secure}, where the layer is there from the first octet on: what has come by now belongs to it. */
    public void secureFromTheStart(Layer next, Deadline deadline) throws WireException, InterruptedException {
        secure(next, Octets.EMPTY, true, deadline);
    }

    /**
     * Like {@link #secure}, but sends the last plain octets, the reply to STARTTLS, in the same breath, so that nothing
     * can come in answer to them before the layer is there.
     */
    public Octets secureAfter(Octets lastPlain, Layer next, Deadline deadline)
            throws WireException, InterruptedException {
        return secure(next, lastPlain, false, deadline);
    }

    private Octets secure(Layer next, Octets lastPlain, boolean fromTheStart, Deadline deadline)
            throws WireException, InterruptedException {
        try {
            Octets leftover;
            synchronized (outLock) {
                synchronized (layerLock) {
                    leftover = inbox.drain();
                    if (!lastPlain.isEmpty()) {
                        tap.sent(lastPlain, false, System.nanoTime());
                        out.write(lastPlain.toByteArray());
                        out.flush();
                    }
                    layer = next;
                    next.begin();
                    broken = over && !fromTheStart ? WireException.closedInHandshake() : broken;
                    if (fromTheStart && !leftover.isEmpty()) {
                        next.received(leftover.toByteArray());
                    }
                }
            }
            flush();
            awaitHandshake(next, deadline);
            return leftover;
        } catch (WireException e) {
            throw e;
        } catch (IOException e) {
            throw new WireException(WireException.Trouble.TLS, e.getMessage(), e);
        }
    }

    private void awaitHandshake(Layer next, Deadline deadline) throws IOException, InterruptedException {
        synchronized (layerLock) {
            while (!next.ready()) {
                if (broken != null) {
                    throw broken;
                }
                long rest = deadline.remaining().toMillis();
                if (rest <= 0) {
                    throw new WireException(
                            WireException.Trouble.TIMED_OUT, "the TLS handshake was not finished in time", null);
                }
                layerLock.wait(rest);
            }
        }
    }

    /** Ends in good order: close_notify inside TLS, then TCP. */
    @Override
    public void close() {
        inbox.end(Ending.OURS);
        // A peer that does not read must not keep us from leaving.
        WriteGuard guard = WriteGuard.over(this, WriteGuard.ALWAYS, Deadline.in(GOODBYE));
        try {
            synchronized (layerLock) {
                if (layer != null && broken == null) {
                    layer.close();
                }
            }
            flush();
        } catch (IOException e) {
            // Nothing is left to be saved on this connection.
        } finally {
            guard.done();
            closeSocket();
        }
    }

    /** Closes TCP at once, without a goodbye of any layer. */
    public void drop() {
        inbox.end(Ending.OURS);
        closeSocket();
    }

    /** Closes with a TCP reset. */
    public void reset() {
        inbox.end(Ending.OURS);
        try {
            socket.setSoLinger(true, 0);
        } catch (SocketException e) {
            // Closed already.
        }
        closeSocket();
    }

    /** Ends our sending and goes on reading. */
    public void halfClose() throws IOException {
        socket.shutdownOutput();
    }

    public Socket socket() {
        return socket;
    }

    private void readAll() {
        byte[] buffer = new byte[READ_SIZE];
        try {
            while (true) {
                inbox.awaitRoom();
                int count = in.read(buffer);
                if (count < 0) {
                    break;
                }
                accept(Octets.of(buffer, 0, count), System.nanoTime());
            }
            inbox.end(endOfStream());
        } catch (IOException e) {
            fail(e);
        } catch (InterruptedException e) {
            inbox.end(Ending.OURS);
        }
    }

    // Under the lock: nothing plain slips past the drain of secure(). What came before a layer broke still counts.
    private void accept(Octets octets, long at) throws IOException {
        boolean layered;
        synchronized (layerLock) {
            layered = layer != null;
            try {
                if (layered) {
                    layer.received(octets.toByteArray());
                }
            } finally {
                Octets plain = layered ? Octets.of(layer.plain()) : octets;
                if (!plain.isEmpty()) {
                    tap.received(plain, layered, at);
                    inbox.put(plain.toByteArray(), at);
                }
                layerLock.notifyAll();
            }
        }
        if (layered) {
            flush();
        }
    }

    // The tap is told before the octets leave, or the reply could be seen before its command.
    private void write(byte[] plain, Octets shown) throws IOException {
        synchronized (outLock) {
            byte[] octets = plain;
            synchronized (layerLock) {
                tap.sent(shown, layer != null, System.nanoTime());
                if (layer != null) {
                    layer.send(plain);
                    octets = layer.outgoing();
                }
            }
            out.write(octets);
            out.flush();
        }
    }

    private void flush() throws IOException {
        synchronized (outLock) {
            byte[] octets;
            synchronized (layerLock) {
                octets = layer == null ? new byte[0] : layer.outgoing();
            }
            if (octets.length > 0) {
                out.write(octets);
                out.flush();
            }
        }
    }

    private Ending endOfStream() {
        synchronized (layerLock) {
            boolean early = layer != null && broken == null && !layer.ready();
            broken = early ? WireException.closedInHandshake() : broken;
            over = true;
            layerLock.notifyAll();
            return layer == null || layer.endedByPeer() ? Ending.CLOSED : Ending.TRUNCATED;
        }
    }

    private void fail(IOException e) {
        flushAlert();
        synchronized (layerLock) {
            broken = broken == null ? e : broken;
            layerLock.notifyAll();
            boolean network = e instanceof SocketException || layer == null;
            inbox.end(network ? Ending.RESET : Ending.TLS_BROKEN);
        }
    }

    private void flushAlert() {
        try {
            flush();
        } catch (IOException e) {
            // The peer is gone; the first failure is the one to tell.
        }
    }

    private WireException trouble(IOException e, Deadline deadline) {
        if (deadline.passed()) {
            return new WireException(WireException.Trouble.TIMED_OUT, "the server does not read what is sent", e);
        }
        return new WireException(WireException.Trouble.RESET, "the connection broke while sending", e);
    }

    private void closeSocket() {
        try {
            socket.close();
        } catch (IOException e) {
            // Closing is all that was wanted.
        }
    }
}
