package dev.smtpsh.cli.script;

import dev.smtpsh.script.result.FileResult;
import dev.smtpsh.script.result.RunResult;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
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

    /**
     * Runs them all. Interrupting this thread ends it: what was begun is stopped, and its results count up to there.
     *
     * @param told is given each result when all before it have been told
     */
    RunResult result(Consumer<FileResult> told) {
        long begun = System.nanoTime();
        List<FileResult> results = new ArrayList<>();
        ExecutorService threads = Executors.newFixedThreadPool(jobs);
        // As many may be ahead of what was told as run at the same time, so that a failure can still stop the rest.
        Semaphore ahead = new Semaphore(jobs);
        List<Future<FileResult>> begins = new ArrayList<>();
        boolean goesOn = true;
        while (goesOn && results.size() < runs.size()) {
            while (begins.size() < runs.size() && ahead.tryAcquire()) {
                begins.add(threads.submit(runs.get(begins.size())));
            }
            Optional<FileResult> result = of(begins.get(results.size()), threads);
            ahead.release();
            result.ifPresent(results::add);
            result.ifPresent(told);
            goesOn = result.filter(one -> !one.interrupted() && (one.passed() || !failFast))
                    .isPresent();
        }
        for (Future<FileResult> other : List.copyOf(begins.subList(results.size(), begins.size()))) {
            of(other, threads).ifPresent(result -> {
                results.add(result);
                told.accept(result);
            });
        }
        threads.shutdown();
        return new RunResult(results, Duration.ofNanos(System.nanoTime() - begun), runs.size() - results.size());
    }

    // One that is interrupted says so in its result, which is waited for; empty if it was not begun.
    private static Optional<FileResult> of(Future<FileResult> future, ExecutorService threads) {
        while (true) {
            try {
                return Optional.of(future.get());
            } catch (InterruptedException e) {
                threads.shutdownNow().forEach(unbegun -> ((Future<?>) unbegun).cancel(false));
            } catch (CancellationException e) {
                return Optional.empty();
            } catch (ExecutionException e) {
                threads.shutdownNow();
                throw new IllegalStateException("a run broke: " + e.getCause(), e.getCause());
            }
        }
    }
}
