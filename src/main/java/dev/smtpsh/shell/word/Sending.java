package dev.smtpsh.shell.word;

import dev.smtpsh.script.syntax.Quantity;
import dev.smtpsh.shell.language.RawText;
import dev.smtpsh.shell.means.Status;
import dev.smtpsh.shell.talk.Conversation;
import dev.smtpsh.shell.talk.Desk;
import dev.smtpsh.smtp.Octets;
import dev.smtpsh.smtp.command.Command;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;

/** Sends what no verb says, and waits. */
final class Sending {
    /** Octets that {@code bytes} sends at most (limit {@code script-size}). */
    private static final int MOST_OCTETS = 16 * 1024 * 1024;

    private Sending() {}

    static Status await(Desk desk, Octets argument) {
        String how = argument.text().strip();
        OptionalLong time = Quantity.milliseconds(how);
        if (time.isPresent()) {
            desk.pause("the time to pass", Duration.ofMillis(time.getAsLong()));
        } else if (how.isEmpty() || how.equalsIgnoreCase("reply")) {
            desk.withLive("There is nothing to wait for", one -> one.await(Optional.empty(), failure -> false));
        } else {
            desk.complain("wait cannot read " + how, "It is no time", "wait 3s, or wait alone for a reply.");
        }
        return Status.GO_ON;
    }

    static Status bytes(Desk desk, Octets argument) {
        String name = unquoted(argument.text().strip());
        try {
            Path file = Path.of(name);
            if (name.isEmpty() || Files.size(file) > MOST_OCTETS) {
                desk.complain(
                        name.isEmpty() ? "bytes needs a file" : name + " is too long to be sent in one piece",
                        "Nothing was sent",
                        "bytes FILE sends up to " + MOST_OCTETS + " octets.");
            } else {
                desk.send(new Command.Raw(Octets.of(Files.readAllBytes(file))));
            }
        } catch (IOException | InvalidPathException e) {
            desk.complain("cannot read " + name, "There is no such file, or no right to read it", "Check its name.");
        }
        return Status.GO_ON;
    }

    private static String unquoted(String name) {
        boolean quoted = name.length() >= 2 && name.startsWith("\"") && name.endsWith("\"");
        return quoted ? name.substring(1, name.length() - 1) : name;
    }

    static Status undo(Desk desk, Octets argument) {
        desk.withLive("There is nothing to undo", Conversation::undo);
        return Status.GO_ON;
    }

    static Status compose(Desk desk, Octets argument) {
        desk.current()
                .ifPresentOrElse(
                        one -> one.scribe().compose(),
                        () -> desk.complain("not connected", "There is nobody to write to", "Type open HOST first."));
        return Status.GO_ON;
    }

    static Status raw(Desk desk, Octets argument) {
        RawText.octets(argument)
                .ifPresentOrElse(
                        octets -> desk.send(new Command.Raw(octets)),
                        () -> desk.complain(
                                "raw cannot read that escape",
                                "Only \\r \\n \\t \\0 \\\\ \\\" and \\xNN are known",
                                "raw \"NOOP\\r\\n\""));
        return Status.GO_ON;
    }
}
