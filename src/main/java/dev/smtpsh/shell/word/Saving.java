package dev.smtpsh.shell.word;

import dev.smtpsh.render.transcript.Form;
import dev.smtpsh.render.transcript.Redaction;
import dev.smtpsh.shell.means.Status;
import dev.smtpsh.shell.talk.Conversation;
import dev.smtpsh.shell.talk.Desk;
import dev.smtpsh.shell.talk.Keeping;
import dev.smtpsh.smtp.Octets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;

/** Writes what was said to a file. */
final class Saving {
    private static final String HOW = "save FILE [--ok-only] [--redact addresses] [--force]";

    /** What was asked for; empty name if that is not to be understood. */
    private record Wish(String name, boolean okOnly, boolean force, Redaction redaction) {}

    private Saving() {}

    static Status save(Desk desk, Octets argument) {
        Optional<Wish> wish = read(desk, argument.text().trim());
        if (desk.current().isEmpty()) {
            desk.complain("there is nothing to save", "No conversation was opened yet", "Type open HOST.");
        } else if (wish.isPresent()) {
            save(desk, desk.current().get(), wish.get());
        }
        return Status.GO_ON;
    }

    private static void save(Desk desk, Conversation conversation, Wish wish) {
        Optional<Form> form = Form.of(wish.name());
        if (form.isEmpty()) {
            desk.complain(
                    "no form is known for " + wish.name(),
                    "The suffix tells the form",
                    "There are " + suffixes() + ".");
            return;
        }
        try {
            Path file = place(desk, Path.of(wish.name()));
            boolean keep = Files.exists(file)
                    && !wish.force()
                    && !desk.questions().confirm(wish.name() + " exists. Write over it?", false);
            if (keep) {
                desk.face().note("Not saved. save " + wish.name() + " --force writes over it.");
                return;
            }
            Keeping keeping = new Keeping(desk.identity().version(), wish.redaction(), wish.okOnly());
            keeping.write(conversation.transcript(), form.get(), file)
                    .ifPresentOrElse(
                            trouble -> desk.complain("cannot write " + file, trouble, "Name another file."),
                            () -> desk.face()
                                    .note("Saved to " + file + ". " + keeping.words(conversation.transcript())));
        } catch (InvalidPathException e) {
            desk.complain("that is no file name: " + wish.name(), String.valueOf(e.getMessage()), HOW);
        }
    }

    /** Where a file of this name goes: a name alone goes where the operator keeps them. */
    static Path place(Desk desk, Path named) {
        boolean alone = named.getParent() == null;
        return alone
                ? desk.choices().folder().map(folder -> folder.resolve(named)).orElse(named)
                : named;
    }

    /** A name as it was typed, with a tilde at its beginning for the operator's home. */
    static String expanded(String name) {
        return name.startsWith("~/") ? System.getProperty("user.home") + name.substring(1) : name;
    }

    private static Optional<Wish> read(Desk desk, String argument) {
        String name = "";
        boolean okOnly = false;
        boolean force = false;
        Redaction redaction = desk.manner().redaction();
        String[] words = argument.split("[ \t]+");
        for (int i = 0; i < words.length; i++) {
            String word = words[i];
            boolean redact = word.equals("--redact")
                    && i + 1 < words.length
                    && Redaction.named(words[i + 1]).isPresent();
            if (redact) {
                redaction = Redaction.named(words[++i]).get();
            } else if (word.equals("--ok-only")) {
                okOnly = true;
            } else if (word.equals("--force")) {
                force = true;
            } else if (word.startsWith("-") || !name.isEmpty()) {
                desk.complain("save does not know " + word, "A name and three options are all it takes", HOW);
                return Optional.empty();
            } else {
                name = expanded(word);
            }
        }
        if (name.isEmpty()) {
            desk.complain("save needs the name of a file", "Its suffix tells the form: " + suffixes(), HOW);
            return Optional.empty();
        }
        return Optional.of(new Wish(name, okOnly, force, redaction));
    }

    private static String suffixes() {
        StringBuilder suffixes = new StringBuilder();
        for (Form form : Form.values()) {
            suffixes.append(suffixes.isEmpty() ? "." : ", .").append(form.suffix());
        }
        return suffixes.toString();
    }
}
