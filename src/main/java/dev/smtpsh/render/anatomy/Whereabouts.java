package dev.smtpsh.render.anatomy;

import dev.smtpsh.smtp.command.Verb;
import dev.smtpsh.smtp.state.Position;
import dev.smtpsh.smtp.state.SessionState;
import dev.smtpsh.smtp.state.Stage;
import java.util.ArrayList;
import java.util.List;

/** Where in a conversation one is: the way of a message, with what is done and what is being done. */
public final class Whereabouts {
    private Whereabouts() {}

    /** Such as {@code EHLO done > TLS done > MAIL done > [RCPT] > DATA > message}. */
    public static String path(SessionState state, Stage stage) {
        boolean ready = state.helloName().isPresent();
        List<String> steps = new ArrayList<>();
        if (state.secured() && !ready) {
            steps.add(step("TLS", true, stage == Stage.STARTTLS));
            steps.add(step(hello(state), false, stage == Stage.HELLO));
        } else {
            steps.add(step(hello(state), ready, stage == Stage.HELLO));
            steps.add(
                    state.secured() || stage == Stage.STARTTLS
                            ? step("TLS", state.secured(), stage == Stage.STARTTLS)
                            : "no TLS");
        }
        if (state.loggedIn() || stage == Stage.AUTH) {
            steps.add(step("AUTH", state.loggedIn(), stage == Stage.AUTH));
        }
        steps.add(step("MAIL", state.reversePath().isPresent(), stage == Stage.MAIL));
        steps.add(step("RCPT", !state.recipients().isEmpty(), stage == Stage.RCPT));
        steps.add(step("DATA", state.position() == Position.DATA, stage == Stage.DATA));
        steps.add(step("message", false, stage == Stage.MESSAGE));
        return String.join(" > ", steps);
    }

    /** What comes next, or what keeps it from coming; without full stop. */
    public static String next(SessionState state) {
        if (state.position() == Position.CLOSED) {
            return "The connection is closed";
        }
        if (state.position() == Position.DATA) {
            return "Next comes the message, ended by a line with a single dot";
        }
        if (state.position() == Position.AUTH) {
            return "Next comes the answer to the challenge, or * to give up";
        }
        if (state.helloName().isEmpty()) {
            return "Next comes " + hello(state);
        }
        Verb next = state.recipients().isEmpty() ? state.reversePath().isEmpty() ? Verb.MAIL : Verb.RCPT : Verb.DATA;
        String early = next == Verb.RCPT
                ? state.adviceFor(Verb.DATA)
                        .map(advice -> "; DATA " + advice.words())
                        .orElse("")
                : "";
        return "Next comes " + next + early;
    }

    private static String hello(SessionState state) {
        return state.lmtp() ? "LHLO" : "EHLO";
    }

    private static String step(String name, boolean done, boolean now) {
        return now ? "[" + name + (done ? " done" : "") + "]" : done ? name + " done" : name;
    }
}
