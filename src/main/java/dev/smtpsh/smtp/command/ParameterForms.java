package dev.smtpsh.smtp.command;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** How the values of the rarer parameters of MAIL and RCPT are written. */
final class ParameterForms {
    /** What a value looks like, and what to say of one that does not. */
    private record Form(Pattern pattern, String words) {
        private static Form of(String expression, String words) {
            return new Form(Pattern.compile(expression, Pattern.CASE_INSENSITIVE), words);
        }
    }

    // RFC 3461 4: printable, and + begins the two hexadecimal digits of an octet.
    private static final String XTEXT = "(?:[!-*,-<>-~]|\\+[0-9A-F]{2})";
    // RFC 3339 5.6.
    private static final String MOMENT =
            "[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(?:\\.[0-9]+)?(?:Z|[+-][0-9]{2}:[0-9]{2})";

    // RFC 3461 4.4, RFC 4954 5, RFC 6710 4.1, RFC 2852 4, RFC 4865 4, RFC 7293 3.
    private static final Map<String, Form> FORMS = Map.of(
            "ENVID", Form.of(XTEXT + "{1,100}", "ENVID is up to 100 octets of xtext: write + as +2B, = as +3D"),
            "AUTH", Form.of(XTEXT + "{1,500}", "AUTH is <> or a mailbox in xtext: write + as +2B, = as +3D"),
            "MT-PRIORITY", Form.of("-?[1-9]|0", "MT-PRIORITY is a number from -9 to 9"),
            "BY", Form.of("-?[0-9]{1,9};[RN]T?", "BY is seconds, a semicolon, and R or N, perhaps T: BY=120;R"),
            "HOLDFOR", Form.of("[1-9][0-9]{0,8}", "HOLDFOR counts seconds, at least 1"),
            "HOLDUNTIL", Form.of(MOMENT, "HOLDUNTIL is a moment such as 2030-01-31T08:00:00Z"),
            "RRVS", Form.of(MOMENT + "(?:;[CR])?", "RRVS is a moment such as 2030-01-31T08:00:00Z, perhaps ;C or ;R"));

    private ParameterForms() {}

    static Optional<Slip> find(String keyword, String value, int start) {
        Form form = FORMS.get(keyword);
        return form == null || form.pattern().matcher(value).matches()
                ? Optional.empty()
                : Optional.of(new Slip(start, start + value.length(), form.words(), ""));
    }
}
