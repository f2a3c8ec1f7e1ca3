package dev.smtpsh.shell;

import dev.smtpsh.session.Session;
import dev.smtpsh.shell.talk.Conversation;
import dev.smtpsh.smtp.state.Position;
import dev.smtpsh.smtp.state.SessionState;
import java.util.Optional;

/** Draws the prompt from the state: host, port, plain or tls, position, marks. */
final class Prompts {
    // ux: a prompt leaves room for the command at 80 columns.
    private static final int HOST_WIDTH = 20;

    private Prompts() {}

    /** @param several whether there are other conversations, so that the number must be told */
    static Prompt of(Optional<Conversation> current, boolean several) {
        if (current.isEmpty() || current.get().session().isEmpty()) {
            return new Prompt("smtpsh> ", false);
        }
        Conversation conversation = current.get();
        return conversation
                .draft()
                .map(draft -> message(draft.lines() + 1))
                .orElseGet(() -> of(conversation, several ? "#" + conversation.number() + " " : ""));
    }

    private static Prompt message(int line) {
        return new Prompt(String.format("data %3d| ", line), false);
    }

    private static Prompt of(Conversation conversation, String number) {
        Session session = conversation.session().orElseThrow();
        SessionState state = session.state();
        String host =
                number + host(session.target().name()) + ":" + session.target().port();
        if (state.position() == Position.CLOSED) {
            return new Prompt(host + " closed> ", false);
        }
        String tls = state.secured() ? " tls " : " plain ";
        return new Prompt(host + tls + word(state) + mark(session) + "> ", conversation.secret());
    }

    private static String word(SessionState state) {
        if (state.position() != Position.RCPT) {
            boolean open = state.position() == Position.MAIL;
            return state.position().label() + (open ? "*" : "");
        }
        int accepted = state.recipients().size();
        int tried = state.recipientsTried();
        return "rcpt*" + accepted + (tried > accepted ? "/" + tried : "");
    }

    private static String mark(Session session) {
        return session.due() > 0 ? "?" : session.state().refused() ? "!" : "";
    }

    // An address is kept whole: cutting it would name another host.
    private static String host(String name) {
        boolean address = name.indexOf(':') >= 0 || name.chars().allMatch(c -> c == '.' || (c >= '0' && c <= '9'));
        if (address) {
            return name.indexOf(':') >= 0 ? "[" + name + "]" : name;
        }
        int dot = name.indexOf('.');
        String label = dot < 0 ? name : name.substring(0, dot);
        return label.length() <= HOST_WIDTH ? label : label.substring(0, HOST_WIDTH - 3) + "...";
    }
}
