package dev.smtpsh.script.reading;

import dev.smtpsh.script.syntax.Expectation;
import dev.smtpsh.script.syntax.Statement.Setting;
import dev.smtpsh.script.syntax.Statement.Setting.Kind;
import dev.smtpsh.script.syntax.Template;
import dev.smtpsh.smtp.command.Spelling;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Reads a line at the head: {@code @timeout 30s}. */
final class SettingReader {
    private SettingReader() {}

    static Setting read(Cursor cursor) throws Mistake {
        int from = cursor.at();
        String word = cursor.word();
        Kind kind = kind(word.substring(1)).orElse(null);
        if (kind == null) {
            throw unknown(cursor, from, word);
        }
        return switch (kind) {
            case TITLE, TAGS -> new Setting(kind, "", words(cursor));
            case TIMEOUT -> new Setting(kind, "", Template.of(Expectation.words(ExpectationReader.duration(cursor))));
            case CONTINUE -> new Setting(kind, "", onOrOff(cursor));
            case SECRET, SESSION -> new Setting(kind, name(cursor, ""), Template.of(""));
            case VAR -> variable(cursor);
        };
    }

    private static Setting variable(Cursor cursor) throws Mistake {
        String name = name(cursor, "=");
        if (cursor.peek() != '=') {
            throw new Mistake(cursor.here(), "`=` is missing", "write @var name=value");
        }
        cursor.skip(1);
        return new Setting(Kind.VAR, name, words(cursor));
    }

    private static Template words(Cursor cursor) throws Mistake {
        cursor.skipBlanks();
        int from = cursor.at();
        return Templates.read(cursor.restBeforeComment(), cursor, from);
    }

    private static Template onOrOff(Cursor cursor) throws Mistake {
        cursor.skipBlanks();
        int from = cursor.at();
        String word = cursor.over() ? "" : cursor.word();
        if (!word.equals("on") && !word.equals("off")) {
            throw new Mistake(cursor.since(from), "`@continue` is on or off", "write @continue on");
        }
        return Template.of(word);
    }

    static String name(Cursor cursor, String ends) throws Mistake {
        cursor.skipBlanks();
        int from = cursor.at();
        String name = cursor.over() ? "" : cursor.wordUpTo(ends);
        if (!Templates.name(name) || name.indexOf('.') >= 0) {
            throw new Mistake(
                    cursor.since(from),
                    name.isEmpty() ? "a name is missing" : "`" + name + "` is no name",
                    "a name has letters, digits, - and _, and begins with a letter");
        }
        return name;
    }

    private static Optional<Kind> kind(String word) {
        for (Kind kind : Kind.values()) {
            if (kind.name().equals(word.toUpperCase(Locale.ROOT))) {
                return Optional.of(kind);
            }
        }
        return Optional.empty();
    }

    private static Mistake unknown(Cursor cursor, int from, String word) {
        if (word.matches("@([0-9]+|all)")) {
            return new Mistake(
                    cursor.since(from),
                    "a conversation is named otherwise in a file",
                    "write [" + word.substring(1) + "] before the command");
        }
        List<String> known = new ArrayList<>();
        for (Kind kind : Kind.values()) {
            known.add("@" + kind.name().toLowerCase(Locale.ROOT));
        }
        return new Mistake(
                cursor.since(from),
                "unknown setting `" + word + "`",
                Spelling.nearest(word, known)
                        .map(near -> "did you mean `" + near + "`?")
                        .orElse("there are " + String.join(", ", known)));
    }
}
