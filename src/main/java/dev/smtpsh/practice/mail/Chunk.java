package dev.smtpsh.practice.mail;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a BDAT command announces (RFC 3030 2).
 *
 * @param size octets that follow its CRLF
 * @param last whether the message ends with them
 */
public record Chunk(long size, boolean last) {
    private static final Pattern ARGUMENT = Pattern.compile("([0-9]{1,18})( +LAST)?", Pattern.CASE_INSENSITIVE);

    /** Reads what stands after BDAT; empty if it breaks the grammar. */
    public static Optional<Chunk> read(String argument) {
        Matcher matcher = ARGUMENT.matcher(argument);
        return matcher.matches()
                ? Optional.of(new Chunk(Long.parseLong(matcher.group(1)), matcher.group(2) != null))
                : Optional.empty();
    }
}
