package dev.smtpsh.smtp.command;

import java.util.Optional;

/** What stands between {@code <} and {@code >} (RFC 5321 4.1.2); what is found is relative to its beginning. */
final class AddressSlips {
    // RFC 5321 4.5.3.1.1, 4.5.3.1.3; the 256 octets of a path include its brackets.
    private static final int LONGEST_LOCAL_PART = 64;
    private static final int LONGEST = 254;
    private static final String ATEXT = "!#$%&'*+-/=?^_`{|}~";

    private AddressSlips() {}

    static Optional<Slip> find(String path) {
        // RFC 5321 4.1.1.3, C: a source route is obsolete and no slip.
        int route = path.startsWith("@") ? path.indexOf(':') + 1 : 0;
        if (route > 0) {
            return find(path.substring(route)).map(slip -> slip.within(path, route, path.length()));
        }
        int at = endOfLocalPart(path);
        Optional<Slip> local = localPart(path, at);
        if (local.isPresent()) {
            return local;
        }
        if (at == path.length()) {
            return slip(at, at, "needs an @ and a domain", "");
        }
        String domain = path.substring(at + 1);
        if (domain.isEmpty()) {
            return slip(path.length(), path.length(), "needs a domain after the @", "");
        }
        Optional<Slip> wrong = DomainSlips.find(domain, true).map(slip -> slip.within(path, at + 1, path.length()));
        return wrong.isEmpty() && path.length() > LONGEST
                ? slip(LONGEST, path.length(), "an address has at most " + LONGEST + " octets", "")
                : wrong;
    }

    private static int endOfLocalPart(String path) {
        if (path.startsWith("\"")) {
            int close = closingQuote(path);
            return close < 0 ? path.length() : close + 1;
        }
        int at = path.indexOf('@');
        return at < 0 ? path.length() : at;
    }

    static int closingQuote(String text) {
        for (int i = 1; i < text.length(); i++) {
            if (text.charAt(i) == '\\') {
                i++;
            } else if (text.charAt(i) == '"') {
                return i;
            }
        }
        return -1;
    }

    private static Optional<Slip> localPart(String path, int end) {
        if (end == 0) {
            return slip(0, 1, "nothing stands before the @", "");
        }
        if (path.startsWith("\"")) {
            if (closingQuote(path) < 0) {
                return slip(0, 1, "the quote is never closed", "");
            }
            if (end < path.length() && path.charAt(end) != '@') {
                return slip(end, end + 1, "after the quotes comes an @", "");
            }
        } else {
            for (int i = 0; i < end; i++) {
                Optional<Slip> wrong = at(path, i, end);
                if (wrong.isPresent()) {
                    return wrong;
                }
            }
        }
        return end > LONGEST_LOCAL_PART
                ? slip(LONGEST_LOCAL_PART, end, "before the @ stand at most " + LONGEST_LOCAL_PART + " octets", "")
                : Optional.empty();
    }

    private static Optional<Slip> at(String path, int i, int end) {
        char c = path.charAt(i);
        if (c == '.') {
            String quoted = quoted(path, end);
            if (i == 0) {
                return slip(0, 1, "a dot at the beginning wants quotes", quoted);
            }
            if (i == end - 1) {
                return slip(i, end, "a dot before the @ wants quotes", quoted);
            }
            return path.charAt(i - 1) == '.'
                    ? slip(i, i + 1, "two dots in a row want quotes", quoted)
                    : Optional.empty();
        }
        boolean fits = c >= 'A' && c <= 'Z'
                || c >= 'a' && c <= 'z'
                || c >= '0' && c <= '9'
                || c > 127
                || ATEXT.indexOf(c) >= 0;
        if (fits) {
            return Optional.empty();
        }
        if (c == ' ') {
            return slip(i, i + 1, "a space in an address wants quotes", quoted(path, end));
        }
        if (c == ',' || c == ';') {
            return slip(i, i + 1, "one address only", "");
        }
        return c == '"' || c == '\\' || c == '<'
                ? slip(i, i + 1, "no such character before the @", "")
                : slip(i, i + 1, "this character wants quotes", quoted(path, end));
    }

    private static String quoted(String path, int end) {
        return end == path.length() ? "" : "\"" + path.substring(0, end) + "\"" + path.substring(end);
    }

    private static Optional<Slip> slip(int from, int to, String words, String mended) {
        return Optional.of(new Slip(from, to, words, mended));
    }
}
