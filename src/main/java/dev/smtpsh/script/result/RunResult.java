package dev.smtpsh.script.result;

import java.time.Duration;
import java.util.List;

/**
 * What came of a whole run, file by file, in the order in which they were named.
 *
 * @param left how many runs of files were not begun, because of a failure or an interruption
 */
public record RunResult(List<FileResult> files, Duration took, int left) {
    /** One in which no file was left out. */
    public RunResult(List<FileResult> files, Duration took) {
        this(files, took, 0);
    }

    public RunResult {
        files = List.copyOf(files);
    }

    /** Whether somebody interrupted it. */
    public boolean interrupted() {
        return files.stream().anyMatch(FileResult::interrupted);
    }

    public boolean passed() {
        return files.stream().allMatch(FileResult::passed);
    }

    public long count(Check.Status status) {
        return files.stream().mapToLong(file -> file.count(status)).sum();
    }

    public long exchanges() {
        return files.stream().mapToLong(FileResult::exchanges).sum();
    }
}
