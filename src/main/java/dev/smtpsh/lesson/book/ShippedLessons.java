package dev.smtpsh.lesson.book;

import dev.smtpsh.lesson.Lesson;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The lessons that come with smtpsh. */
public final class ShippedLessons {
    private static final String FOLDER = "/dev/smtpsh/lesson/";

    private ShippedLessons() {}

    /** All of them, by number. */
    public static List<Lesson> all() {
        return names().stream().map(ShippedLessons::named).toList();
    }

    /** The names of their files without suffix, in order; a file is called by number and topic. */
    public static List<String> names() {
        return text("index").lines().filter(line -> !line.isBlank()).toList();
    }

    private static Lesson named(String name) {
        LessonFile file = LessonFile.read(name + ".yaml", text(name + ".yaml"));
        return file.lesson()
                .orElseThrow(() -> new IllegalStateException(file.complaints().toString()));
    }

    private static String text(String file) {
        try (InputStream in = ShippedLessons.class.getResourceAsStream(FOLDER + file)) {
            if (in == null) {
                throw new IllegalStateException("missing in the jar: " + FOLDER + file);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
