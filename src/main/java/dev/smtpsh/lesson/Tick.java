package dev.smtpsh.lesson;

/**
 * A task has been done.
 *
 * @param done how many are done now
 * @param of how many there are
 */
public record Tick(Task task, int done, int of) {
    /** In words: {@code Done 2 of 3: the server remembers you now.} */
    public String words() {
        return "Done " + done + " of " + of + ": " + task.done();
    }
}
