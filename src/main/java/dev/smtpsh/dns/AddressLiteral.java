package dev.smtpsh.dns;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.regex.Pattern;

/** Addresses written as such. Reading one never asks anybody. */
public final class AddressLiteral {
    private static final Pattern OCTET = Pattern.compile("25[0-5]|2[0-4][0-9]|1?[0-9]?[0-9]");
    private static final Pattern IPV6 = Pattern.compile("[0-9a-fA-F:.]*:[0-9a-fA-F:.]*(%[A-Za-z0-9._-]+)?");

    private AddressLiteral() {}

    /** An IPv4 address in four decimal parts, or an IPv6 address with or without zone; brackets may stand around. */
    public static Optional<InetAddress> read(String text) {
        boolean brackets = text.startsWith("[") && text.endsWith("]") && text.length() > 1;
        String bare = brackets ? text.substring(1, text.length() - 1) : text;
        String literal = bare.regionMatches(true, 0, "IPv6:", 0, 5) ? bare.substring(5) : bare;
        try {
            return ipv4(literal) || IPV6.matcher(literal).matches()
                    ? Optional.of(InetAddress.getByName(literal))
                    : Optional.empty();
        } catch (UnknownHostException e) {
            return Optional.empty();
        }
    }

    private static boolean ipv4(String text) {
        String[] parts = text.split("\\.", -1);
        boolean four = parts.length == 4;
        for (String part : parts) {
            four = four && OCTET.matcher(part).matches();
        }
        return four;
    }
}
