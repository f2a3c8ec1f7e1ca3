package dev.smtpsh.script.reading;

import dev.smtpsh.script.syntax.Escapes;
import dev.smtpsh.script.syntax.Quantity;
import dev.smtpsh.script.syntax.ScriptWord;
import dev.smtpsh.script.syntax.Span;
import dev.smtpsh.script.syntax.Statement;
import dev.smtpsh.script.syntax.Statement.Captured;
import dev.smtpsh.script.syntax.Subject;
import dev.smtpsh.script.syntax.Template;
import dev.smtpsh.smtp.command.Spelling;
import dev.smtpsh.smtp.command.Verb;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Reads the statement of one line; of a block its beginning, the lines in it come later. */
final class StatementReader {
    private static final String QUOTES = "\"\"\"";

    private StatementReader() {}

    static Statement read(Cursor cursor) throws Mistake {
        cursor.skipBlanks();
        if (cursor.over()) {
            return new Statement.Blank();
        }
        char first = cursor.peek();
        if (first == '?') {
            cursor.skip(1);
            return new Statement.Check(PredicateReader.read(cursor));
        }
        if (first >= '0' && first <= '9') {
            return new Statement.Expect(ExpectationReader.read(cursor));
        }
        if (cursor.looksAt("<<<")) {
            cursor.skip(3);
            return new Statement.FileBody(cursor.argument("the name of a file"));
        }
        if (cursor.looksAt(QUOTES)) {
            cursor.skip(QUOTES.length());
            return new Statement.InlineBody(List.of());
        }
        boolean ours = first == '/';
        cursor.skip(ours ? 1 : 0);
        int from = cursor.at();
        String word = cursor.nextWord();
        Optional<ScriptWord> known = ScriptWord.typed(word);
        if (known.isPresent()) {
            return ours(known.get(), cursor);
        }
        if (Verb.named(word).isPresent() && !ours) {
            return new Statement.Smtp(Templates.read(cursor.rest(), cursor, skipRest(cursor, from)));
        }
        throw unknown(cursor.wordSpan(), word);
    }

    private static int skipRest(Cursor cursor, int from) {
        cursor.skip(cursor.rest().length());
        return from;
    }

    private static Mistake unknown(Span span, String word) {
        List<String> known = new ArrayList<>();
        for (Verb verb : Verb.values()) {
            known.add(verb.name());
        }
        for (ScriptWord each : ScriptWord.values()) {
            known.add(each.label());
        }
        return new Mistake(
                span,
                "unknown word `" + word + "`",
                Spelling.nearest(word, known)
                        .map(near -> "did you mean `" + near + "`?")
                        .orElse("raw TEXT sends any text to the server"));
    }

    private static Statement ours(ScriptWord word, Cursor cursor) throws Mistake {
        Span span = cursor.wordSpan();
        boolean event = word == ScriptWord.ANY
                || word == ScriptWord.CLOSED
                || word == ScriptWord.TIMEOUT
                || word == ScriptWord.NOTHING;
        if (event) {
            return new Statement.Expect(ExpectationReader.read(cursor));
        }
        cursor.word();
        return switch (word.role()) {
            case ASIDE -> aside(word, cursor);
            case PROMPT -> throw new Mistake(span, "`" + word.label() + "` is for the prompt alone", word.usage());
            case STRUCTURE -> structure(word, cursor, span);
            case ACTION -> action(word, cursor, span);
        };
    }

    private static Statement aside(ScriptWord word, Cursor cursor) {
        String rest = cursor.rest().trim();
        cursor.skip(cursor.rest().length());
        return new Statement.Aside(word, rest);
    }

    private static Statement structure(ScriptWord word, Cursor cursor, Span span) throws Mistake {
        if (word == ScriptWord.EXPECT) {
            return new Statement.Expect(ExpectationReader.read(cursor));
        }
        if (word == ScriptWord.LET) {
            String name = SettingReader.name(cursor, "=");
            expect(cursor, "=", "let NAME = ...");
            return new Statement.Let(name, captured(cursor));
        }
        if (word == ScriptWord.FOR) {
            String name = SettingReader.name(cursor, "");
            expect(cursor, "in", "for NAME in a, b, c");
            return new Statement.Loop(name, ValuesReader.read(cursor), List.of(), Optional.empty());
        }
        if (word == ScriptWord.TRY) {
            return new Statement.Attempt(List.of(), Optional.empty());
        }
        throw new Mistake(span, "`end` closes no block", "leave it out, or begin with for or try");
    }

