package dev.smtpsh.render.overview;

import dev.smtpsh.render.transcript.Event;
import dev.smtpsh.render.transcript.Transcript;
import dev.smtpsh.session.Exchange;
import dev.smtpsh.smtp.command.Verb;
import dev.smtpsh.smtp.state.Stage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** How long each step of a conversation took, the operator's own pauses left out. */
public record Timeline(List<Step> steps) {
    public Timeline {
        steps = List.copyOf(steps);
    }

    /**
     * One step.
     *
     * @param stage empty for what happens below SMTP
     */
    public record Step(String what, Optional<Stage> stage, Duration took) {
        /** What it usually means that this step is slow, a sentence. */
        public String meaning() {
            if (stage.isEmpty()) {
                if (what.startsWith("DNS")) {
                    return "A name server was far away or slow; a second look-up is usually answered from memory.";
                }
                return what.startsWith("TLS")
                        ? "A handshake costs one or two journeys to the server and its work with its key."
                        : "Connecting costs one journey to the server and back: that is how far away it is.";
            }
            return switch (stage.get()) {
                case GREETING ->
                    "A delay before the greeting is usually a DNS lookup of your address, or a deliberate greet delay.";
                case RCPT ->
                    "A slow RCPT usually asks another server, a block list or a greylist, or slows you down on purpose.";
                case MAIL -> "A slow MAIL usually looks up the domain of the reverse-path.";
                case MESSAGE -> "After the dot the server scans the message, or hands it on before it answers.";
                case HELLO -> "A slow EHLO usually looks up the name you gave.";
                case AUTH -> "A slow login asks another service, or makes guessing passwords slow.";
                default -> "Nothing in SMTP makes this step slow: it is the way to the server, or a busy server.";
            };
        }
    }

    /** Of the last connection of a transcript. */
    public static Timeline of(Transcript transcript) {
        List<Step> steps = new ArrayList<>();
        for (Event event : transcript.events()) {
            if (event instanceof Event.Connected connected) {
                // A new connection has a timeline of its own.
                steps.clear();
                connected
                        .lookup()
                        .ifPresent(asked -> steps.add(new Step("DNS " + asked.what(), Optional.empty(), asked.took())));
                steps.add(new Step("TCP connect", Optional.empty(), connected.took()));
            } else if (event instanceof Event.Said said && !said.unasked()) {
                Exchange exchange = said.exchange();
                steps.add(new Step(what(exchange), Optional.of(exchange.stage()), exchange.took()));
                exchange.handshake()
                        .ifPresent(report -> steps.add(new Step("TLS handshake", Optional.empty(), report.took())));
            }
        }
        return new Timeline(steps);
    }

    private static String what(Exchange exchange) {
        return switch (exchange.stage()) {
            case GREETING -> "greeting";
            case MESSAGE -> "message";
            case AUTH -> "AUTH";
            default ->
                exchange.command()
                        .flatMap(command -> command.verb())
                        .map(Verb::name)
                        .orElse("raw");
        };
    }

    /** The longest step, the first of them; empty if there is none. */
    public Optional<Step> slowest() {
        return steps.stream()
                .sorted(Comparator.comparing(Step::took).reversed())
                .findFirst();
    }

    public Duration total() {
        return steps.stream().map(Step::took).reduce(Duration.ZERO, Duration::plus);
    }
}
