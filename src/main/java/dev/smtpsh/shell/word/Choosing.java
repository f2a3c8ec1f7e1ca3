package dev.smtpsh.shell.word;

import dev.smtpsh.shell.means.Choices;
import dev.smtpsh.shell.means.Status;
import dev.smtpsh.shell.talk.Desk;
import dev.smtpsh.smtp.Octets;
import java.util.List;
import java.util.Optional;

/** Shows and changes what can be chosen while talking. */
final class Choosing {
    private static final String VERBOSITY = "verbosity";

    private Choosing() {}

    static Status set(Desk desk, Octets argument) {
        String[] words = argument.text().strip().split("[ \t]*=[ \t]*|[ \t]+", 2);
        List<Choices.Choice> all = desk.choices().list();
        if (words[0].isEmpty()) {
            all.forEach(one -> desk.face().note(line(one)));
        } else if (words.length == 1) {
            one(all, words[0])
                    .ifPresentOrElse(
                            found -> desk.face().note(line(found) + "\n" + found.meaning() + "."),
                            // Whoever refuses the change knows which names there are.
                            () -> change(desk, words[0], ""));
        } else {
            change(desk, words[0], words[1]);
        }
        return Status.GO_ON;
    }

    static Status verbosity(Desk desk, Octets argument) {
        String level = argument.text().strip();
        if (desk.face().verbosity(level)) {
            desk.choices().set(VERBOSITY, level);
        } else {
            desk.complain("no such verbosity: " + level, "There are terse, normal and full", "verbosity normal");
        }
        return Status.GO_ON;
    }

    private static void change(Desk desk, String name, String value) {
        Optional<Choices.Refusal> refusal = desk.choices().set(name, value);
        if (refusal.isPresent()) {
            desk.complain(
                    refusal.get().what(), refusal.get().why(), refusal.get().mend());
            return;
        }
        if (name.equals(VERBOSITY)) {
            desk.face().verbosity(value);
        }
        desk.settle();
        one(desk.choices().list(), name).ifPresent(now -> desk.face().note(line(now)));
    }

    private static Optional<Choices.Choice> one(List<Choices.Choice> all, String name) {
        return all.stream()
                .filter(choice -> choice.name().equals(name.replace('-', '_')))
                .findFirst();
    }

    private static String line(Choices.Choice choice) {
        return String.format("%-14s %-26s (%s)", choice.name(), choice.value(), choice.origin());
    }
}
