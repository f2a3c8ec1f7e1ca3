package dev.smtpsh.cli.learn;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.smtpsh.lesson.progress.Mark;
import dev.smtpsh.lesson.progress.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Progress in a file. */
class ProgressFileTest {
    private static final Mark MARK = new Mark(1, Set.of("hello"), 1, Mark.Passing.NO);

    private final List<String> warnings = new ArrayList<>();

    @TempDir
    private Path home;

    @Test
    void theFileIsForItsOwnerAlone() throws IOException {
        ProgressFile file = file();
        assertEquals(Progress.NONE, file.read());
        assertFalse(Files.exists(path().getParent()), "reading makes no folder");
        assertEquals(Optional.empty(), file.keep(1, MARK));
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(path())));
        assertEquals("rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(path().getParent())));
        try (Stream<Path> files = Files.list(path().getParent())) {
            assertEquals(List.of(path()), files.toList());
        }
        assertEquals(List.of(), warnings);
    }

    @Test
    void twoAtATimeDoNotLoseEachOthersLessons() {
        ProgressFile one = file();
        ProgressFile other = file();
        one.read();
        other.keep(2, MARK);
        one.keep(3, MARK);
        one.mark(4, MARK);
        assertEquals(Set.of(2, 3, 4), other.read().marks().keySet());
        assertEquals(3, other.read().last());
    }

    @Test
    void aFileThatCannotBeReadIsToldOnceAndLeftAlone() throws IOException {
        ProgressFile file = file();
        file.keep(1, MARK);
        Files.writeString(path(), "{\"form\": 1, \"lessons\": {\"x\": {}}}");
        assertEquals(Progress.NONE.with(1, MARK), file.read(), "what this run has brought is known all the same");
        assertEquals(Optional.empty(), file.keep(2, MARK));
        assertEquals(Set.of(1, 2), file.read().marks().keySet());
        assertEquals("{\"form\": 1, \"lessons\": {\"x\": {}}}", Files.readString(path()));
        assertEquals(1, warnings.size());
        assertTrue(warnings.get(0).contains("learn.json:1:25: "), warnings.get(0));
        assertTrue(warnings.get(0).contains("--reset"), warnings.get(0));
        assertEquals(Optional.empty(), file.reset());
        assertFalse(Files.exists(path()));
    }

    @Test
    void whereNothingCanBeWrittenThatIsSaid() throws IOException {
        Files.writeString(home.resolve("smtpsh"), "a file where the folder would be");
        Optional<String> trouble = file().keep(1, MARK);
        assertTrue(trouble.orElseThrow().contains("cannot be written"), trouble::toString);
    }

    @Test
    void withoutAFolderForStateThisRunIsAllThatIsKnown() {
        ProgressFile nowhere = new ProgressFile(Optional.empty(), warnings::add);
        assertEquals(Optional.empty(), nowhere.keep(1, MARK));
        assertEquals(Set.of(1), nowhere.read().marks().keySet());
        assertEquals(Optional.empty(), nowhere.reset());
        assertEquals(List.of(), warnings);
    }

    private Path path() {
        return home.resolve("smtpsh").resolve("learn.json");
    }

    private ProgressFile file() {
        return new ProgressFile(Optional.of(home.resolve("smtpsh")), warnings::add);
    }
}
