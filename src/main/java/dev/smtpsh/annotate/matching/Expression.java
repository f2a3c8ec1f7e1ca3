package dev.smtpsh.annotate.matching;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A regular expression that somebody wrote, which takes time linear in the text, whatever a server says. */
public final class Expression {
    /** Characters of a text that are looked at (limit {@code annotate-text}). */
    private static final int MOST_TEXT = 64 * 1024;

    private final Pattern pattern;

    private Expression(Pattern pattern) {
        this.pattern = pattern;
    }

    /**
     * Reads an expression.
     *
     * @param anyCase whether letter case is ignored
     * @throws IllegalArgumentException with half a sentence, if it is none
     */
    public static Expression read(String source, boolean anyCase) {
        try {
            return new Expression(Pattern.compile(source, anyCase ? Pattern.CASE_INSENSITIVE : 0));
        } catch (PatternSyntaxException e) {
            throw new IllegalArgumentException(e.getDescription(), e);
        }
    }

    /** A text as an expression that finds it and nothing else. */
    public static String quote(String text) {
        return Pattern.quote(text);
    }

    /** What is found first in a text: the whole, then each group, empty text for one that took no part. */
    public Optional<List<String>> find(String text) {
        Matcher matcher = pattern.matcher(text.substring(0, Math.min(text.length(), MOST_TEXT)));
        if (!matcher.find()) {
            return Optional.empty();
        }
        List<String> groups = new ArrayList<>();
        for (int group = 0; group <= matcher.groupCount(); group++) {
            groups.add(matcher.group(group) == null ? "" : matcher.group(group));
        }
        return Optional.of(groups);
    }
}
