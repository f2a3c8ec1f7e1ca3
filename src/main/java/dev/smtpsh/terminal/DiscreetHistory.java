package dev.smtpsh.terminal;

import dev.smtpsh.smtp.Octets;
import dev.smtpsh.smtp.command.Command;
import dev.smtpsh.smtp.command.Sensitivity;
import java.time.Instant;
import org.jline.reader.impl.history.DefaultHistory;

/** Remembers lines, but none that holds a secret. */
final class DiscreetHistory extends DefaultHistory {
    @Override
    public void add(Instant time, String line) {
        if (line.lines().noneMatch(DiscreetHistory::secret)) {
            super.add(time, line);
        }
    }

    private static boolean secret(String line) {
        String bare = line.strip();
        String sent = bare.regionMatches(true, 0, "raw ", 0, 4) ? bare.substring(4).strip() : bare;
        String unquoted = sent.startsWith("\"") ? sent.substring(1) : sent;
        return new Command.Line(Octets.utf8(unquoted)).sensitivity() != Sensitivity.PLAIN;
    }
}
