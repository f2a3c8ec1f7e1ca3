package dev.smtpsh.smtp.command;

import java.util.Optional;
import java.util.regex.Pattern;

/** A host name or an address literal (RFC 5321 4.1.2, 4.1.3); what is found is relative to its beginning. */
final class DomainSlips {
    // RFC 1035 2.3.4, RFC 5321 4.5.3.1.2.
    private static final int LONGEST_LABEL = 63;
    private static final int LONGEST = 255;

    private static final String BYTE = "(25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])";
    private static final Pattern IPV4 = Pattern.compile(BYTE + "(\\." + BYTE + "){3}");
    private static final Pattern IPV6 = Pattern.compile("[0-9A-Fa-f]*:[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*");

    private DomainSlips() {}

    /** @param international whether octets outside ASCII may stand in it */
    static Optional<Slip> find(String domain, boolean international) {
        if (domain.startsWith("[")) {
            return literal(domain);
        }
        if (IPV4.matcher(domain).matches()) {
            return slip(0, domain.length(), "an address stands in [ ]", "[" + domain + "]");
        }
        if (IPV6.matcher(domain).matches()) {
            return slip(0, domain.length(), "an address stands in [ ], after IPv6:", "[IPv6:" + domain + "]");
        }
        for (int i = 0; i < domain.length(); i++) {
            Optional<Slip> slip = at(domain, i, international);
            if (slip.isPresent()) {
                return slip;
            }
        }
        return domain.length() > LONGEST
                ? slip(LONGEST, domain.length(), "a domain has at most " + LONGEST + " octets", "")
                : Optional.empty();
    }

    private static Optional<Slip> at(String domain, int i, boolean international) {
        char c = domain.charAt(i);
        boolean begins = i == 0 || domain.charAt(i - 1) == '.';
        boolean ends = i == domain.length() - 1 || domain.charAt(i + 1) == '.';
        if (c == '.') {
            return begins
                    ? emptyLabel(domain, i)
                    : i == domain.length() - 1 ? trailingDot(domain, i) : longLabel(domain, i);
        }
        if (c == '-' && (begins || ends)) {
            return slip(i, i + 1, "a hyphen stands between letters or digits only", "");
        }
        if (c == '_') {
            return slip(i, i + 1, "no underscore in a host name", "");
        }
        if (c > 127) {
            return international
                    ? Optional.empty()
                    : slip(i, endOfForeign(domain, i), "only ASCII here: write the name in its xn-- form", "");
        }
        boolean fits = c >= 'A' && c <= 'Z' || c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || c == '-';
        if (!fits) {
            String words = c == ',' || c == ';'
                    ? "one address only"
                    : c == '@' ? "only one @" : "no such character in a host name";
            return slip(i, i + 1, words, "");
        }
        return i == domain.length() - 1 ? longLabel(domain, domain.length()) : Optional.empty();
    }

    private static Optional<Slip> emptyLabel(String domain, int dot) {
        if (dot == 0) {
            return slip(0, 1, "a host name does not begin with a dot", domain.substring(1));
        }
        return slip(dot, dot + 1, "two dots in a row", domain.substring(0, dot) + domain.substring(dot + 1));
    }

    private static Optional<Slip> trailingDot(String domain, int dot) {
        return slip(dot, dot + 1, "no dot at the end", domain.substring(0, dot));
    }

    private static Optional<Slip> longLabel(String domain, int end) {
        int start = domain.lastIndexOf('.', end - 1) + 1;
        return end - start > LONGEST_LABEL
                ? slip(
                        start + LONGEST_LABEL,
                        end,
                        "between two dots stand at most " + LONGEST_LABEL + " characters",
                        "")
                : Optional.empty();
    }

    private static Optional<Slip> literal(String domain) {
        int close = domain.indexOf(']');
        if (close < 0) {
            return slip(domain.length(), domain.length(), "the [ is never closed by ]", domain + "]");
        }
        if (close < domain.length() - 1) {
            return slip(close + 1, domain.length(), "nothing follows the ]", domain.substring(0, close + 1));
        }
        String address = domain.substring(1, close);
        if (IPV6.matcher(address).matches()) {
            return slip(1, close, "IPv6: stands before the address", "[IPv6:" + address + "]");
        }
        boolean tagged = address.indexOf(':') > 0;
        if (tagged || IPV4.matcher(address).matches()) {
            boolean six = address.regionMatches(true, 0, "IPv6:", 0, 5);
            return six && !IPV6.matcher(address.substring(5)).matches()
                    ? slip(6, close, "no IPv6 address", "")
                    : Optional.empty();
        }
        return slip(1, close, "between [ ] stands an address, such as 192.0.2.1", "");
    }

    private static int endOfForeign(String text, int from) {
        int end = from;
        while (end < text.length() && text.charAt(end) > 127) {
            end++;
        }
        return end;
    }

    private static Optional<Slip> slip(int from, int to, String words, String mended) {
        return Optional.of(new Slip(from, to, words, mended));
    }
}
