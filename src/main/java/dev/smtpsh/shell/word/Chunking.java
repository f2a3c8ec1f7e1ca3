package dev.smtpsh.shell.word;

import dev.smtpsh.shell.language.RawText;
import dev.smtpsh.shell.means.Status;
import dev.smtpsh.shell.talk.Desk;
import dev.smtpsh.smtp.Octets;
import dev.smtpsh.smtp.command.Command;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/** Sends a part of a message by BDAT (RFC 3030 2): nobody has to count octets. */
final class Chunking {
    /** Octets of one chunk that are read (limit {@code chunk-size}). */
    private static final int MOST = 64 * 1024 * 1024;

    private static final String LAST = " last";

    private Chunking() {}

    static Status chunk(Desk desk, Octets argument) {
        String text = argument.latin1().stripTrailing();
        boolean last = text.toLowerCase(Locale.ROOT).endsWith(LAST);
        Octets what = argument.slice(0, text.length() - (last ? LAST.length() : 0));
        boolean quoted = what.length() >= 2 && what.at(0) == '"' && what.at(what.length() - 1) == '"';
        Optional<Octets> content =
                quoted ? typed(desk, what) : file(desk, what.text().strip());
        content.ifPresent(octets -> {
            String line = "BDAT " + octets.length() + (last ? " LAST" : "");
            desk.send(new Command.Raw(Octets.latin1(line).plus(Octets.CRLF).plus(octets)));
        });
        return Status.GO_ON;
    }

    private static Optional<Octets> typed(Desk desk, Octets quoted) {
        Optional<Octets> octets = RawText.octets(quoted);
        if (octets.isEmpty()) {
            desk.complain(
                    "chunk cannot read that escape",
                    "Only \\r \\n \\t \\0 \\\\ \\\" and \\xNN are known",
                    "chunk \"Subject: x\\r\\n\\r\\n\" last");
        }
        return octets;
    }

    private static Optional<Octets> file(Desk desk, String name) {
        if (name.isEmpty()) {
            desk.complain("chunk needs a file or a text", "There is nothing to send", "chunk message.eml last");
            return Optional.empty();
        }
        try (InputStream in = Files.newInputStream(Path.of(name))) {
            byte[] octets = in.readNBytes(MOST + 1);
            if (octets.length > MOST) {
                desk.complain(
                        name + " is larger than " + MOST + " octets",
                        "Nothing was sent",
                        "Send it in several chunks, or by DATA.");
                return Optional.empty();
            }
            return Optional.of(Octets.of(octets));
        } catch (IOException | InvalidPathException e) {
            desk.complain("cannot read " + name, "Nothing was sent", "Check its name; a text stands in quotes.");
            return Optional.empty();
        }
    }
}
