package dev.smtpsh.smtp.command;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The parameters of MAIL and RCPT: the grammar of RFC 5321 4.1.2, and the values of the everyday ones. */
final class ParameterSlips {
    private static final Set<String> OF_RCPT = Set.of("NOTIFY", "ORCPT", "RRVS", "CONNEG");
    private static final Set<String> WITHOUT_VALUE = Set.of("SMTPUTF8", "REQUIRETLS", "PRDR", "CONPERM", "CONNEG");
    private static final Set<String> WITH_VALUE = Set.of(
            "SIZE",
            "BODY",
            "RET",
            "ENVID",
            "AUTH",
            "MT-PRIORITY",
            "BY",
            "HOLDFOR",
            "HOLDUNTIL",
            "SOLICIT",
            "MTRK",
            "TRANSID",
            "NOTIFY",
            "ORCPT",
            "RRVS");

    private ParameterSlips() {}

    static Optional<Slip> find(String line, int from, Verb verb) {
        Set<String> seen = new HashSet<>();
        int at = Proofreading.skipBlanks(line, from);
        while (at < line.length()) {
            int start = at;
            int end = Proofreading.wordEnd(line, at);
            String parameter = line.substring(start, end);
            Optional<Slip> slip = of(parameter, verb).map(found -> found.within(line, start, end));
            if (slip.isEmpty() && !seen.add(keyword(parameter))) {
                String mended = line.substring(0, start).stripTrailing() + line.substring(end);
                slip = Optional.of(new Slip(start, end, keyword(parameter) + " stands here already", mended));
            }
            if (slip.isPresent()) {
                return slip;
            }
            at = Proofreading.skipBlanks(line, end);
        }
        return Optional.empty();
    }

    private static Optional<Slip> of(String parameter, Verb verb) {
        String keyword = keyword(parameter);
        int equals = parameter.indexOf('=');
        for (int i = 0; i < (equals < 0 ? parameter.length() : equals); i++) {
            char c = parameter.charAt(i);
            boolean letter = c >= 'A' && c <= 'Z' || c >= 'a' && c <= 'z';
            if (!letter && !(c >= '0' && c <= '9') && !(c == '-' && i > 0)) {
                return slip(i, i + 1, "a parameter is a keyword, or KEYWORD=value", "");
            }
        }
        if (keyword.isEmpty()) {
            return slip(0, 1, "a keyword stands before the =", "");
        }
        boolean known = WITH_VALUE.contains(keyword) || WITHOUT_VALUE.contains(keyword);
        if (known && OF_RCPT.contains(keyword) == (verb == Verb.MAIL)) {
            return slip(0, parameter.length(), keyword + " belongs to " + (verb == Verb.MAIL ? "RCPT" : "MAIL"), "");
        }
        if (equals >= 0 && WITHOUT_VALUE.contains(keyword)) {
            return slip(equals, parameter.length(), keyword + " takes no value", parameter.substring(0, equals));
        }
        if (equals < 0) {
            return WITH_VALUE.contains(keyword)
                    ? slip(parameter.length(), parameter.length(), keyword + " wants = and a value", "")
                    : Optional.empty();
        }
        if (equals == parameter.length() - 1) {
            return slip(parameter.length(), parameter.length(), "nothing stands after the =", "");
        }
        return value(keyword, parameter, equals + 1);
    }

    // RFC 1870 3, RFC 6152 2 and RFC 3030 3, RFC 3461 4.1 to 4.3.
    private static Optional<Slip> value(String keyword, String parameter, int start) {
        String value = parameter.substring(start);
        int second = value.indexOf('=');
        if (second >= 0) {
            return slip(start + second, start + second + 1, "no second = in a value", "");
        }
        return switch (keyword) {
            case "SIZE" -> digits(parameter, start);
            case "BODY" ->
                value.equalsIgnoreCase("8BIT")
                        ? slip(start, parameter.length(), "it is called 8BITMIME", "BODY=8BITMIME")
                        : oneOf(value, start, List.of("7BIT", "8BITMIME", "BINARYMIME"));
            case "RET" -> oneOf(value, start, List.of("FULL", "HDRS"));
            case "NOTIFY" -> notify(value, start);
            case "ORCPT" ->
                value.indexOf(';') > 0
                        ? Optional.empty()
                        : slip(
                                start,
                                start + value.length(),
                                "wants a type first: rfc822;address",
                                "ORCPT=rfc822;" + value);
            default -> ParameterForms.find(keyword, value, start);
        };
    }

    private static Optional<Slip> digits(String parameter, int start) {
        for (int i = start; i < parameter.length(); i++) {
            if (parameter.charAt(i) < '0' || parameter.charAt(i) > '9') {
                return slip(i, parameter.length(), "SIZE counts octets, in digits only", "");
            }
        }
        return Optional.empty();
    }

    private static Optional<Slip> notify(String value, int start) {
        int at = start;
        for (String word : value.split(",", -1)) {
            boolean alone = word.equalsIgnoreCase("NEVER");
            if (alone && !value.equalsIgnoreCase("NEVER")) {
                return slip(at, at + word.length(), "NEVER stands alone", "NOTIFY=NEVER");
            }
            Optional<Slip> wrong = alone ? Optional.empty() : oneOf(word, at, List.of("SUCCESS", "FAILURE", "DELAY"));
            if (wrong.isPresent()) {
                return wrong;
            }
            at += word.length() + 1;
        }
        return Optional.empty();
    }

    private static Optional<Slip> oneOf(String value, int start, List<String> known) {
        return known.contains(value.toUpperCase(Locale.ROOT))
                ? Optional.empty()
                : slip(start, start + value.length(), "known are " + String.join(", ", known), "");
    }

    private static String keyword(String parameter) {
        int equals = parameter.indexOf('=');
        return (equals < 0 ? parameter : parameter.substring(0, equals)).toUpperCase(Locale.ROOT);
    }

    private static Optional<Slip> slip(int from, int to, String words, String mended) {
        return Optional.of(new Slip(from, to, words, mended));
    }
}
