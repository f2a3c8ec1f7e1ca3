package dev.smtpsh.lesson.progress;

import java.util.Optional;

/** Where progress is kept. */
public interface Logbook {
    /** What there is so far. */
    Progress read();

    /**
     * Keeps what changed for one lesson; other lessons stay as they are there now.
     *
     * @return what kept it from being written, as a sentence
     */
    Optional<String> keep(int lesson, Mark mark);

    /**
     * Marks a lesson that nobody has worked on now.
     *
     * @return what kept it from being written, as a sentence
     */
    Optional<String> mark(int lesson, Mark mark);

    /** Keeps nothing beyond this run. */
    static Logbook ofThisRun() {
        return new Logbook() {
            private Progress progress = Progress.NONE;

            @Override
            public Progress read() {
                return progress;
            }

            @Override
            public Optional<String> keep(int lesson, Mark mark) {
                progress = progress.with(lesson, mark);
                return Optional.empty();
            }

            @Override
            public Optional<String> mark(int lesson, Mark mark) {
                progress = progress.marking(lesson, mark);
                return Optional.empty();
            }
        };
    }
}
