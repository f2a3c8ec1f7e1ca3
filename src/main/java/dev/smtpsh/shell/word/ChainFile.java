package dev.smtpsh.shell.word;

import dev.smtpsh.render.overview.Pem;
import dev.smtpsh.shell.talk.Desk;
import dev.smtpsh.smtp.Octets;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;

/** Writes a server's certificates to a file. */
final class ChainFile {
    private ChainFile() {}

    static void write(Desk desk, List<Octets> chain, String name) {
        try {
            Path file = Saving.place(desk, Path.of(Saving.expanded(name)));
            boolean keep = Files.exists(file) && !desk.questions().confirm(name + " exists. Write over it?", false);
            if (keep) {
                desk.face().note("Not written.");
                return;
            }
            Files.writeString(file, Pem.certificates(chain));
            desk.face().note("Written to " + file + ": " + count(chain.size()) + ", the server's own first.");
        } catch (IOException e) {
            desk.complain(
                    "cannot write " + name, e.getClass().getSimpleName() + ": " + e.getMessage(), "Name another file.");
        } catch (InvalidPathException e) {
            desk.complain("that is no file name: " + name, String.valueOf(e.getMessage()), "tls --pem chain.pem");
        }
    }

    private static String count(int certificates) {
        return certificates == 1 ? "1 certificate" : certificates + " certificates";
    }
}
