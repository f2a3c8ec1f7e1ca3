package dev.smtpsh.render.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.smtpsh.render.Drawing;
import dev.smtpsh.render.Level;
import dev.smtpsh.render.StyledText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Function;

/** Compares drawings with {@code src/test/resources/render}; {@code -Dgolden=write} writes them anew, for review. */
public final class Golden {
    private static final Path DIRECTORY = Path.of("src/test/resources/render");

    private final StringBuilder drawn = new StringBuilder();
    private final Function<Drawing, StyledText> view;

    private Golden(Function<Drawing, StyledText> view) {
        this.view = view;
    }

    public static Golden of(Function<Drawing, StyledText> view) {
        return new Golden(view);
    }

    public Golden at(Level level, int... widths) {
        for (int width : widths) {
            section(level + " " + width, new Drawing(width, false, false, level));
        }
        return this;
    }

    public Golden aloud(Level level, int width) {
        return section("accessible " + level + " " + width, new Drawing(width, false, true, level));
    }

    public Golden ascii(Level level, int width) {
        return section("ascii " + level + " " + width, new Drawing(width, true, false, level));
    }

    private Golden section(String title, Drawing drawing) {
        drawn.append("=== ")
                .append(title)
                .append(" ===\n")
                .append(view.apply(drawing).plain());
        return this;
    }

    public void matches(String name) {
        text(drawn.toString(), name + ".txt");
    }

    /** Compares a text that no view has drawn with a file. */
    public static void text(String text, String name) {
        Path file = DIRECTORY.resolve(name);
        try {
            if ("write".equals(System.getProperty("golden"))) {
                Files.createDirectories(DIRECTORY);
                Files.writeString(file, text);
            }
            assertEquals(Files.readString(file), text, name);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
