package dev.smtpsh.cli.setting;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Long answers go to the pager, short ones and those it cannot take to the screen. */
class PagesTest {
    @TempDir
    private Path folder;

    private final StringBuilder screen = new StringBuilder();

    @Test
    void what_is_longer_than_the_screen_goes_to_the_pager() throws IOException {
        Path seen = folder.resolve("seen");
        Pages pages = new Pages(
                Optional.of("printf '%s ' \"$LESS\" > " + seen + "; cat >> " + seen),
                () -> 3,
                screen::append,
                Runnable::run);
        pages.accept("a\nb\n");
        pages.accept("a\nb\n\u00e9\n");
        assertEquals("a\nb\n", screen.toString());
        assertEquals("FRX a\nb\n\u00e9\n", Files.readString(seen));
    }

    @Test
    void without_a_pager_or_a_known_height_all_goes_to_the_screen() {
        new Pages(Optional.empty(), () -> 1, screen::append, Runnable::run).accept("a\nb\n");
        new Pages(Optional.of("exit 1"), () -> 0, screen::append, Runnable::run).accept("c\nd\n");
        new Pages(Optional.of("no-such-pager-here 2>/dev/null"), () -> 1, screen::append, Runnable::run)
                .accept("e\nf\n");
        assertEquals("a\nb\nc\nd\ne\nf\n", screen.toString());
    }

    @Test
    void a_pager_that_is_left_early_does_no_harm() {
        new Pages(Optional.of("true"), () -> 1, screen::append, Runnable::run).accept("x\n".repeat(500_000));
        assertEquals("", screen.toString());
    }
}
