package dev.smtpsh.shell.talk;

import dev.smtpsh.render.transcript.Event;
import dev.smtpsh.render.transcript.Transcript;
import dev.smtpsh.session.Exchange;
import dev.smtpsh.smtp.command.Command;
import dev.smtpsh.smtp.reply.ReplyCode;
import dev.smtpsh.smtp.state.Stage;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What led to where a conversation stands: to be said again after a new connection, or in part.
 *
 * @param opening EHLO and STARTTLS, as they were accepted
 * @param envelope MAIL and RCPT, as they were accepted
 * @param loggedIn whether somebody had logged in, which is not repeated
 */
record Replay(List<Step> opening, List<Step> envelope, boolean loggedIn) {
    Replay {
        opening = List.copyOf(opening);
        envelope = List.copyOf(envelope);
    }

    /**
     * One command.
     *
     * @param code how it was answered; another answer stops the replay
     */
    record Step(Command command, Optional<ReplyCode> code) {}

    /** Of the last connection of a transcript. */
    static Replay of(Transcript transcript) {
        Memory memory = new Memory();
        for (Event event : transcript.events()) {
            if (event instanceof Event.Connected) {
                memory = new Memory();
            } else if (event instanceof Event.Said said
                    && said.exchange().reply().completed()) {
                memory.keep(said.exchange());
            }
        }
        List<Step> opening = Stream.of(memory.hello, memory.starttls, memory.securedHello)
                .flatMap(Optional::stream)
                .toList();
        return new Replay(opening, memory.envelope, memory.loggedIn);
    }

    /** Whether the envelope announces octets that are no ASCII (RFC 6152, 6531, 3030). */
    boolean eightBit() {
        return envelope.stream()
                .map(step -> step.command().redacted().latin1().toUpperCase(Locale.ROOT))
                .anyMatch(line -> line.contains("BODY=8BITMIME")
                        || line.contains("BODY=BINARYMIME")
                        || line.endsWith(" SMTPUTF8")
                        || line.contains(" SMTPUTF8 "));
    }

    /** Of all that was accepted, what still counts. */
    private static final class Memory {
        private final List<Step> envelope = new ArrayList<>();
        private Optional<Step> hello = Optional.empty();
        private Optional<Step> starttls = Optional.empty();
        private Optional<Step> securedHello = Optional.empty();
        private boolean loggedIn;

        private void keep(Exchange exchange) {
            Optional<Step> step = exchange.command()
                    .map(command -> new Step(command, exchange.reply().code()));
            switch (exchange.stage()) {
                case HELLO -> {
                    boolean again = starttls.isPresent() && exchange.before().secured();
                    hello = again ? hello : step;
                    securedHello = again ? step : securedHello;
                    // RFC 5321 4.1.4: an accepted EHLO drops the envelope.
                    envelope.clear();
                }
                case STARTTLS -> {
                    starttls = step;
                    envelope.clear();
                }
                case MAIL -> {
                    envelope.clear();
                    step.ifPresent(envelope::add);
                }
                case RCPT -> step.ifPresent(envelope::add);
                case RSET, MESSAGE -> envelope.clear();
                default -> loggedIn |= exchange.stage() == Stage.AUTH;
            }
        }
    }
}
