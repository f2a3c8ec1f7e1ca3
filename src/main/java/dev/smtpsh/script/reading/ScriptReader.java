package dev.smtpsh.script.reading;

import dev.smtpsh.script.syntax.Line;
import dev.smtpsh.script.syntax.Problem;
import dev.smtpsh.script.syntax.Problems;
import dev.smtpsh.script.syntax.Script;
import dev.smtpsh.script.syntax.ScriptLimits;
import dev.smtpsh.script.syntax.Span;
import dev.smtpsh.script.syntax.Statement;
import dev.smtpsh.script.syntax.Template;
import dev.smtpsh.smtp.Octets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads a file whole: what can be read becomes lines, and each mistake is one of the problems. */
public final class ScriptReader {
    private static final String QUOTES = "\"\"\"";

    private final String file;
    private final Problems problems;
    private final List<String> lines;
    private int next;
    private boolean settingsOver;

    private ScriptReader(String file, List<String> lines, Problems problems) {
        this.file = file;
        this.lines = lines;
        this.problems = problems;
    }

    /**
     * Reads a file.
     *
     * @param file what to call it
     * @param problems gets what is wrong with it; the script is good for running only if nothing was added
     */
    public static Script read(String file, Octets octets, Problems problems) {
        ScriptReader reader = new ScriptReader(file, SourceLines.of(file, octets, problems), problems);
        return new Script(file, reader.block(0, Optional.empty()).lines());
    }

    /** Reads one line as it may be typed; blocks and messages need more than one and are a problem. */
    public static Optional<Line> line(String text, Problems problems) {
        ScriptReader reader = new ScriptReader("line", List.of(text), problems);
        int before = problems.count();
        List<Line> lines = reader.block(0, Optional.empty()).lines();
        return problems.count() > before ? Optional.empty() : lines.stream().findFirst();
    }

    /** A line as it may be shown: bounded, and without what is secret in it. */
    public static String shown(String line) {
        return SourceLines.shown(line);
    }

    private record Block(List<Line> lines, Optional<String> endComment) {}

    private Block block(int depth, Optional<Span> opened) {
        List<Line> found = new ArrayList<>();
        while (next < lines.size()) {
            int number = ++next;
            String text = lines.get(number - 1);
            Cursor cursor = new Cursor(text, number);
            try {
                if (opened.isPresent() && cursor.nextWord().equals("end")) {
                    cursor.word();
                    return new Block(found, cursor.comment());
                }
                found.add(line(cursor, depth));
            } catch (Mistake e) {
                problems.add(new Problem(file, e.span(), SourceLines.shown(text), e.getMessage(), e.mend()));
            }
        }
        opened.ifPresent(span -> problem(span, "this block has no end", "close it with a line: end"));
        return new Block(found, Optional.empty());
    }

    private Line line(Cursor cursor, int depth) throws Mistake {
        cursor.skipBlanks();
        int from = cursor.at();
        if (cursor.peek() == '@') {
            Statement setting = SettingReader.read(cursor);
            Line line = new Line(cursor.since(from), Optional.empty(), false, setting, cursor.comment());
            if (settingsOver) {
                throw new Mistake(
                        line.span(), "settings stand at the head of a file", "move it above the first command");
            }
            return line;
        }
        Optional<String> session = session(cursor);
        boolean soft = cursor.peek() == '~';
        cursor.skip(soft ? 1 : 0);
        int begin = cursor.at();
        Statement statement = StatementReader.read(cursor);
        settingsOver |= !(statement instanceof Statement.Blank);
        suits(statement, session.isPresent(), soft, cursor, begin);
        Span span = cursor.since(from);
        Optional<String> comment = cursor.comment();
        return new Line(span, session, soft, whole(statement, span, depth), comment);
    }

    private static Optional<String> session(Cursor cursor) throws Mistake {
        if (cursor.peek() != '[') {
            return Optional.empty();
        }
        int from = cursor.at();
        cursor.skip(1);
        String name = cursor.wordUpTo("]");
        if (cursor.peek() != ']' || !name.matches("[A-Za-z0-9_-]+")) {
            throw new Mistake(
                    cursor.since(from), "this names no conversation", "write [alice] NOOP; letters, digits, - and _");
        }
        cursor.skip(1);
        cursor.skipBlanks();
        return Optional.of(name);
    }

    private static void suits(Statement statement, boolean named, boolean soft, Cursor cursor, int from)
            throws Mistake {
        boolean judging = statement instanceof Statement.Expect || statement instanceof Statement.Check;
        if (soft && !judging) {
            throw new Mistake(
                    cursor.since(from),
                    "only what is expected can be soft",
                    "put ~ before a line such as 250 or ? has STARTTLS");
        }
        boolean common = statement instanceof Statement.Loop
                || statement instanceof Statement.Attempt
                || statement instanceof Statement.Include
                || statement instanceof Statement.Note
                || statement instanceof Statement.Let
                || statement instanceof Statement.Blank
                || statement instanceof Statement.Aside;
        if (named && common) {
            throw new Mistake(cursor.since(from), "this belongs to no conversation", "leave the [name] out");
        }
    }

    // What more lines than its first one belong to.
    private Statement whole(Statement statement, Span span, int depth) throws Mistake {
        if (statement instanceof Statement.InlineBody) {
            return body(span);
        }
        if (!(statement instanceof Statement.Loop) && !(statement instanceof Statement.Attempt)) {
            return statement;
        }
        if (depth == ScriptLimits.NESTING) {
            throw new Mistake(
                    span,
                    "more than " + ScriptLimits.NESTING + " blocks inside one another",
                    "move some to an include");
        }
        Block inside = block(depth + 1, Optional.of(span));
        return statement instanceof Statement.Loop loop
                ? new Statement.Loop(loop.name(), loop.values(), inside.lines(), inside.endComment())
                : new Statement.Attempt(inside.lines(), inside.endComment());
    }

    private Statement body(Span span) throws Mistake {
        List<Template> content = new ArrayList<>();
        while (next < lines.size()) {
            int number = ++next;
            String text = lines.get(number - 1);
            if (text.strip().equals(QUOTES)) {
                return new Statement.InlineBody(content);
            }
            try {
                content.add(Templates.read(text, new Cursor(text, number), 0));
            } catch (Mistake e) {
                problems.add(new Problem(file, e.span(), SourceLines.shown(text), e.getMessage(), e.mend()));
            }
        }
        throw new Mistake(span, "this message has no end", "close it with a line: " + QUOTES);
    }

    private void problem(Span span, String words, String mend) {
        problems.add(new Problem(file, span, SourceLines.shown(lines.get(span.line() - 1)), words, mend));
    }
}
