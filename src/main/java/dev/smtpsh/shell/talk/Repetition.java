package dev.smtpsh.shell.talk;

import dev.smtpsh.session.Exchange;
import dev.smtpsh.shell.means.Means;
import dev.smtpsh.smtp.Octets;
import dev.smtpsh.smtp.command.Command;
import dev.smtpsh.smtp.reply.ReplyCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Says again what was accepted before, visibly, and stops at the first answer that differs. */
record Repetition(Conversation conversation, Means means) {
    private static final Replay.Step RESET =
            new Replay.Step(new Command.Line(Octets.latin1("RSET")), Optional.of(new ReplyCode(250)));

    /** Says all of it again: the opening, the login if it was kept, and the envelope if that is wanted. */
    void of(Replay replay, boolean withEnvelope) {
        boolean same = of(replay.opening()) && (!replay.loggedIn() || loggedInAgain());
        if (same && withEnvelope) {
            of(replay.envelope());
        }
    }

    // Whether the envelope can be tried.
    private boolean loggedInAgain() {
        boolean kept = conversation.live()
                && means.logins().kept(conversation.session().get()).isPresent();
        if (!kept) {
            means.face()
                    .note("You were logged in before, now you are not. auth logs in again; set keep_auth on lets"
                            + " reconnect do it.");
            return true;
        }
        conversation.login("");
        return conversation.session().filter(open -> open.state().loggedIn()).isPresent();
    }

    /** Whether all of it was answered as before. */
    boolean of(List<Replay.Step> steps) {
        for (Replay.Step step : steps) {
            means.face().spoken(step.command());
            Optional<Exchange> exchange = conversation.send(step.command());
            if (exchange.isEmpty()) {
                return false;
            }
            if (!exchange.get().reply().code().equals(step.code())) {
                means.face()
                        .note("It was answered by "
                                + step.code().map(ReplyCode::toString).orElse("no code")
                                + " before: nothing more is repeated.");
                return false;
            }
        }
        return true;
    }

    /** Begins an envelope anew, without its last step. */
    void without(List<Replay.Step> envelope) {
        List<Replay.Step> steps = new ArrayList<>();
        steps.add(RESET);
        steps.addAll(envelope.subList(0, envelope.size() - 1));
        means.face()
                .note("SMTP cannot take anything back, so this is sent: "
                        + steps.stream()
                                .map(step -> step.command().redacted().text())
                                .collect(Collectors.joining(", "))
                        + ".");
        of(steps);
    }
}
