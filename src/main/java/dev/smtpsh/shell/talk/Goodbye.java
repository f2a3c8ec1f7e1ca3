package dev.smtpsh.shell.talk;

import dev.smtpsh.session.Session;
import dev.smtpsh.smtp.state.Position;
import java.time.Duration;
import java.util.Collection;

/** Leaves a conversation politely, but not for ever. */
final class Goodbye {
    private Goodbye() {}

    static void say(Session session) {
        say(session, Session.GOODBYE);
    }

    /** Says it once, though two threads may want to: the operator's, and the one that ends the program. */
    static void say(Session session, Duration patience) {
        synchronized (session) {
            Position position = session.state().position();
            // Inside a message QUIT would be a line of it; while a challenge is open it would be the answer.
            if (position == Position.DATA || position == Position.AUTH) {
                session.drop();
            } else if (position != Position.CLOSED) {
                session.quit(patience);
            }
        }
    }

    /** To everybody, within one time for all. */
    static void toAll(Collection<Conversation> conversations, Duration patience) {
        long end = System.nanoTime() + patience.toNanos();
        for (Conversation one : conversations) {
            Duration left = Duration.ofNanos(Math.max(1, end - System.nanoTime()));
            one.session().ifPresent(open -> say(open, left));
        }
    }
}
