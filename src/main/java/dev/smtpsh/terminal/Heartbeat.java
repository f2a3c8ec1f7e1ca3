package dev.smtpsh.terminal;

import dev.smtpsh.shell.talk.Waiting;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.IntSupplier;
import java.util.function.Supplier;

/** Shows that something is waited for: one line, redrawn each second, gone as soon as anything else is printed. */
final class Heartbeat {
    private static final Duration PATIENCE = Duration.ofSeconds(1);
    private static final Duration ALOUD = Duration.ofSeconds(30);

    private final PrintWriter out;
    private final IntSupplier width;
    private final Duration pace;
    private boolean drawn;
    private boolean beating;

    /** @param aloud whether nothing may be drawn over: a line is added now and then instead */
    Heartbeat(PrintWriter out, IntSupplier width, boolean aloud) {
        this.out = out;
        this.width = width;
        this.pace = aloud ? ALOUD : PATIENCE;
    }

    /** Prints something of the conversation, on a line of its own. */
    synchronized void print(String text) {
        erase();
        out.print(text);
        out.flush();
    }

    /** Begins to watch; nothing is shown during the first second. */
    synchronized void begin(Supplier<Optional<Waiting>> waiting) {
        beating = true;
        Thread thread = new Thread(() -> beat(waiting), "smtpsh-heartbeat");
        thread.setDaemon(true);
        thread.start();
    }

    synchronized void end() {
        beating = false;
        erase();
        out.flush();
        notifyAll();
    }

    private synchronized void beat(Supplier<Optional<Waiting>> waiting) {
        try {
            while (beating) {
                TimeUnit.MILLISECONDS.timedWait(this, pace.toMillis());
                if (beating) {
                    waiting.get().filter(this::longEnough).ifPresent(this::draw);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean longEnough(Waiting waiting) {
        return System.nanoTime() - waiting.since() >= pace.toNanos() * 9 / 10;
    }

    private void draw(Waiting waiting) {
        String words = waiting.words(System.nanoTime());
        if (pace.equals(ALOUD)) {
            out.print(words + "\n");
            out.flush();
            return;
        }
        // Past the last column the line would wrap, and a carriage return would no longer find its beginning.
        int room = Math.max(10, width.getAsInt() - 1);
        out.print("\r" + words.substring(0, Math.min(room, words.length())) + "\033[K");
        out.flush();
        drawn = true;
    }

    private void erase() {
        if (drawn) {
            out.print("\r\033[K");
            drawn = false;
        }
    }
}
