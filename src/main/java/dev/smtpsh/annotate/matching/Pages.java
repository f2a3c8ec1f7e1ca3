package dev.smtpsh.annotate.matching;

import dev.smtpsh.annotate.Reason;
import dev.smtpsh.annotate.knowledge.Rule;
import java.util.Locale;
import java.util.Optional;

/** Where the reference has the explanation of a rule: a path within the distribution, such as {@code docs/replies/550.md}. */
public final class Pages {
    public static final String FOLDER = "docs/replies/";
    public static final String INDEX = FOLDER.concat("README.md");
    public static final String STATUS = FOLDER.concat("status.md");
    private static final String END = ".md";

    private Pages() {}

    public static String code(int code) {
        String digits = Integer.toString(code);
        return FOLDER.concat("000".substring(digits.length())).concat(digits).concat(END);
    }

    public static String provider(String name) {
        return FOLDER.concat("providers/").concat(slug(name)).concat(END);
    }

    public static String software(String name) {
        return FOLDER.concat("software/").concat(slug(name)).concat(END);
    }

    /** The wordings of nobody in particular, and what circumstances tell, that mean the same. */
    public static String reason(Optional<Reason> reason) {
        return FOLDER.concat("reasons/")
                .concat(reason.isPresent() ? reason.get().label() : "not-refused")
                .concat(END);
    }

    /** A page that explains the rule; empty if it stands on that of the code alone. */
    public static Optional<String> of(Rule rule) {
        Rule.Meaning says = rule.says();
        if (says.provider().isPresent()) {
            return Optional.of(provider(says.provider().get()));
        }
        if (says.software().isPresent()) {
            return Optional.of(software(says.software().get()));
        }
        if (rule.when().readsText() || !rule.when().session().isEmpty()) {
            return Optional.of(reason(says.reason()));
        }
        return rule.when().statuses().isEmpty() ? Optional.empty() : Optional.of(STATUS);
    }

    /** A name as it can stand in a path: {@code Microsoft 365} becomes {@code microsoft-365}. */
    static String slug(String name) {
        StringBuilder slug = new StringBuilder(name.length());
        for (char c : name.toLowerCase(Locale.ROOT).toCharArray()) {
            boolean plain = c >= 'a' && c <= 'z' || c >= '0' && c <= '9';
            if (plain) {
                slug.append(c);
            } else if (slug.length() > 0 && slug.charAt(slug.length() - 1) != '-') {
                slug.append('-');
            }
        }
        int end = slug.length();
        return slug.substring(0, end > 0 && slug.charAt(end - 1) == '-' ? end - 1 : end);
    }
}
