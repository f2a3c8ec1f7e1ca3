package dev.smtpsh.wire;

import dev.smtpsh.smtp.Octets;
import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.TimeUnit;

/**
 * What was read and not yet asked for; bounded. The reading thread puts in and waits when it is full, the conversation
 * takes lines out with a deadline.
 */
final class Inbox {
    private record Chunk(byte[] bytes, long at) {}

    private final int capacity;
    private final int lineCut;
    private final Deque<Chunk> chunks = new ArrayDeque<>();
    private final ByteArrayOutputStream line = new ByteArrayOutputStream(256);
    private int offset;
    private int size;
    private boolean cut;
    private Ending ending;

    Inbox(int capacity, int lineCut) {
        this.capacity = capacity;
        this.lineCut = lineCut;
    }

    /** Waits until what is held has shrunk below the capacity, or the end has come. */
    synchronized void awaitRoom() throws InterruptedException {
        while (size >= capacity && ending == null) {
            wait();
        }
    }

    /** Never waits; the reader calls {@link #awaitRoom()} before it reads. */
    synchronized void put(byte[] bytes, long at) {
        chunks.add(new Chunk(bytes, at));
        size += bytes.length;
        notifyAll();
    }

    synchronized void end(Ending how) {
        if (ending == null) {
            ending = how;
        }
        notifyAll();
    }

    /** Whether anything is there that has not been taken: octets, or the end. */
    synchronized boolean holdsSomething() {
        return size > 0 || ending != null;
    }

    /** Takes everything that is there, as octets. */
    synchronized Octets drain() {
        while (!chunks.isEmpty()) {
            line.write(chunks.peek().bytes, offset, chunks.peek().bytes.length - offset);
            drop();
        }
        Octets all = Octets.of(line.toByteArray());
        line.reset();
        cut = false;
        return all;
    }

    synchronized Incoming line(Deadline deadline) throws InterruptedException {
        while (true) {
            Incoming.Line whole = assemble();
            if (whole != null) {
                return whole;
            }
            if (ending != null) {
                return line.size() > 0 ? finish(System.nanoTime()) : new Incoming.Ended(ending);
            }
            Duration rest = deadline.remaining();
            if (rest.isZero()) {
                return new Incoming.TimedOut(Octets.of(line.toByteArray()));
            }
            TimeUnit.NANOSECONDS.timedWait(this, rest.toNanos());
        }
    }

    /** Takes exactly {@code count} octets, or fewer if the connection ends or the deadline passes before. */
    synchronized Octets octets(int count, Deadline deadline) throws InterruptedException {
        ByteArrayOutputStream taken = new ByteArrayOutputStream(Math.min(count, capacity));
        while (taken.size() < count && !(chunks.isEmpty() && (ending != null || deadline.passed()))) {
            if (chunks.isEmpty()) {
                TimeUnit.NANOSECONDS.timedWait(
                        this, Math.max(1, deadline.remaining().toNanos()));
                continue;
            }
            byte[] bytes = chunks.peek().bytes;
            int more = Math.min(count - taken.size(), bytes.length - offset);
            taken.write(bytes, offset, more);
            advance(more);
        }
        return Octets.of(taken.toByteArray());
    }

    private Incoming.Line assemble() {
        while (!chunks.isEmpty()) {
            Chunk chunk = chunks.peek();
            int lf = indexOfLf(chunk.bytes, offset);
            int end = lf < 0 ? chunk.bytes.length : lf + 1;
            keep(chunk.bytes, offset, end);
            advance(end - offset);
            if (lf >= 0) {
                return finish(chunk.at);
            }
        }
        return null;
    }

    // A line past the cut keeps its beginning; its line end is dropped with the rest.
    private void keep(byte[] bytes, int from, int to) {
        int room = lineCut - line.size();
        line.write(bytes, from, Math.min(room, to - from));
        cut |= to - from > room;
    }

    private Incoming.Line finish(long at) {
        Incoming.Line whole = new Incoming.Line(Octets.of(line.toByteArray()), cut, at);
        line.reset();
        cut = false;
        return whole;
    }

    private void advance(int count) {
        offset += count;
        size -= count;
        if (offset == chunks.peek().bytes.length) {
            chunks.remove();
            offset = 0;
        }
        notifyAll();
    }

    private void drop() {
        size -= chunks.peek().bytes.length - offset;
        chunks.remove();
        offset = 0;
        notifyAll();
    }

    private static int indexOfLf(byte[] bytes, int from) {
        for (int i = from; i < bytes.length; i++) {
            if (bytes[i] == '\n') {
                return i;
            }
        }
        return -1;
    }
}
