package dev.smtpsh.lesson.proof;

import dev.smtpsh.practice.mail.StoredMessage;
import java.time.Duration;

/** Something that happened and may prove a task. */
public sealed interface Deed {
    /**
     * The server has answered.
     *
     * @param verb in capitals; {@code GREETING} for the greeting, {@code MESSAGE} for the final dot, {@code LOGIN} for an
     *     answer to a challenge, empty text for what is no verb
     * @param path of MAIL or RCPT, without brackets
     * @param argument all that follows the verb
     * @param again whether a RCPT was put off before (4yz) with the same reverse-path and forward-path
     */
    record Answered(
            int connection, String verb, String path, String argument, Reply reply, boolean secured, boolean again)
            implements Deed {}

    /**
     * What an answer began with.
     *
     * @param code three digits, or 0 if it was no reply
     * @param status the enhanced status code, or empty text
     */
    record Reply(int code, String status) {
        public boolean refused() {
            return code >= 400;
        }
    }

    /** A client has connected; counted over the whole lesson. */
    record Connected(int count) implements Deed {}

    record Secured(int connection) implements Deed {}

    record LoggedIn(int connection, String user) implements Deed {}

    record Stored(StoredMessage message) implements Deed {}

    record Closed(int connection, boolean byServer) implements Deed {}

    /** The server did something wrong on purpose. */
    record Misbehaved(String words) implements Deed {}

    /** The clock was moved; all moves together. */
    record Later(Duration by) implements Deed {}

    /** A word of the shell was used. The server cannot see that. */
    record Used(String word) implements Deed {}

    /** A question of a task was answered. */
    record Chosen(String task, boolean right) implements Deed {}
}
