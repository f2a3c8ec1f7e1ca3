package dev.smtpsh.shell.language;

import dev.smtpsh.smtp.Octets;
import dev.smtpsh.smtp.command.Command;
import dev.smtpsh.smtp.command.Sensitivity;
import java.util.stream.Collectors;

/** Which typed lines must not be remembered. */
public final class Discretion {
    private static final String RAW = "raw ";

    private Discretion() {}

    /** Whether any line of an entry holds a secret; a paste is one entry of many lines. */
    public static boolean secret(String entry) {
        return entry.lines().anyMatch(Discretion::holdsSecret);
    }

    /** The entry with a mark in place of each secret. */
    public static String masked(String entry) {
        return entry.lines().map(Discretion::maskedLine).collect(Collectors.joining("\n"));
    }

    private static String maskedLine(String line) {
        if (!holdsSecret(line)) {
            return line;
        }
        int start = sentFrom(line);
        Command.Line sent = new Command.Line(Octets.utf8(line.substring(start)));
        return line.substring(0, start) + sent.redacted().text();
    }

    private static boolean holdsSecret(String line) {
        String sent = line.substring(sentFrom(line)).stripTrailing();
        // Our own word alone; what follows it may be a secret that was meant for AUTH.
        return !sent.equals("auth") && new Command.Line(Octets.utf8(sent)).sensitivity() != Sensitivity.PLAIN;
    }

    // Where the part begins that goes to a server: after @2, raw and a quote.
    private static int sentFrom(String line) {
        int from = skipBlanks(line, 0);
        if (from < line.length() && line.charAt(from) == '@') {
            while (from < line.length() && line.charAt(from) > ' ') {
                from++;
            }
            from = skipBlanks(line, from);
        }
        if (line.regionMatches(true, from, RAW, 0, RAW.length())) {
            from = skipBlanks(line, from + RAW.length());
            from += from < line.length() && line.charAt(from) == '"' ? 1 : 0;
        }
        return from;
    }

    private static int skipBlanks(String line, int from) {
        int at = from;
        while (at < line.length() && line.charAt(at) <= ' ') {
            at++;
        }
        return at;
    }
}
