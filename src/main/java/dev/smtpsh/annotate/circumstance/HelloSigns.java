package dev.smtpsh.annotate.circumstance;

import dev.smtpsh.smtp.command.Command;
import dev.smtpsh.smtp.command.Verb;
import dev.smtpsh.smtp.state.Stage;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What the name in EHLO shows: the one that was accepted, or the one that is being given. */
final class HelloSigns {
    private HelloSigns() {}

    static void add(Scene scene, Map<Circumstance, String> found) {
        Optional<String> given = scene.stage() == Stage.HELLO
                ? scene.command().flatMap(HelloSigns::name)
                : scene.before().helloName();
        if (given.isEmpty() || given.get().isEmpty()) {
            return;
        }
        String name = given.get();
        String lower = name.toLowerCase(Locale.ROOT);
        if (name.startsWith("[")) {
            found.put(Circumstance.HELLO_LITERAL, "The EHLO name " + name + " is an address literal, not a host name.");
        } else if (lower.equals("localhost") || lower.startsWith("localhost.") || lower.endsWith(".localdomain")) {
            found.put(
                    Circumstance.HELLO_LOCALHOST, "The EHLO name " + name + " is one that every machine gives itself.");
        } else if (name.indexOf('.') < 0) {
            found.put(Circumstance.HELLO_UNDOTTED, "The EHLO name " + name + " has no dot.");
        }
        if (lower.equals("localhost")) {
            found.put(Circumstance.HELLO_UNDOTTED, "The EHLO name " + name + " has no dot.");
        }
    }

    private static Optional<String> name(Command command) {
        if (!(command instanceof Command.Line line)
                || line.verb().filter(Verb::hello).isEmpty()) {
            return Optional.empty();
        }
        String text = line.typed().text().strip();
        int space = text.indexOf(' ');
        return space < 0
                ? Optional.empty()
                : Optional.of(text.substring(space + 1).strip());
    }
}
