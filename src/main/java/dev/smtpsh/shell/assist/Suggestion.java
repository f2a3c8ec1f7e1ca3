package dev.smtpsh.shell.assist;

import dev.smtpsh.smtp.extension.Extension;
import dev.smtpsh.smtp.state.SessionState;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What one would probably type next: from the protocol, not from history. */
public final class Suggestion {
    // RFC 6409 3.1: submission wants a login before mail.
    private static final int SUBMISSION = 587;

    private final Memory memory;
    private final int port;

    public Suggestion(Memory memory, int port) {
        this.memory = memory;
        this.port = port;
    }

    /** Whole lines, the likeliest first; empty where nothing is to be suggested. */
    public List<String> lines() {
        if (memory.state().isEmpty()) {
            return List.of("open practice:normal");
        }
        SessionState state = memory.state().get();
        return switch (state.position()) {
            case CONNECTED, GREETED -> List.of((state.lmtp() ? "LHLO " : "EHLO ") + helloName());
            case READY -> ready(state);
            case MAIL -> List.of("RCPT TO:<");
            case RCPT -> List.of("DATA", "RCPT TO:<");
            case DATA, AUTH -> List.of();
            case CLOSED -> List.of("reconnect");
        };
    }

    /** The suggestion that goes on from what is typed, if one does: its rest. */
    public Optional<String> rest(String typed) {
        String lower = typed.toLowerCase(Locale.ROOT);
        return lines().stream()
                .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(lower) && line.length() > typed.length())
                .map(line -> line.substring(typed.length()))
                .findFirst();
    }

    private List<String> ready(SessionState state) {
        if (!state.secured() && state.offers(Extension.STARTTLS)) {
            return List.of("STARTTLS", "MAIL FROM:<>");
        }
        boolean login = port == SUBMISSION && !state.loggedIn() && state.offers(Extension.AUTH);
        return login ? List.of("auth", "MAIL FROM:<") : List.of("MAIL FROM:<");
    }

    private String helloName() {
        return memory.helloNames().isEmpty()
                ? memory.localName()
                : memory.helloNames().get(0);
    }
}
