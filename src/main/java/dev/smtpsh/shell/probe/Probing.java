package dev.smtpsh.shell.probe;

import dev.smtpsh.shell.means.Status;
import dev.smtpsh.shell.talk.Desk;
import dev.smtpsh.smtp.Octets;
import java.util.Optional;

/** Takes lines of a script that are typed at the prompt, and puts values in place of names in other lines. */
public final class Probing {
    private static final String BRACES = "{{";

    private final Desk desk;
    private final Kept kept;
    private Optional<Judging> judging = Optional.empty();

    public Probing(Desk desk) {
        this.desk = desk;
        this.kept = new Kept(desk.identity().localName());
    }

    /** Takes a line of a script; it never goes to a server. */
    public Status take(Octets typed) {
        if (judging.isEmpty()) {
            judging = Optional.of(new Judging(desk, kept));
        }
        judging.get().take(typed.text().strip());
        return Status.GO_ON;
    }

    /** A line with what was kept in place of its name; without braces in it exactly the same. */
    public Octets filled(Octets typed) {
        if (!typed.latin1().contains(BRACES)) {
            return typed;
        }
        Kept.Filled filled = kept.fill(typed);
        if (!filled.unknown().isEmpty()) {
            desk.face()
                    .note("Nothing was kept under " + String.join(", ", filled.unknown())
                            + ": it stays as it stands. let NAME = ... keeps something.");
        }
        return filled.line();
    }
}
