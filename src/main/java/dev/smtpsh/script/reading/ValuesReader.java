package dev.smtpsh.script.reading;

import dev.smtpsh.script.syntax.Statement.Values;
import dev.smtpsh.script.syntax.Template;
import java.util.ArrayList;
import java.util.List;

/** Reads what a loop goes through: {@code a, b, c}, {@code file "people.csv"}, {@code mx example.net}. */
final class ValuesReader {
    private ValuesReader() {}

    static Values read(Cursor cursor) throws Mistake {
        int begin = cursor.at();
        String first = cursor.over() ? "" : cursor.word();
        if (first.equals("file") && !cursor.over() && cursor.peek() != ',') {
            return new Values.Table(cursor.argument("the name of the file"));
        }
        if (first.equals("mx") && !cursor.over() && cursor.peek() != ',') {
            return new Values.MxHosts(cursor.argument("the domain"));
        }
        cursor.back(begin);
        List<Template> values = new ArrayList<>();
        values.add(value(cursor));
        while (!cursor.over() && cursor.peek() == ',') {
            cursor.skip(1);
            values.add(value(cursor));
        }
        return new Values.Listed(values);
    }

    private static Template value(Cursor cursor) throws Mistake {
        if (cursor.over() || cursor.peek() == ',') {
            throw new Mistake(cursor.here(), "a value is missing", "write for NAME in a, b, c");
        }
        if (cursor.peek() == '"') {
            return cursor.quoted();
        }
        int from = cursor.at();
        return Templates.read(cursor.wordUpTo(","), cursor, from);
    }
}
