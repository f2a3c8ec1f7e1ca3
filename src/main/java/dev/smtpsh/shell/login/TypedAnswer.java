package dev.smtpsh.shell.login;

import dev.smtpsh.session.Exchange;
import dev.smtpsh.smtp.Octets;
import dev.smtpsh.smtp.command.Command;
import dev.smtpsh.smtp.command.Verb;
import dev.smtpsh.smtp.state.Position;
import java.util.Base64;
import java.util.Optional;

/**
 * An answer to a challenge, typed by hand. At a terminal it is plain text and is put into base64 for the wire, always and
 * without guessing: {@code *} cancels, {@code raw TEXT} sends TEXT as it stands. In a pipe the line goes as it stands.
 *
 * @param command what goes out
 * @param twice whether what was typed looks like base64 already
 */
record TypedAnswer(Command.AuthAnswer command, boolean twice) {
    private static final String RAW = "raw ";
    private static final int SHORTEST = 4;

    static TypedAnswer asItStands(Octets typed) {
        return new TypedAnswer(new Command.AuthAnswer(typed), false);
    }

    /**
     * @param mechanism the one under way; in an answer to PLAIN, {@code \0} stands for the NUL that nobody can type
     */
    static TypedAnswer encoded(Octets typed, String mechanism) {
        String line = typed.latin1();
        if (line.equals("*")) {
            return asItStands(typed);
        }
        if (line.regionMatches(true, 0, RAW, 0, RAW.length())) {
            return asItStands(typed.slice(RAW.length()));
        }
        String meant = mechanism.equals("PLAIN") ? line.replace("\\0", "\0") : line;
        String base64 = Base64.getEncoder().encodeToString(Octets.latin1(meant).toByteArray());
        return new TypedAnswer(new Command.AuthAnswer(Octets.latin1(base64)), looksEncoded(line));
    }

    /** Whether the answer to what the server asked last must not be seen: all but the user name in LOGIN. */
    static boolean secret(Optional<Exchange> last) {
        return last.filter(exchange -> exchange.after().position() == Position.AUTH)
                .flatMap(Exchange::command)
                .filter(command -> !asksForUser(command))
                .isPresent();
    }

    private static boolean asksForUser(Command command) {
        boolean auth = command.verb().filter(Verb.AUTH::equals).isPresent();
        return auth && command.redacted().latin1().strip().matches("(?i)AUTH\\s+LOGIN");
    }

    private static boolean looksEncoded(String line) {
        if (line.length() < SHORTEST || line.length() % SHORTEST != 0) {
            return false;
        }
        try {
            Octets decoded = Octets.of(Base64.getDecoder().decode(line));
            return decoded.latin1().chars().allMatch(c -> c == 0 || (c >= ' ' && c < 0x7F));
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
