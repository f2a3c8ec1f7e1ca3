package dev.smtpsh.shell.talk;

import dev.smtpsh.session.Exchange;
import dev.smtpsh.smtp.state.SessionState;
import dev.smtpsh.smtp.state.Stage;
import java.util.Optional;

/** Says that an envelope is gone, where the reply does not say it. */
final class DroppedEnvelope {
    private DroppedEnvelope() {}

    /** RSET, and a second EHLO, do more than their reply says. */
    static Optional<String> by(Exchange exchange) {
        boolean begun = exchange.before().reversePath().isPresent();
        boolean drops = exchange.stage() == Stage.RSET || exchange.stage() == Stage.HELLO;
        return begun && drops && exchange.after().reversePath().isEmpty()
                ? Optional.of(words(exchange.before()))
                : Optional.empty();
    }

    static String words(SessionState state) {
        int recipients = state.recipients().size();
        String what = recipients == 0
                ? "without recipients"
                : recipients == 1 ? "with 1 recipient" : "with " + recipients + " recipients";
        return "Envelope " + what + " dropped; nothing was sent.";
    }
}
