package dev.smtpsh.script.reading;

import dev.smtpsh.annotate.matching.Expression;
import dev.smtpsh.script.syntax.Expectation;
import dev.smtpsh.script.syntax.Expectation.Alternative;
import dev.smtpsh.script.syntax.Expectation.TextPattern;
import dev.smtpsh.script.syntax.Quantity;
import dev.smtpsh.script.syntax.Template;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;

/** Reads what must come: {@code 250 or 451 4.7.1 within 5m every 30s}. */
final class ExpectationReader {
    private static final String MEND = "write three digits such as 250, 25x or 2xx, or any, closed, timeout, nothing";

    private ExpectationReader() {}

    static Expectation read(Cursor cursor) throws Mistake {
        List<Alternative> alternatives = new ArrayList<>();
        alternatives.add(alternative(cursor));
        while (cursor.nextWord().equals("or")) {
            cursor.word();
            alternatives.add(alternative(cursor));
        }
        Optional<Duration> within = after(cursor, "within");
        int every = cursor.at();
        Optional<Duration> pause = after(cursor, "every");
        if (pause.isPresent() && within.isEmpty()) {
            cursor.back(every);
            throw new Mistake(cursor.wordSpan(), "`every` needs `within` before it", "write within 5m every 30s");
        }
        return new Expectation(alternatives, within, pause);
    }

    private static Alternative alternative(Cursor cursor) throws Mistake {
        cursor.skipBlanks();
        int from = cursor.at();
        if (cursor.over()) {
            throw new Mistake(cursor.here(), "what must come is missing", MEND);
        }
        String event = cursor.word();
        String lower = event.toLowerCase(Locale.ROOT);
        boolean word = lower.equals("closed") || lower.equals("timeout") || lower.equals("nothing");
        if (!word && !lower.equals("any") && !lower.matches("[2-5][0-9x]{2}|[0-9]{3}")) {
            throw new Mistake(cursor.since(from), "`" + event + "` is no reply code or pattern of one", MEND);
        }
        if (word) {
            return new Alternative(cursor.since(from), lower, Optional.empty(), Optional.empty());
        }
        Optional<String> status = status(cursor);
        Optional<TextPattern> text = text(cursor);
        return new Alternative(cursor.since(from), lower, status, text);
    }

    private static Optional<String> status(Cursor cursor) throws Mistake {
        String word = cursor.nextWord();
        if (word.isEmpty() || word.charAt(0) < '0' || word.charAt(0) > '9') {
            return Optional.empty();
        }
        String pattern = word.toLowerCase(Locale.ROOT);
        if (!pattern.matches("[245]\\.([0-9]{1,3}|x)\\.([0-9]{1,3}|x)")) {
            throw new Mistake(
                    cursor.wordSpan(),
                    "`" + word + "` is no enhanced status code",
                    "write class.subject.detail, such as 5.1.1 or 4.7.x; text stands in quotes");
        }
        cursor.word();
        return Optional.of(pattern);
    }

    private static Optional<TextPattern> text(Cursor cursor) throws Mistake {
        cursor.skipBlanks();
        if (cursor.peek() == '"') {
            return Optional.of(new TextPattern(cursor.quoted(), false, false));
        }
        if (cursor.peek() != '/') {
            return Optional.empty();
        }
        int from = cursor.at();
        Template text = expression(cursor);
        boolean anyCase = anyCase(cursor);
        check(text, anyCase, cursor, from);
        return Optional.of(new TextPattern(text, true, anyCase));
    }

    static Template expression(Cursor cursor) throws Mistake {
        return cursor.delimited('/', "a slash closes the expression: /.../; one inside it is written \\/");
    }

    static boolean anyCase(Cursor cursor) {
        boolean anyCase = cursor.peek() == 'i';
        cursor.skip(anyCase ? 1 : 0);
        return anyCase;
    }

    static void check(Template text, boolean anyCase, Cursor cursor, int from) throws Mistake {
        try {
            Expression.read(text.fill(name -> "x"), anyCase);
        } catch (IllegalArgumentException e) {
            throw new Mistake(
                    cursor.since(from),
                    "this is no regular expression: " + e.getMessage(),
                    "a text without signs of its own stands in quotes");
        }
    }

    private static Optional<Duration> after(Cursor cursor, String word) throws Mistake {
        if (!cursor.nextWord().equals(word)) {
            return Optional.empty();
        }
        cursor.word();
        return Optional.of(duration(cursor));
    }

    static Duration duration(Cursor cursor) throws Mistake {
        cursor.skipBlanks();
        int from = cursor.at();
        String text = cursor.over() ? "" : cursor.word();
        OptionalLong millis = Quantity.milliseconds(text);
        if (millis.isEmpty() || millis.getAsLong() == 0) {
            throw new Mistake(
                    cursor.since(from),
                    text.isEmpty() ? "a time is missing" : "`" + text + "` is no time",
                    "write 500ms, 30s, 5m or 1h, at most a day");
        }
        return Duration.ofMillis(millis.getAsLong());
    }
}
