package dev.smtpsh.annotate.circumstance;

import dev.smtpsh.smtp.Octets;
import dev.smtpsh.smtp.command.Command;
import dev.smtpsh.smtp.command.Slip;
import dev.smtpsh.smtp.extension.Extension;
import dev.smtpsh.smtp.reply.Reply;
import dev.smtpsh.smtp.state.Objection;
import dev.smtpsh.smtp.state.Position;
import dev.smtpsh.smtp.state.SessionState;
import dev.smtpsh.smtp.state.Stage;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The moment in which a reply came, as far as the client knows it.
 *
 * @param command what it answers
 * @param before the state in which that was sent
 * @param took how long the reply was awaited
 * @param port the server's port
 * @param message what is known of the message, where one was sent
 */
public record Scene(
        Stage stage,
        Optional<Command> command,
        SessionState before,
        Duration took,
        OptionalInt port,
        Optional<MessageSize> message) {
    // Limit slow-reply: a server that only has to think answers in less; tarpits, delayed greetings and lookups that
    // fail take longer.
    private static final Duration SLOW = Duration.ofSeconds(5);
    private static final int RELAY = 25;
    private static final int SUBMISSION = 587;
    private static final int SUBMISSIONS = 465;
    private static final int OFTEN_SUBMISSION = 2525;

    /** A message's size in octets, and whether any of them is outside ASCII. */
    public record MessageSize(long octets, boolean eightBit) {}

    /** What is true in this moment, with a sentence for each that names names. */
    public Map<Circumstance, String> circumstances(Reply reply) {
        Map<Circumstance, String> found = new EnumMap<>(Circumstance.class);
        transport(found);
        offers(found);
        HelloSigns.add(this, found);
        EnvelopeSigns.add(this, found);
        OfferSigns.add(this, found);
        if (took.compareTo(SLOW) > 0) {
            found.put(Circumstance.SLOW, "The reply took " + took.toSeconds() + " s.");
        }
        if (command.isPresent()) {
            Objection.to(command.get(), before, reply)
                    .ifPresent(slip -> found.put(Circumstance.SLIP, at(command.get(), slip)));
        }
        return found;
    }

    private void transport(Map<Circumstance, String> found) {
        say(found, before.secured() ? Circumstance.TLS : Circumstance.PLAIN);
        say(found, before.loggedIn() ? Circumstance.LOGGED_IN : Circumstance.NOT_LOGGED_IN);
        int number = port.orElse(0);
        if (number == RELAY) {
            say(found, Circumstance.RELAY_PORT);
        } else if (number == SUBMISSION || number == SUBMISSIONS || number == OFTEN_SUBMISSION) {
            found.put(Circumstance.SUBMISSION_PORT, "Port " + number + " is for submission: who sends logs in first.");
        }
    }

    private void offers(Map<Circumstance, String> found) {
        if (before.helloName().isEmpty()) {
            if (stage != Stage.GREETING && stage != Stage.HELLO && before.position() != Position.CONNECTED) {
                found.put(
                        Circumstance.NO_HELLO,
                        before.secured() ? "No EHLO was accepted since TLS began." : Circumstance.NO_HELLO.words());
            }
            return;
        }
        boolean starttls = before.offers(Extension.STARTTLS);
        if (!before.secured()) {
            say(found, starttls ? Circumstance.STARTTLS_OFFERED : Circumstance.STARTTLS_MISSING);
        }
        if (before.offers(Extension.AUTH)) {
            String names = String.join(", ", before.capabilities().mechanisms());
            found.put(
                    Circumstance.AUTH_OFFERED, "The server offers AUTH" + (names.isEmpty() ? "." : ": " + names + "."));
        } else {
            say(found, Circumstance.AUTH_MISSING);
        }
        before.capabilities()
                .sizeLimit()
                .ifPresent(limit -> found.put(
                        Circumstance.SIZE_KNOWN, "The server announced " + limit + " octets as the largest message."));
    }

    private static String at(Command command, Slip slip) {
        Octets line = command.encoded().withoutLineEnd();
        String before = line.slice(0, Math.min(slip.from(), line.length())).text();
        int character = before.codePointCount(0, before.length()) + 1;
        String mended = slip.mended().isEmpty()
                ? ""
                : " It ought to be: " + Octets.latin1(slip.mended()).text();
        String stop = slip.words().endsWith(":") ? "" : ".";
        return "At character " + character + " of the line: " + slip.words() + stop + mended;
    }

    static void say(Map<Circumstance, String> found, Circumstance circumstance) {
        found.put(circumstance, circumstance.words());
    }
}
