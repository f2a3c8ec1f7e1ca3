package dev.smtpsh.practice.mail;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A path that keeps to the grammar (RFC 5321 4.1.2).
 *
 * @param localPart without quotes
 * @param domain in lower case; absent for plain {@code postmaster} (RFC 5321 4.5.1)
 */
public record MailPath(String localPart, Optional<String> domain) {
    // RFC 5321 4.5.3.1.1 to 4.5.3.1.3; the path's 256 octets include its brackets.
    private static final int MAX_LOCAL_PART = 64;
    private static final int MAX_DOMAIN = 255;
    private static final int MAX_PATH = 254;

    private static final String ATEXT = "[A-Za-z0-9!#$%&'*+/=?^_`{|}~\\x{80}-\\x{10ffff}-]+";
    private static final Pattern DOT_STRING = Pattern.compile(ATEXT + "(\\." + ATEXT + ")*");
    private static final Pattern QUOTED = Pattern.compile("\"((?:[ !#-\\[\\]-~\\x{80}-\\x{10ffff}]|\\\\[ -~])*+)\"");
    private static final String LABEL = "[A-Za-z0-9\\x{80}-\\x{10ffff}]"
            + "(?:[A-Za-z0-9\\x{80}-\\x{10ffff}-]{0,61}[A-Za-z0-9\\x{80}-\\x{10ffff}])?";
    private static final Pattern DOMAIN = Pattern.compile(LABEL + "(\\." + LABEL + ")*");
    private static final Pattern LITERAL = Pattern.compile("\\[(?:[0-9]{1,3}(?:\\.[0-9]{1,3}){3}|"
            + "IPv6:[0-9A-Fa-f:.]{2,45}|[A-Za-z0-9-]{1,40}:[!-Z^-~]{1,200})\\]");

    /** Reads what stands between the brackets; empty if it breaks the grammar. */
    public static Optional<MailPath> read(String path) {
        if (path.equalsIgnoreCase("postmaster")) {
            return Optional.of(new MailPath("postmaster", Optional.empty()));
        }
        if (path.length() > MAX_PATH) {
            return Optional.empty();
        }
        String mailbox = withoutRoute(path);
        int at = mailbox.lastIndexOf('@');
        if (at < 1 || at > MAX_LOCAL_PART) {
            return Optional.empty();
        }
        String domain = mailbox.substring(at + 1);
        return localPart(mailbox.substring(0, at))
                .filter(local -> domain(domain))
                .map(local -> new MailPath(local, Optional.of(domain.toLowerCase(Locale.ROOT))));
    }

    /** Whether a text is a domain or an address literal. */
    public static boolean domain(String domain) {
        return domain.length() <= MAX_DOMAIN
                && (DOMAIN.matcher(domain).matches() || LITERAL.matcher(domain).matches());
    }

    /** Whether only a client that said SMTPUTF8 may use it. */
    public boolean international() {
        return (localPart + domain.orElse("")).chars().anyMatch(c -> c > 127);
    }

    // RFC 5321 4.1.1.3: a source route is read and ignored.
    private static String withoutRoute(String path) {
        int colon = path.indexOf(':');
        boolean route = path.startsWith("@") && colon > 0;
        return route && path.substring(0, colon).matches("@[^@,:]+(,@[^@,:]+)*") ? path.substring(colon + 1) : path;
    }

    private static Optional<String> localPart(String written) {
        if (DOT_STRING.matcher(written).matches()) {
            return Optional.of(written);
        }
        return QUOTED.matcher(written).matches()
                ? Optional.of(written.substring(1, written.length() - 1).replaceAll("\\\\(.)", "$1"))
                : Optional.empty();
    }
}
