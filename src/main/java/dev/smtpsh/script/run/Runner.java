package dev.smtpsh.script.run;

import dev.smtpsh.annotate.Annotator;
import dev.smtpsh.script.program.Program;
import dev.smtpsh.script.result.FileResult;
import dev.smtpsh.script.talk.Reach;
import java.util.Optional;
import java.util.function.Supplier;

/** Runs programs. Each run is driven by the thread that asks for it; interrupting that thread ends it. */
public final class Runner {
    private final Reach reach;
    private final Pace pace;
    private final Supplier<Annotator> annotator;

    public Runner(Reach reach, Pace pace, Supplier<Annotator> annotator) {
        this.reach = reach;
        this.pace = pace;
        this.annotator = annotator;
    }

    /**
     * Runs a program that nothing is wrong with.
     *
     * @param host whom it is run for, where it is run for many
     * @param observer is told on this thread
     */
    public FileResult run(Program program, Conditions conditions, Optional<String> host, Observer observer) {
        Ledger ledger = new Ledger(pace, new Blackout(conditions.secrets().values()), observer);
        Performance performance = new Performance(program, conditions, reach, pace, annotator, observer, ledger);
        Optional<String> stopped = performance.play();
        return new FileResult(
                program.file(), program.title(), host, ledger.begun(), ledger.elapsed(), ledger.finish(), stopped);
    }
}
