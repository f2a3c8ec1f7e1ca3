package dev.smtpsh.cli.script;

import dev.smtpsh.cli.option.Usage;
import dev.smtpsh.shell.means.ExitCode;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** What Ctrl-C, SIGTERM or SIGHUP do to a run: it is stopped, and what was run so far is still reported. */
final class Interruption {
    /** How long the reports of a run that was interrupted may take (limit {@code run-interrupted}). */
    static final Duration PATIENCE = Duration.ofSeconds(10);

    /** Some work. */
    interface Work {
        ExitCode run() throws Usage;
    }

    private final CountDownLatch done = new CountDownLatch(1);

    /** Does some work on this thread, which is interrupted when the process is to end; the process waits for it. */
    static ExitCode minding(Work work) throws Usage {
        Interruption interruption = new Interruption();
        Thread worker = Thread.currentThread();
        Thread hook = new Thread(() -> interruption.stop(worker), "smtpsh-interruption");
        Runtime.getRuntime().addShutdownHook(hook);
        try {
            return work.run();
        } finally {
            interruption.done.countDown();
            remove(hook);
        }
    }

    private void stop(Thread worker) {
        worker.interrupt();
        try {
            done.await(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void remove(Thread hook) {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // The process is ending, and the hook has run.
        }
    }
}
