package dev.smtpsh.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.smtpsh.cli.page.CompletionScript;
import dev.smtpsh.cli.page.ConfigPage;
import dev.smtpsh.cli.page.ManPage;
import dev.smtpsh.cli.page.ScriptPage;
import dev.smtpsh.lesson.Lesson;
import dev.smtpsh.lesson.book.ShippedLessons;
import dev.smtpsh.render.teaching.Handout;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is made from the tables must be what lies in the tree. */
class GeneratedPagesTest {
    @ParameterizedTest
    @CsvSource({"bash,smtpsh.bash", "zsh,_smtpsh", "fish,smtpsh.fish"})
    void theCompletionsAreThoseTheTablesMake(String shell, String file) throws IOException {
        String made = CompletionScript.shipped().forShell(shell).orElseThrow();
        compare(Path.of("completions", file), made);
    }

    @Test
    void theManualPageIsTheOneTheTablesMake() throws IOException {
        compare(Path.of("docs", "man", "smtpsh.1"), ManPage.text());
    }

    @Test
    void thereIsAHandoutForEachLessonMadeFromItsFile() throws IOException {
        Path folder = Path.of("docs", "lessons");
        List<Lesson> lessons = ShippedLessons.all();
        for (int i = 0; i < lessons.size(); i++) {
            compare(folder.resolve(ShippedLessons.names().get(i) + ".md"), Handout.of(lessons.get(i)));
        }
        try (Stream<Path> pages = Files.list(folder)) {
            assertEquals(lessons.size(), pages.count(), "a page without a lesson in " + folder);
        }
    }

    @Test
    void thePagesAboutSettingsAreThoseTheTableMakes() throws IOException {
        compare(Path.of("docs", "man", "smtpsh-config.5"), ConfigPage.man());
        compare(Path.of("docs", "configuration.md"), ConfigPage.markdown());
    }

    @Test
    void thePageAboutScriptsIsTheOneTheTablesMake() throws IOException {
        compare(Path.of("docs", "man", "smtpsh-script.5"), ScriptPage.man());
    }

    private static void compare(Path path, String made) throws IOException {
        if (System.getProperty("golden", "").equals("write")) {
            Files.createDirectories(path.getParent());
            Files.writeString(path, made);
        }
        assertEquals(Files.readString(path), made, "stale; run: mvn test -Dtest=GeneratedPagesTest -Dgolden=write");
    }
}
