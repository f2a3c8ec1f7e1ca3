package dev.smtpsh.dns;

import java.net.IDN;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A domain name in the form in which it is asked for: ASCII, internationalised labels as A-labels (RFC 5890 2.3.2.1), no
 * dot at the end, {@code .} for the root. Octets that are no printable ASCII are written {@code \DDD}, as in a zone file
 * (RFC 1035 5.1). Two names are equal whatever their letters' case.
 */
public final class DomainName {
    /** Octets of a name with its dots, the last one left out (limit name-length). */
    public static final int LONGEST = 253;

    /** Octets of a label (limit name-label). */
    public static final int LONGEST_LABEL = 63;

    private static final String ROOT = ".";

    // IDNA 2003, which the JDK speaks, maps the first two away and drops the others; IDNA 2008 keeps all four (RFC 5894
    // 7.2). The two roads can lead to different owners, so none of them is taken.
    private static final String DEVIATIONS = "\u00df\u03c2\u200c\u200d";

    private final String text;

    private DomainName(String text) {
        this.text = text;
    }

    /** What became of a typed name; without one, why not, as half a sentence. */
    public record Reading(Optional<DomainName> name, String why) {}

    /** Reads what somebody typed. */
    public static Reading read(String typed) {
        String bare = typed.strip();
        Optional<String> why = complaint(bare);
        if (why.isPresent()) {
            return bad(why.get());
        }
        String ascii = bare;
        if (bare.chars().anyMatch(c -> c > 0x7f)) {
            ascii = ascii(bare);
            // Some characters stand for several, a slash among them.
            if (complaint(ascii).isPresent()) {
                return bad("it cannot be written in ASCII, as name servers want it");
            }
        }
        if (ascii.equals(ROOT)) {
            return new Reading(Optional.of(new DomainName(ROOT)), "");
        }
        String name = withoutLastDot(ascii);
        why = measured(name);
        return why.isPresent() ? bad(why.get()) : new Reading(Optional.of(new DomainName(name)), "");
    }

    /** A name out of a name server's answer, as a zone file would write it; such a name has been measured already. */
    public static DomainName received(String presentation) {
        return new DomainName(presentation.equals(ROOT) ? ROOT : withoutLastDot(presentation));
    }

    /** The name under which an address has its PTR records (RFC 1035 3.5, RFC 3596 2.5). */
    public static DomainName reverse(InetAddress address) {
        StringBuilder name = new StringBuilder();
        byte[] octets = address.getAddress();
        boolean v4 = address instanceof Inet4Address;
        for (int i = octets.length - 1; i >= 0; i--) {
            int octet = octets[i] & 0xff;
            if (v4) {
                name.append(octet).append('.');
            } else {
                name.append(Character.forDigit(octet & 0xf, 16)).append('.');
                name.append(Character.forDigit(octet >> 4, 16)).append('.');
            }
        }
        return new DomainName(name + (v4 ? "in-addr.arpa" : "ip6.arpa"));
    }

    public String text() {
        return text;
    }

    public boolean root() {
        return text.equals(ROOT);
    }

    /** A name below this one, such as {@code _25._tcp} of a host. */
    public Reading below(String labels) {
        return read(root() ? labels : labels + "." + text);
    }

    /** Whether it is written as host names must be: letters, digits and inner hyphens (RFC 1123 2.1). */
    public boolean hostSyntax() {
        return labels(text).stream().allMatch(label -> label.matches("[A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?"));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof DomainName name && name.text.equalsIgnoreCase(text);
    }

    @Override
    public int hashCode() {
        return text.toLowerCase(Locale.ROOT).hashCode();
    }

    @Override
    public String toString() {
        return text;
    }

    // A dot after an odd number of backslashes belongs to a label.
    private static String withoutLastDot(String name) {
        int end = name.length() - 1;
        int backslashes = 0;
        while (end - backslashes > 0 && name.charAt(end - backslashes - 1) == '\\') {
            backslashes++;
        }
        return name.endsWith(".") && backslashes % 2 == 0 ? name.substring(0, end) : name;
    }

    // Empty text where there is no such form.
    private static String ascii(String international) {
        try {
            return international.indexOf('\\') >= 0 ? "" : IDN.toASCII(international, IDN.ALLOW_UNASSIGNED);
        } catch (IllegalArgumentException e) {
            return "";
        }
    }

    private static Reading bad(String why) {
        return new Reading(Optional.empty(), why);
    }

    private static Optional<String> complaint(String typed) {
        if (typed.isEmpty()) {
            return Optional.of("it is empty");
        }
        for (int i = 0; i < typed.length(); i++) {
            char c = typed.charAt(i);
            if (c <= ' ' || c == 0x7f) {
                return Optional.of("a blank or control character stands in it");
            }
            if (DEVIATIONS.indexOf(c) >= 0) {
                return Optional.of("the old and the new rules for internationalised names read U+"
                        + String.format("%04X", (int) c) + " differently; write the name in its form that begins with"
                        + " xn--");
            }
            if ("@/:<>[](),;\"".indexOf(c) >= 0 && (i == 0 || typed.charAt(i - 1) != '\\')) {
                return Optional.of(c + " is not part of a domain name");
            }
        }
        return Optional.empty();
    }

    private static Optional<String> measured(String name) {
        int length = -1;
        for (String label : labels(name)) {
            int octets = octets(label);
            if (octets == 0) {
                return Optional.of("two dots follow each other, or one leads");
            }
            if (octets < 0) {
                return Optional.of("a backslash is followed by no number up to 255");
            }
            if (octets > LONGEST_LABEL) {
                return Optional.of("a label has " + octets + " octets, more than " + LONGEST_LABEL);
            }
            length += octets + 1;
        }
        return length > LONGEST ? Optional.of("it has " + length + " octets, more than " + LONGEST) : Optional.empty();
    }

    private static List<String> labels(String name) {
        List<String> labels = new ArrayList<>();
        int from = 0;
        for (int i = 0; i < name.length(); i++) {
            if (name.charAt(i) == '\\') {
                i++;
            } else if (name.charAt(i) == '.') {
                labels.add(name.substring(from, i));
                from = i + 1;
            }
        }
        labels.add(name.substring(from));
        return labels;
    }

    // Octets of a label with its escapes undone, or -1 where one is wrong.
    private static int octets(String label) {
        int octets = 0;
        for (int i = 0; i < label.length(); i++, octets++) {
            if (label.charAt(i) != '\\') {
                continue;
            }
            boolean number = i + 1 < label.length() && Character.isDigit(label.charAt(i + 1));
            if (number) {
                boolean three = label.substring(i + 1).matches("[0-9]{3}.*");
                if (!three || Integer.parseInt(label.substring(i + 1, i + 4)) > 0xff) {
                    return -1;
                }
            } else if (i + 1 == label.length()) {
                return -1;
            }
            i += number ? 3 : 1;
        }
        return octets;
    }
}
