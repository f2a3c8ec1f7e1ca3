package dev.smtpsh.shell.draft;

import dev.smtpsh.smtp.Octets;
import java.util.Optional;

/** A line of a message that is meant for us and no part of it: as in mailx and ssh, it begins with a tilde. */
public enum Tilde {
    EDIT("~e", "edit the message in $VISUAL or $EDITOR"),
    INSERT("~r FILE", "insert a file"),
    TEMPLATE("~t", "insert From, To, Date, Message-ID and Subject"),
    PREVIEW("~p", "show the message, its size, its longest line, and what is odd about it"),
    GIVE_UP("~x", "give up"),
    HELP("~?", "this list"),
    LITERAL("~~", "a line that begins with a real tilde");

    private final String usage;
    private final String summary;

    Tilde(String usage, String summary) {
        this.usage = usage;
        this.summary = summary;
    }

    public String usage() {
        return usage;
    }

    public String summary() {
        return summary;
    }

    /** The escape that a line is; empty if it is a line of the message, or begins with a tilde and is none. */
    public static Optional<Tilde> read(Octets line) {
        if (!begun(line) || line.length() < 2) {
            return Optional.empty();
        }
        for (Tilde escape : values()) {
            boolean alone = line.length() == 2 || line.at(2) == ' ';
            if (line.at(1) == escape.usage.charAt(1) && (alone || escape == LITERAL)) {
                return Optional.of(escape);
            }
        }
        return Optional.empty();
    }

    /** Whether a line may be one of ours. */
    public static boolean begun(Octets line) {
        return !line.isEmpty() && line.at(0) == '~';
    }

    /** What follows the escape. */
    public static String argument(Octets line) {
        return line.length() > 2 ? line.slice(2).text().trim() : "";
    }
}
