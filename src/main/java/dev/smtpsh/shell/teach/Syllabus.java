package dev.smtpsh.shell.teach;

import dev.smtpsh.lesson.Lesson;
import dev.smtpsh.lesson.book.ShippedLessons;
import dev.smtpsh.lesson.progress.Logbook;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * What is taught, and what is kept of it.
 *
 * @param lessons by number; not asked for before somebody wants to learn
 * @param logbook keeps progress
 * @param records the folder for one transcript a lesson, if they are wanted
 * @param seed decides which server a lesson with several suspects is played on
 */
public record Syllabus(Supplier<List<Lesson>> lessons, Logbook logbook, Optional<Path> records, LongSupplier seed) {
    /** The shipped lessons, of which nothing is kept. */
    public static Syllabus unkept() {
        return new Syllabus(ShippedLessons::all, Logbook.ofThisRun(), Optional.empty(), System::nanoTime);
    }
}
