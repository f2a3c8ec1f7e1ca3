package dev.smtpsh.dns;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
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

    /** An address as people write it: IPv6 in small letters, the longest run of zeros left out (RFC 5952 4). */
    public static String text(InetAddress address) {
        String host = address.getHostAddress();
        if (!(address instanceof Inet6Address)) {
            return host;
        }
        int zone = host.indexOf('%');
        String[] groups = (zone < 0 ? host : host.substring(0, zone)).split(":");
        int from = 0;
        int length = 1;
        for (int i = 0; i < groups.length; i++) {
            int end = i;
            while (end < groups.length && groups[end].equals("0")) {
                end++;
            }
            if (end - i > length) {
                from = i;
                length = end - i;
            }
        }
        List<String> all = List.of(groups);
        String text = length == 1
                ? String.join(":", all)
                : String.join(":", all.subList(0, from)) + "::"
                        + String.join(":", all.subList(from + length, all.size()));
        return zone < 0 ? text : text + host.substring(zone);
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
