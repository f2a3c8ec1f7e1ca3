package dev.smtpsh.annotate.matching;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The regular expressions of rules, each compiled when it is first needed. Safe to share between threads. */
final class Expressions {
    private final Map<String, Pattern> compiled = new HashMap<>();

    /** What the expression finds first in a text, letter case ignored. */
    Optional<String> find(String expression, String text) {
        Matcher matcher = pattern(expression).matcher(text);
        return matcher.find() ? Optional.of(matcher.group()) : Optional.empty();
    }

    private synchronized Pattern pattern(String expression) {
        Pattern pattern = compiled.get(expression);
        if (pattern == null) {
            pattern = Pattern.compile(expression, Pattern.CASE_INSENSITIVE);
            compiled.put(expression, pattern);
        }
        return pattern;
    }
}
