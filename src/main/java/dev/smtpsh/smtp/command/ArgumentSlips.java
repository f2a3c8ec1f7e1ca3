package dev.smtpsh.smtp.command;

import java.util.Optional;

/** What stands after verbs that take neither host name nor path. */
final class ArgumentSlips {
    private static final int BASE64_GROUP = 4;

    private ArgumentSlips() {}

    /** Where a verb stands alone that wants something after it. */
    static Optional<Slip> missing(String text, String wanted) {
        int end = Proofreading.wordEnd(text, 0);
        return Proofreading.skipBlanks(text, end) == text.length()
                ? Optional.of(new Slip(end, end, "needs " + wanted, ""))
                : Optional.empty();
    }

    /** RFC 3030 2: {@code BDAT chunk-size [LAST]}. */
    static Optional<Slip> chunk(String text) {
        Optional<Slip> missing = missing(text, "the number of octets that follow");
        if (missing.isPresent()) {
            return missing;
        }
        int start = Proofreading.skipBlanks(text, Proofreading.wordEnd(text, 0));
        int end = Proofreading.wordEnd(text, start);
        for (int i = start; i < end; i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return Optional.of(new Slip(i, end, "the number of octets has digits only", ""));
            }
        }
        int after = Proofreading.skipBlanks(text, end);
        int last = Proofreading.wordEnd(text, after);
        if (after == text.length()) {
            return Optional.empty();
        }
        if (!text.substring(after, last).equalsIgnoreCase("LAST")) {
            return Optional.of(
                    new Slip(after, text.length(), "only LAST may follow the number", text.substring(0, end)));
        }
        return Proofreading.skipBlanks(text, last) == text.length()
                ? Optional.empty()
                : Optional.of(new Slip(last, text.length(), "nothing follows LAST", text.substring(0, last)));
    }

    /** RFC 4954 4: {@code AUTH mechanism [initial-response]}; the mechanism by RFC 4422 3.1. */
    static Optional<Slip> login(String text) {
        Optional<Slip> missing = missing(text, "a mechanism, such as PLAIN");
        if (missing.isPresent()) {
            return missing;
        }
        int start = Proofreading.skipBlanks(text, Proofreading.wordEnd(text, 0));
        int end = Proofreading.wordEnd(text, start);
        for (int i = start; i < end; i++) {
            char c = text.charAt(i);
            boolean fits = c >= 'A' && c <= 'Z' || c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || c == '-' || c == '_';
            if (!fits) {
                return Optional.of(
                        new Slip(i, i + 1, "a mechanism has letters, digits, - and _ only, and a space after it", ""));
            }
        }
        int response = Proofreading.skipBlanks(text, end);
        return response == text.length() ? Optional.empty() : initialResponse(text, response);
    }

    private static Optional<Slip> initialResponse(String text, int start) {
        int end = Proofreading.wordEnd(text, start);
        String response = text.substring(start, end);
        if (!response.equals("=")) {
            int padding = response.endsWith("==") ? 2 : response.endsWith("=") ? 1 : 0;
            for (int i = start; i < end - padding; i++) {
                if (!base64(text.charAt(i))) {
                    return Optional.of(new Slip(i, end, "the response is to be base64", ""));
                }
            }
            if (response.length() % BASE64_GROUP != 0) {
                return Optional.of(new Slip(start, end, "base64 comes in groups of four; some of it is missing", ""));
            }
        }
        return Proofreading.skipBlanks(text, end) == text.length()
                ? Optional.empty()
                : Optional.of(new Slip(
                        Proofreading.skipBlanks(text, end),
                        text.length(),
                        "one response only, all of it in base64",
                        ""));
    }

    private static boolean base64(char c) {
        return c >= 'A' && c <= 'Z' || c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || c == '+' || c == '/';
    }
}
