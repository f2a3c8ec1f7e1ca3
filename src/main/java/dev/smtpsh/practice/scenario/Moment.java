package dev.smtpsh.practice.scenario;

import dev.smtpsh.smtp.command.Verb;
import java.util.Locale;
import java.util.Optional;

/** When in a conversation a turn can come. */
public enum Moment {
    /** The client has connected; the reply is the greeting. */
    CONNECT,
    HELO,
    EHLO,
    LHLO,
    STARTTLS,
    AUTH,
    /** A challenge of a login goes out; the reply is 334. */
    CHALLENGE,
    /** User name and password have come; the reply is the verdict. */
    LOGIN,
    MAIL,
    RCPT,
    DATA,
    /** A line of a message has come; the reply is one that nobody asked for. */
    CONTENT,
    /** A chunk of a message has come (RFC 3030). */
    BDAT,
    /** The final dot has come, or the last chunk; in LMTP once for each recipient. */
    MESSAGE,
    RSET,
    NOOP,
    VRFY,
    EXPN,
    HELP,
    QUIT,
    /** Any other command. */
    OTHER,
    /** The client has been quiet for a while; the reply is one that nobody asked for. */
    IDLE;

    /** The moment of a command. */
    public static Moment of(Optional<Verb> verb) {
        return verb.flatMap(known -> named(known.name())).orElse(OTHER);
    }

    /** The moment of a name in any letter case. */
    public static Optional<Moment> named(String name) {
        for (Moment moment : values()) {
            if (moment.name().equalsIgnoreCase(name)) {
                return Optional.of(moment);
            }
        }
        return Optional.empty();
    }

    /** As a scenario writes it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
