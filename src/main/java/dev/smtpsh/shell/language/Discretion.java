package dev.smtpsh.shell.language;

import dev.smtpsh.smtp.Octets;
import dev.smtpsh.smtp.command.Command;
import dev.smtpsh.smtp.command.Sensitivity;

/** Which typed lines must not be remembered. */
public final class Discretion {
    private Discretion() {}

    /** Whether any line of an entry holds a secret; a paste is one entry of many lines. */
    public static boolean secret(String entry) {
        return entry.lines().anyMatch(Discretion::holdsSecret);
    }

    private static boolean holdsSecret(String line) {
        String bare = line.strip();
        if (bare.equals("auth")) {
            return false;
        }
        String sent =
                bare.regionMatches(true, 0, "raw ", 0, 4) ? bare.substring(4).strip() : bare;
        String unquoted = sent.startsWith("\"") ? sent.substring(1) : sent;
        return new Command.Line(Octets.utf8(unquoted)).sensitivity() != Sensitivity.PLAIN;
    }
}
