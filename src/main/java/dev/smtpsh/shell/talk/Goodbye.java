package dev.smtpsh.shell.talk;

import dev.smtpsh.session.Session;
import dev.smtpsh.smtp.state.Position;

/** Leaves a conversation politely, but not for ever. */
final class Goodbye {
    private Goodbye() {}

    static void say(Session session) {
        Position position = session.state().position();
        // Inside a message QUIT would be a line of it; while a challenge is open it would be the answer.
        if (position == Position.DATA || position == Position.AUTH) {
            session.drop();
        } else if (position != Position.CLOSED) {
            session.quit();
        }
    }
}
