package dev.smtpsh.script.result;

import java.time.Duration;
import java.util.List;

/** What came of a whole run, file by file, in the order in which they were named. */
public record RunResult(List<FileResult> files, Duration took) {
    public RunResult {
        files = List.copyOf(files);
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
