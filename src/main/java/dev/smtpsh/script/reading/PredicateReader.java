package dev.smtpsh.script.reading;

import dev.smtpsh.script.syntax.Predicate;
import dev.smtpsh.script.syntax.Predicate.Form;
import dev.smtpsh.script.syntax.Predicate.Operator;
import dev.smtpsh.script.syntax.Predicate.Value;
import dev.smtpsh.script.syntax.Quantity;
import dev.smtpsh.script.syntax.Subject;
import dev.smtpsh.script.syntax.Template;
import dev.smtpsh.smtp.command.Spelling;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads what must be true: {@code not has STARTTLS}, {@code tls version >= TLSv1.2}. */
final class PredicateReader {
    private static final String UNITS = "KiB MiB GiB KB MB GB octets";

    private PredicateReader() {}

    static Predicate read(Cursor cursor) throws Mistake {
        boolean negated = cursor.nextWord().equals("not");
        if (negated) {
            cursor.word();
        }
        Subject.Asked asked = subject(cursor);
        if (cursor.over()) {
            return new Predicate(negated, asked, Optional.empty(), List.of());
        }
        int from = cursor.at();
        String sign = cursor.word();
        Optional<Operator> operator = Operator.named(sign);
        if (operator.isEmpty()) {
            throw new Mistake(cursor.since(from), "`" + sign + "` is no operator", operators(asked.subject()));
        }
        fits(asked.subject(), operator.get(), cursor, from);
        List<Value> values = new ArrayList<>();
        values.add(value(cursor, asked.subject(), operator.get()));
        while (operator.get() == Operator.IN && !cursor.over() && cursor.peek() == ',') {
            cursor.skip(1);
            values.add(value(cursor, asked.subject(), operator.get()));
        }
        return new Predicate(negated, asked, operator, values);
    }

    /** The subject's words, as many as name one, and its arguments. */
    static Subject.Asked subject(Cursor cursor) throws Mistake {
        cursor.skipBlanks();
        int from = cursor.at();
        String label = "";
        while (Subject.named(label).isEmpty()) {
            cursor.skipBlanks();
            String word = cursor.over() ? "" : cursor.nextWord();
            List<String> possible = Subject.after(label);
            if (!possible.contains(word)) {
                notYet(label, word, cursor);
                String said = (label + " " + word).trim();
                throw new Mistake(
                        word.isEmpty() ? cursor.here() : cursor.wordSpan(),
                        said.isEmpty()
                                ? "what is asked for is missing"
                                : word.isEmpty()
                                        ? "`" + said + "` asks for too little"
                                        : "unknown predicate `" + said + "`",
                        Spelling.nearest(word, possible)
                                .map(near -> "did you mean `" + near + "`?")
                                .orElse((label.isEmpty() ? "there are " : "after " + label + " there are ")
                                        + String.join(", ", possible)));
            }
            label = (label + " " + cursor.word()).trim();
        }
        Subject subject = Subject.named(label).orElseThrow();
        return new Subject.Asked(subject, arguments(cursor, subject), cursor.since(from));
    }

    // What the language has words for, and smtpsh no knowledge of so far.
    private static void notYet(String label, String word, Cursor cursor) throws Mistake {
        String why = switch (label + " " + word) {
            case "tls staple" -> "no stapled status is asked for";
            case "tls dane" -> "TLSA records and DNSSEC are not looked at";
            case "tls sts" -> "no policy of MTA-STS is fetched";
            default -> "";
        };
        if (!why.isEmpty()) {
            throw new Mistake(
                    cursor.wordSpan(),
                    "`" + label + " " + word + "` cannot be told by this version of smtpsh: " + why,
                    "`tls trusted` asks whether the certificate stands up to the ordinary check");
        }
    }

    private static List<Template> arguments(Cursor cursor, Subject subject) throws Mistake {
        List<Template> arguments = new ArrayList<>();
        while (arguments.size() < subject.most()
                && !cursor.over()
                && Operator.named(cursor.nextWord()).isEmpty()) {
            arguments.add(cursor.argument("the argument"));
        }
        if (arguments.size() < subject.least()) {
            throw new Mistake(cursor.here(), "`" + subject.label() + "` needs an argument", "it is " + subject.about());
        }
        if (subject == Subject.LINE && arguments.get(0).constant()) {
            long number = Quantity.number(arguments.get(0).source()).orElse(0);
            if (number < 1) {
                throw new Mistake(cursor.here(), "`line` needs a number from 1", "write line 1");
            }
        }
        return arguments;
    }

    private static String operators(Subject subject) {
        return switch (subject.type()) {
            case FACT -> "`" + subject.label() + "` is true or not, and nothing follows it";
            case TEXT -> "there are == != ~ contains startswith in";
            default -> "there are == != < <= > >= in";
        };
    }

    private static void fits(Subject subject, Operator operator, Cursor cursor, int from) throws Mistake {
        boolean wrong = subject.type() == Subject.Type.FACT
                || operator.ordering() && !subject.type().ordered() && subject != Subject.VAR
                || operator.textual() && subject.type() != Subject.Type.TEXT;
        if (wrong) {
            throw new Mistake(
                    cursor.since(from),
                    "`" + subject.label() + "` is " + subject.type().words() + ", which `" + operator.sign()
                            + "` cannot compare",
                    operators(subject));
        }
    }

    private static Value value(Cursor cursor, Subject subject, Operator operator) throws Mistake {
        if (cursor.over()) {
            throw new Mistake(cursor.here(), "nothing follows `" + operator.sign() + "`", needed(subject));
        }
        int from = cursor.at();
        if (cursor.peek() == '"') {
            Value value = new Value(cursor.quoted(), Form.QUOTED, false);
            check(value, subject, cursor, from);
            return value;
        }
        if (operator == Operator.LIKE) {
            if (cursor.peek() != '/') {
                throw new Mistake(cursor.wordSpan(), "`~` compares with a regular expression", "write ~ /.../");
            }
            Template text = ExpectationReader.expression(cursor);
            boolean anyCase = ExpectationReader.anyCase(cursor);
            ExpectationReader.check(text, anyCase, cursor, from);
            return new Value(text, Form.EXPRESSION, anyCase);
        }
        String word = cursor.wordUpTo(operator == Operator.IN ? "," : "");
        Template text = Templates.read(word, cursor, from);
        if (subject.type() == Subject.Type.SIZE && unit(cursor)) {
            text = Templates.read(word + " " + cursor.wordUpTo(","), cursor, from);
        }
        Value value = new Value(text, Form.WORD, false);
        check(value, subject, cursor, from);
        return value;
    }

    private static boolean unit(Cursor cursor) {
        int before = cursor.at();
        String word = cursor.wordUpTo(",");
        cursor.back(before);
        return !word.isEmpty() && (" " + UNITS + " ").contains(" " + word + " ");
    }

    private static void check(Value value, Subject subject, Cursor cursor, int from) throws Mistake {
        boolean text = subject.type() == Subject.Type.TEXT;
        if (!text
                && value.text().constant()
                && Quantity.read(subject.type(), value.text().source()).isEmpty()) {
            throw new Mistake(
                    cursor.since(from),
                    "`" + value.text().source() + "` is not " + subject.type().words(),
                    needed(subject));
        }
    }

    private static String needed(Subject subject) {
        return "`" + subject.label() + "` is compared with " + subject.type().words();
    }
}
