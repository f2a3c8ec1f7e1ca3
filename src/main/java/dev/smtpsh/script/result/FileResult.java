package dev.smtpsh.script.result;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What came of one run of a file.
 *
 * @param title {@code @title}, or the file's name
 * @param host the host of {@code --hosts} it was run for
 * @param stopped why not all of it was run, half a sentence; empty if all was
 */
public record FileResult(
        String file,
        String title,
        Optional<String> host,
        Instant begun,
        Duration took,
        List<Step> steps,
        Optional<String> stopped) {
    /** Why a run was stopped that somebody interrupted. */
    public static final String INTERRUPTED = "interrupted";

    public FileResult {
        steps = List.copyOf(steps);
    }

    public List<Check> checks() {
        return steps.stream().flatMap(step -> step.checks().stream()).toList();
    }

    /** Whether everything held that was not soft. */
    public boolean passed() {
        return checks().stream().allMatch(check -> check.held() || check.soft());
    }

    /** Whether somebody interrupted it. */
    public boolean interrupted() {
        return stopped.filter(INTERRUPTED::equals).isPresent();
    }

    /** How many checks went that way, soft ones too. */
    public long count(Check.Status status) {
        return checks().stream().filter(check -> check.status() == status).count();
    }

    /** How many exchanges there were, with those repeated. */
    public long exchanges() {
        return steps.stream()
                .filter(step -> step.exchange().isPresent())
                .mapToLong(Step::tries)
                .sum();
    }

    /** What to call it: the file, and the host where there is one. */
    public String label() {
        return file + host.map(name -> " (" + name + ")").orElse("");
    }
}
