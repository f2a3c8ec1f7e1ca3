package dev.smtpsh.script.reading;

import dev.smtpsh.script.syntax.Template;
import java.util.ArrayList;
import java.util.List;

/** Finds the variables in a text. */
final class Templates {
    private Templates() {}

    /**
     * Reads a text.
     *
     * @param from where it begins in the cursor's line
     */
    static Template read(String text, Cursor cursor, int from) throws Mistake {
        List<Template.Part> parts = new ArrayList<>();
        int done = 0;
        int open = text.indexOf("{{");
        while (open >= 0) {
            int close = text.indexOf("}}", open);
            if (close < 0) {
                throw new Mistake(
                        cursor.span(from + open, from + open + 2),
                        "`{{` begins a variable that does not end",
                        "write {{name}}; raw \"\\x7B{\" sends the braces themselves");
            }
            String name = text.substring(open + 2, close).trim();
            if (!name(name)) {
                throw new Mistake(
                        cursor.span(from + open, from + close + 2),
                        "`" + name + "` is no name of a variable",
                        "a name has letters, digits, - and _, and a dot before a column");
            }
            if (open > done) {
                parts.add(new Template.Text(text.substring(done, open)));
            }
            parts.add(new Template.Variable(name, cursor.span(from + open, from + close + 2)));
            done = close + 2;
            open = text.indexOf("{{", done);
        }
        if (done < text.length()) {
            parts.add(new Template.Text(text.substring(done)));
        }
        return new Template(parts);
    }

    /** Whether a text can name a variable, also one with a column. */
    static boolean name(String text) {
        return !text.isEmpty()
                && letter(text.charAt(0))
                && text.chars().allMatch(c -> letter((char) c) || c >= '0' && c <= '9' || c == '-' || c == '.');
    }

    private static boolean letter(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c == '_';
    }
}
