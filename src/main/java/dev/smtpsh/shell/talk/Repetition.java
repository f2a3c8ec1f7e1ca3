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

    /** Connects again and says what was accepted before, the envelope if that is wanted. */
    void reopen(boolean withEnvelope) {
        Replay replay = Replay.of(conversation.transcript());
        conversation.open();
        boolean same = conversation
                        .last()
                        .filter(greeting -> greeting.reply().completed())
                        .isPresent()
                && of(replay.opening());
        if (same && replay.loggedIn()) {
            same = conversation.loginAgain();
        }
        if (same && withEnvelope) {
            of(replay.envelope());
        }
    }

    /** Says RSET, and the envelope without its last accepted recipient. */
    void undo() {
        List<Replay.Step> envelope = Replay.of(conversation.transcript()).envelope();
        if (envelope.isEmpty()) {
            means.complain(
                    "there is nothing to undo", "No envelope is open", "undo takes back an accepted MAIL or RCPT.");
        } else {
            without(envelope);
        }
    }

    // Whether all of it was answered as before.
    private boolean of(List<Replay.Step> steps) {
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

    private void without(List<Replay.Step> envelope) {
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
