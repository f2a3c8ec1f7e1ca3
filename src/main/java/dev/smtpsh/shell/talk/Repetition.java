package dev.smtpsh.shell.talk;

import dev.smtpsh.session.Exchange;
import dev.smtpsh.shell.face.Face;
import dev.smtpsh.smtp.Octets;
import dev.smtpsh.smtp.command.Command;
import dev.smtpsh.smtp.reply.ReplyCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Says again what was accepted before, visibly, and stops at the first answer that differs. */
record Repetition(Conversation conversation, Face face) {
    private static final Replay.Step RESET =
            new Replay.Step(new Command.Line(Octets.latin1("RSET")), Optional.of(new ReplyCode(250)));

    /** Whether all of it was answered as before. */
    boolean of(List<Replay.Step> steps) {
        for (Replay.Step step : steps) {
            face.spoken(step.command());
            Optional<Exchange> exchange = conversation.send(step.command());
            if (exchange.isEmpty()) {
                return false;
            }
            if (!exchange.get().reply().code().equals(step.code())) {
                face.note("It was answered by "
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
        face.note("SMTP cannot take anything back, so this is sent: "
                + steps.stream().map(step -> step.command().redacted().text()).collect(Collectors.joining(", "))
                + ".");
        of(steps);
    }
}