    private static void expect(Cursor cursor, String sign, String form) throws Mistake {
        cursor.skipBlanks();
        if (!cursor.looksAt(sign)) {
            throw new Mistake(cursor.wordSpan(), "`" + sign + "` is missing", "write " + form);
        }
        cursor.skip(sign.length());
        cursor.skipBlanks();
    }

    private static Captured captured(Cursor cursor) throws Mistake {
        if (cursor.over()) {
            throw new Mistake(cursor.here(), "what the name is to stand for is missing", ScriptWord.LET.usage());
        }
        if (cursor.peek() == '"') {
            return new Captured.Literal(cursor.quoted());
        }
        String word = cursor.nextWord();
        if (word.equals("match")) {
            cursor.word();
            cursor.skipBlanks();
            int from = cursor.at();
            String number = cursor.over() ? "" : cursor.word();
            if (!number.matches("[0-9]{1,2}")) {
                throw new Mistake(cursor.since(from), "`match` needs the number of a group", "write match 1");
            }
            return new Captured.Match(Integer.parseInt(number));
        }
        if (Subject.after("").contains(word)) {
            return new Captured.Fact(PredicateReader.subject(cursor));
        }
        if (Quantity.number(word).isPresent() || word.startsWith("{{")) {
            return new Captured.Literal(cursor.argument("the value"));
        }
        throw new Mistake(
                cursor.wordSpan(),
                "`" + word + "` is nothing that can be kept",
                Spelling.nearest(word, Subject.after(""))
                        .map(near -> "did you mean `" + near + "`? A text stands in quotes")
                        .orElse("a text stands in quotes"));
    }

    private static Statement action(ScriptWord word, Cursor cursor, Span span) throws Mistake {
        return switch (word) {
            case OPEN -> new Statement.Open(cursor.argument("the host"));
            case BYTES -> new Statement.Bytes(cursor.argument("the name of the file"));
            case INCLUDE -> new Statement.Include(cursor.argument("the name of the file"));
            case NOTE -> new Statement.Note(rest(cursor));
            case WAIT -> waiting(cursor);
            case RAW -> raw(cursor);
            case AUTH -> {
                Optional<Template> mechanism = optional(cursor);
                Optional<Template> user = optional(cursor);
                yield new Statement.Auth(mechanism, user, optional(cursor));
            }
            default -> new Statement.Deed(word);
        };
    }

    private static Optional<Template> optional(Cursor cursor) throws Mistake {
        return cursor.over() ? Optional.empty() : Optional.of(cursor.argument(""));
    }

    private static Template rest(Cursor cursor) throws Mistake {
        cursor.skipBlanks();
        int from = cursor.at();
        return Templates.read(cursor.restBeforeComment(), cursor, from);
    }

    private static Statement waiting(Cursor cursor) throws Mistake {
        String word = cursor.over() ? "reply" : cursor.nextWord();
        if (word.toLowerCase(Locale.ROOT).equals("reply")) {
            cursor.word();
            return new Statement.Wait(Optional.empty());
        }
        return new Statement.Wait(Optional.of(ExpectationReader.duration(cursor)));
    }

    private static Statement raw(Cursor cursor) throws Mistake {
        String given = cursor.rest();
        int skipped = given.isEmpty() ? 0 : 1;
        cursor.skip(skipped);
        String text = cursor.rest();
        boolean quoted = text.length() >= 2
                && text.startsWith("\"")
                && text.stripTrailing().endsWith("\"");
        if (!quoted) {
            int from = cursor.at();
            cursor.skip(text.length());
            return new Statement.Raw(Templates.read(text, cursor, from), false);
        }
        int from = cursor.at();
        Template inside = cursor.delimited('"', "a quote closes the text: \"...\"");
        for (Template.Part part : inside.parts()) {
            if (part instanceof Template.Text piece
                    && Escapes.octets(piece.text()).isEmpty()) {
                throw new Mistake(
                        cursor.since(from),
                        "an escape in this text is none",
                        "there are \\r \\n \\t \\0 \\\\ \\\" and \\xNN");
            }
        }
        return new Statement.Raw(inside, true);
    }
}
