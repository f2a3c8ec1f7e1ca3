package dev.smtpsh.dns;

import dev.smtpsh.wire.Deadline;
import java.util.List;

/** Asks name servers. What they answer, or fail to answer, is a value. */
public interface Resolver {
    /**
     * Asks one question and follows aliases; over at the deadline at the latest.
     *
     * @throws InterruptedException when the thread was interrupted
     */
    Answer ask(Question question, Deadline deadline) throws InterruptedException;

    /**
     * Asks questions side by side, a few at a time; the answers are in the order of the questions. Those that are not
     * answered at the deadline have failed with {@link Trouble#TIMEOUT}.
     *
     * @throws InterruptedException when the thread was interrupted
     */
    List<Answer> askAll(List<Question> questions, Deadline deadline) throws InterruptedException;
}
