package dev.smtpsh.shell.talk;

import dev.smtpsh.shell.means.Status;
import dev.smtpsh.smtp.Octets;

/** What a word of ours does with the rest of its line. */
@FunctionalInterface
public interface LocalWord {
    Status run(Desk desk, Octets argument);
}
