package dev.smtpsh.shell.assist;

import dev.smtpsh.smtp.Octets;
import dev.smtpsh.smtp.command.Command;
import dev.smtpsh.smtp.command.Proofreading;
import dev.smtpsh.smtp.command.Slip;
import java.util.Optional;

/** Slips of a line that is still being typed: it is not wrong yet only because its end is missing. */
final class LiveSlip {
    private LiveSlip() {}

    static Optional<Slip> of(String line) {
        boolean ascii = line.chars().allMatch(c -> c < 0x80);
        // Places are counted in octets: beyond ASCII they are not those of the characters on the screen.
        if (!ascii) {
            return Optional.empty();
        }
        return Proofreading.firstSlip(new Command.Line(Octets.latin1(line))).filter(slip -> finished(line, slip));
    }

    private static boolean finished(String line, Slip slip) {
        boolean atEnd = slip.from() >= line.stripTrailing().length();
        boolean openBracket = line.indexOf('<') >= 0 && line.indexOf('>') < 0;
        boolean label = line.indexOf(' ') < 0
                || line.regionMatches(true, 0, "MAIL F", 0, 6) && line.indexOf(':') < 0
                || line.regionMatches(true, 0, "RCPT T", 0, 6) && line.indexOf(':') < 0;
        return !atEnd && !openBracket && !label;
    }
}
