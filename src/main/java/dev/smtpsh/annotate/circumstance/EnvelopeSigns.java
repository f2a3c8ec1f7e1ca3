package dev.smtpsh.annotate.circumstance;

import dev.smtpsh.smtp.Octets;
import dev.smtpsh.smtp.command.Command;
import dev.smtpsh.smtp.command.Envelope;
import dev.smtpsh.smtp.command.Verb;
import dev.smtpsh.smtp.extension.Extension;
import dev.smtpsh.smtp.state.SessionState;
import dev.smtpsh.smtp.state.Stage;
import java.util.Map;
import java.util.Optional;

/** What sender, recipients and message show. */
final class EnvelopeSigns {
    // RFC 5321 4.5.3.1.8: a server must take at least this many.
    private static final int MANY = 100;

    private EnvelopeSigns() {}

    static void add(Scene scene, Map<Circumstance, String> found) {
        SessionState before = scene.before();
        Optional<Envelope> given = scene.command().flatMap(EnvelopeSigns::envelope);
        Optional<String> path = given.flatMap(Envelope::path);
        Optional<String> sender = scene.stage() == Stage.MAIL ? path : before.reversePath();
        order(scene, before, found);
        sender.ifPresent(address -> sender(address, found));
        if (scene.stage() == Stage.RCPT && path.isPresent() && sender.isPresent()) {
            String domain = domain(path.get());
            if (!domain.isEmpty() && domain.equalsIgnoreCase(domain(sender.get()))) {
                found.put(
                        Circumstance.SAME_DOMAIN,
                        "Sender and recipient are both of "
                                + Octets.latin1(domain).text() + ".");
            }
        }
        path.filter(EnvelopeSigns::beyondAscii).ifPresent(address -> {
            boolean offered = before.offers(Extension.SMTPUTF8);
            found.put(
                    Circumstance.NEEDS_SMTPUTF8,
                    "The address holds letters outside ASCII, and the server "
                            + (offered ? "offers SMTPUTF8." : "does not offer SMTPUTF8."));
        });
        size(scene, given, found);
    }

    private static void order(Scene scene, SessionState before, Map<Circumstance, String> found) {
        boolean wantsMail =
                scene.stage() == Stage.RCPT || scene.stage() == Stage.DATA || scene.stage() == Stage.MESSAGE;
        if (before.reversePath().isEmpty()) {
            if (wantsMail) {
                Scene.say(found, Circumstance.NO_MAIL);
            }
            return;
        }
        Scene.say(found, Circumstance.MAIL_OPEN);
        if (before.recipientsTried() == 0) {
            Scene.say(found, Circumstance.NO_RECIPIENT);
        } else if (before.recipients().isEmpty()) {
            found.put(
                    Circumstance.ALL_REFUSED,
                    before.recipientsTried() == 1
                            ? "The one recipient was refused."
                            : "All " + before.recipientsTried() + " recipients were refused.");
        }
        if (before.recipientsTried() >= MANY) {
            found.put(Circumstance.MANY_RECIPIENTS, before.recipientsTried() + " recipients were named already.");
        }
    }

    private static void sender(String path, Map<Circumstance, String> found) {
        String domain = domain(path);
        if (path.isEmpty()) {
            Scene.say(found, Circumstance.NULL_SENDER);
        } else if (!domain.isEmpty() && domain.indexOf('.') < 0 && !domain.startsWith("[")) {
            found.put(
                    Circumstance.SENDER_UNDOTTED,
                    "The domain of the reverse-path, " + Octets.latin1(domain).text() + ", has no dot.");
        }
    }

    private static void size(Scene scene, Optional<Envelope> given, Map<Circumstance, String> found) {
        long declared = given.flatMap(envelope -> envelope.parameter("SIZE"))
                .filter(text -> text.length() <= 18 && text.matches("[0-9]+"))
                .map(Long::parseLong)
                .orElse(0L);
        long octets = scene.message().map(Scene.MessageSize::octets).orElse(declared);
        scene.before()
                .capabilities()
                .sizeLimit()
                .filter(limit -> octets > limit)
                .ifPresent(limit -> {
                    String words = scene.message().isPresent() ? "The message has " : "SIZE says ";
                    found.put(
                            Circumstance.SIZE_EXCEEDED,
                            words + octets + " octets; the server announced " + limit + " at most.");
                });
        if (scene.message().filter(Scene.MessageSize::eightBit).isPresent()) {
            boolean offered = scene.before().offers(Extension.EIGHT_BIT_MIME);
            found.put(
                    Circumstance.EIGHT_BIT,
                    "The message holds octets outside ASCII, and the server "
                            + (offered ? "offers 8BITMIME." : "does not offer 8BITMIME."));
        }
    }

    private static Optional<Envelope> envelope(Command command) {
        return command instanceof Command.Line line
                        && line.verb()
                                .filter(verb -> verb == Verb.MAIL || verb == Verb.RCPT)
                                .isPresent()
                ? Optional.of(Envelope.read(line))
                : Optional.empty();
    }

    private static String domain(String path) {
        int at = path.lastIndexOf('@');
        return at < 0 ? "" : path.substring(at + 1);
    }

    private static boolean beyondAscii(String text) {
        return text.chars().anyMatch(c -> c > 127);
    }
}
