package dev.smtpsh.shell.language;

import dev.smtpsh.smtp.command.Command;
import dev.smtpsh.smtp.command.Verb;
import java.util.Set;

/** Tells the commands that hand a message over. */
public final class Delivery {
    private static final Set<Verb> VERBS = Set.of(Verb.DATA, Verb.BDAT, Verb.BURL);

    private Delivery() {}

    /** Whether any line of what goes out is one of them. */
    public static boolean beginsWith(Command command) {
        for (String line : command.encoded().latin1().split("\r?\n|\r")) {
            String word = line.split("[ \t]", 2)[0];
            if (Verb.named(word).filter(VERBS::contains).isPresent()) {
                return true;
            }
        }
        return false;
    }
}
