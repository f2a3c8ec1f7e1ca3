package dev.smtpsh.session;

import dev.smtpsh.session.Failure.Blame;
import dev.smtpsh.session.Failure.Kind;
import dev.smtpsh.smtp.Octets;
import dev.smtpsh.smtp.state.Stage;
import java.util.Optional;

/** Names what speaks on a port when it is not SMTP. */
final class Strangers {
    private Strangers() {}

    /** Whether octets are the beginning of a reply, or nothing at all. */
    static boolean mayBeSmtp(Octets seen) {
        return seen.isEmpty() || (seen.at(0) >= '0' && seen.at(0) <= '9');
    }

    /** The failure for first octets that are no SMTP greeting. */
    static Failure named(Octets seen) {
        String text = seen.latin1();
        // RFC 8446 5.1: a record begins with its type (21 alert, 22 handshake) and 03.
        if (seen.length() >= 2 && (seen.at(0) == 0x15 || seen.at(0) == 0x16) && seen.at(1) == 0x03) {
            return failure(
                    seen,
                    "the server speaks TLS from the first octet",
                    "This port wants implicit TLS",
                    "Use --tls-on-connect, or smtps://HOST:PORT.");
        }
        if (text.startsWith("SSH-")) {
            return other(seen, "SSH", "usually port 22");
        }
        if (text.startsWith("HTTP/") || text.startsWith("<!DOCTYPE") || text.startsWith("<html")) {
            return other(seen, "HTTP", "a web server");
        }
        if (text.startsWith("+OK") || text.startsWith("-ERR")) {
            return other(seen, "POP3", "for fetching mail");
        }
        if (text.startsWith("* OK") || text.startsWith("* BYE") || text.startsWith("* PREAUTH")) {
            return other(seen, "IMAP", "for reading mail");
        }
        return failure(
                seen,
                "what the server sent is no SMTP greeting",
                "Something else than a mail server listens there",
                "Check host and port; mail servers listen on 25, 465 and 587.");
    }

    private static Failure other(Octets seen, String protocol, String used) {
        return failure(
                seen,
                "this is " + protocol + ", not SMTP",
                "The port belongs to another service (" + protocol + ", " + used + ")",
                "Check the port; mail servers listen on 25, 465 and 587.");
    }

    private static Failure failure(Octets seen, String what, String why, String mend) {
        return new Failure(
                Kind.PROTOCOL, Stage.GREETING, Blame.BOTH, what, why, mend, Optional.empty(), seen, Optional.empty());
    }
}
