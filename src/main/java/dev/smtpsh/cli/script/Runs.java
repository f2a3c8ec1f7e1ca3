package dev.smtpsh.cli.script;

import dev.smtpsh.script.result.FileResult;
import dev.smtpsh.script.result.RunResult;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;

/** Runs of files, some at the same time; results are told in the order in which the runs were added. */
final class Runs {
    private final int jobs;
    private final boolean failFast;
    private final List<Callable<FileResult>> runs = new ArrayList<>();

    /** @param failFast whether no run is begun after one has failed */
    Runs(int jobs, boolean failFast) {
        this.jobs = jobs;
        this.failFast = failFast;
    }

    void add(Callable<FileResult> run) {
        runs.add(run);
    }

    RunResult result(Consumer<FileResult> told) {
        long begun = System.nanoTime();
        List<FileResult> results = new ArrayList<>();
        ExecutorService threads = Executors.newFixedThreadPool(jobs);
        try {
            // As many may be ahead of what was told as run at the same time, so that a failure can still stop the rest.
            Semaphore ahead = new Semaphore(jobs);
            List<Future<FileResult>> begins = new ArrayList<>();
            int next = 0;
            boolean failed = false;
            for (int number = 0; number < runs.size() && !failed; number++) {
                while (next < runs.size() && ahead.tryAcquire()) {
                    begins.add(threads.submit(runs.get(next++)));
                }
                FileResult result = begins.get(number).get();
                ahead.release();
                results.add(result);
                told.accept(result);
                failed = failFast && !result.passed();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException e) {
            throw new IllegalStateException("a run broke: " + e.getCause(), e.getCause());
        } finally {
            threads.shutdownNow();
        }
        return new RunResult(results, Duration.ofNanos(System.nanoTime() - begun));
    }
}
