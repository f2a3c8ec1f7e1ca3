package dev.smtpsh.cli.setting;

import dev.smtpsh.shell.Shell;
import java.time.Duration;

/**
 * What is still done when smtpsh is ended from outside (SIGTERM, SIGHUP, or SIGINT behind a pipe): servers are told, and the
 * transcript is written.
 */
public final class Farewell {
    /** For all goodbyes together (limit {@code farewell}): whoever ends a program kills it soon after. */
    static final Duration PATIENCE = Duration.ofSeconds(1);

    private final Shell shell;
    private final Runnable record;
    private boolean recorded;
    private final Thread hook = new Thread(this::endedFromOutside, "smtpsh-farewell");

    /** @param record writes down what was said, once */
    public Farewell(Shell shell, Runnable record) {
        this.shell = shell;
        this.record = record;
    }

    /** Stands by while some work goes on, which says its goodbyes itself if it comes to its end. */
    public void during(Runnable work) {
        Runtime.getRuntime().addShutdownHook(hook);
        boolean done = false;
        try {
            work.run();
            done = true;
        } finally {
            if (!done) {
                shell.farewell(PATIENCE);
            }
            leave();
        }
    }

    private void leave() {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // It is being ended at this moment, so the hook runs.
        }
        recordOnce();
    }

    private void endedFromOutside() {
        shell.farewell(PATIENCE);
        recordOnce();
    }

    // Two threads may come here at once; neither goes on before it is written.
    private synchronized void recordOnce() {
        if (!recorded) {
            recorded = true;
            record.run();
        }
    }
}
