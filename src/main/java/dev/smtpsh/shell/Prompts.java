package dev.smtpsh.shell;

import dev.smtpsh.session.Session;
import dev.smtpsh.smtp.state.Position;
import dev.smtpsh.smtp.state.SessionState;
import java.util.Optional;

/** Draws the prompt from the state: host, port, plain or tls, position, marks. */
final class Prompts {
    // ux: a prompt leaves room for the command at 80 columns.
    private static final int HOST_WIDTH = 20;

    private Prompts() {}

    static Prompt disconnected() {
        return new Prompt("smtpsh> ", false);
    }

    static Prompt message(int line) {
        return new Prompt(String.format("data %3d| ", line), false);
    }

    /**
     * @param secret whether an answer to a challenge must not be seen
     * @param user who is logged in
     */
    static Prompt of(Session session, boolean secret, Optional<String> user) {
        SessionState state = session.state();
        int recipientsTried = state.recipientsTried();
        String host = host(session.target().name()) + ":" + session.target().port();
        if (state.position() == Position.CLOSED) {
            return new Prompt(host + " closed> ", false);
        }
        String tls = state.secured() ? " tls " : " plain ";
        return new Prompt(
                host + tls + user.map(Prompts::name).orElse("") + word(state, recipientsTried) + mark(session) + "> ",
                secret);
    }

    // A prompt is plain ASCII; a name that is not is left out.
    private static String name(String user) {
        return user.matches("[!-~]+") ? shortened(user) + " " : "";
    }

    private static String shortened(String name) {
        return name.length() <= HOST_WIDTH ? name : name.substring(0, HOST_WIDTH - 3) + "...";
    }

    private static String word(SessionState state, int tried) {
        if (state.position() != Position.RCPT) {
            boolean open = state.position() == Position.MAIL;
            return state.position().label() + (open ? "*" : "");
        }
        int accepted = state.recipients().size();
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
        return shortened(label);
    }
}
