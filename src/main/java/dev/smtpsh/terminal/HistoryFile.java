package dev.smtpsh.terminal;

import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;

/**
 * Typed lines on disk, for their owner alone. Lines are only added, each by one write, so that two shells can share the
 * file; when it has grown to twice its size it is cut to the latest lines.
 */
final class HistoryFile {
    /** Lines kept (limit {@code history-lines}): some years of typing, and read in a few milliseconds. */
    static final int MOST = 10_000;

    private static final long MOST_OCTETS = 4L * 1024 * 1024;

    private final Path file;

    HistoryFile(Path file) {
        this.file = file;
    }

    /** What was kept, the latest last; nothing if it cannot be read. */
    List<Recalled> read() {
        List<Recalled> lines = new ArrayList<>();
        try {
            if (Files.isRegularFile(file) && Files.size(file) <= MOST_OCTETS) {
                Files.readAllLines(file, StandardCharsets.UTF_8).forEach(line -> lines.add(Recalled.read(line)));
            }
            if (lines.size() > 2 * MOST) {
                cut(lines);
            }
        } catch (MalformedInputException e) {
            lines.clear();
        } catch (IOException e) {
            // History is a comfort: without it the shell works all the same.
            lines.clear();
        }
        return lines.subList(Math.max(0, lines.size() - MOST), lines.size());
    }

    /** Adds a line; where that cannot be done nothing is kept. */
    void add(Recalled line) {
        try {
            create();
            Files.write(
                    file,
                    (line.written() + "\n").getBytes(StandardCharsets.UTF_8),
                    StandardOpenOption.WRITE,
                    StandardOpenOption.APPEND);
        } catch (IOException e) {
            // As above.
        }
    }

    private void cut(List<Recalled> lines) throws IOException {
        StringBuilder kept = new StringBuilder();
        lines.subList(lines.size() - MOST, lines.size())
                .forEach(line -> kept.append(line.written()).append('\n'));
        Files.writeString(file, kept);
    }

    private void create() throws IOException {
        if (Files.exists(file)) {
            return;
        }
        boolean posix = file.getFileSystem().supportedFileAttributeViews().contains("posix");
        if (!posix) {
            Files.createDirectories(file.getParent());
            Files.createFile(file);
            return;
        }
        Files.createDirectories(
                file.getParent(), PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    }
}
