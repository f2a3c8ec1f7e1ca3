package dev.smtpsh.shell.word;

import dev.smtpsh.session.Session;
import dev.smtpsh.shell.means.Status;
import dev.smtpsh.shell.talk.Conversation;
import dev.smtpsh.shell.talk.Desk;
import dev.smtpsh.smtp.Octets;
import java.util.function.Consumer;

/** Ends connections in ways that a well-behaved client does not. */
final class Endings {
    private Endings() {}

    static Status drop(Desk desk, Octets argument) {
        return ending(desk, Conversation::drop, "Dropped, without QUIT. reconnect opens the same again.");
    }

    static Status reset(Desk desk, Octets argument) {
        return ending(desk, one -> one.leave(Session::reset), "Reset. reconnect opens the same again.");
    }

    static Status halfClose(Desk desk, Octets argument) {
        return ending(
                desk,
                one -> one.leave(Session::halfClose),
                "Our side is shut; nothing more can be sent. wait shows what still comes.");
    }

    private static Status ending(Desk desk, Consumer<Conversation> how, String words) {
        desk.withLive("There is no connection to end", one -> {
            how.accept(one);
            desk.face().note(words);
        });
        return Status.GO_ON;
    }
}
