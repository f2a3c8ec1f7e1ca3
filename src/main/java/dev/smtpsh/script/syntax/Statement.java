package dev.smtpsh.script.syntax;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** What a line of a script says. */
public sealed interface Statement {
    /** An empty line, or one with a comment alone. */
    record Blank() implements Statement {}

    /**
     * A line at the head: {@code @title}, {@code @var name=value}.
     *
     * @param name of the variable, secret or conversation; empty for the others
     */
    record Setting(Kind kind, String name, Template value) implements Statement {
        /** What is set. */
        public enum Kind {
            TITLE,
            TAGS,
            TIMEOUT,
            VAR,
            SECRET,
            SESSION,
            CONTINUE
        }
    }

    /** A line for the server, byte for byte. */
    record Smtp(Template line) implements Statement {}

    /** Begins a conversation. */
    record Open(Template target) implements Statement {}

    /** Logs in; what is missing comes from the variables {@code user} and {@code password}. */
    record Auth(Optional<Template> mechanism, Optional<Template> user, Optional<Template> password)
            implements Statement {}

    /**
     * Sends a text as it stands.
     *
     * @param text the escapes are still in it
     * @param quoted whether it is exactly these octets; otherwise CRLF follows
     */
    record Raw(Template text, boolean quoted) implements Statement {}

    /** Sends a file unchanged. */
    record Bytes(Template file) implements Statement {}

    /** Waits; for a reply if no time is given. */
    record Wait(Optional<Duration> time) implements Statement {}

    /** Something done to the connection. */
    record Deed(ScriptWord word) implements Statement {}

    /** Words for the report. */
    record Note(Template text) implements Statement {}

    /** Another file in place of this line. */
    record Include(Template file) implements Statement {}

    /** A message out of a file, after DATA or BDAT. */
    record FileBody(Template file) implements Statement {}

    /** A message in the script. */
    record InlineBody(List<Template> lines) implements Statement {
        public InlineBody {
            lines = List.copyOf(lines);
        }
    }

    /** What must come. */
    record Expect(Expectation expectation) implements Statement {}

    /** What must be true of the last exchange. */
    record Check(Predicate predicate) implements Statement {}

    /** Keeps something of the last exchange under a name. */
    record Let(String name, Captured what) implements Statement {}

    /** The same lines for each of many values. */
    record Loop(String name, Values values, List<Line> body, Optional<String> endComment) implements Statement {
        public Loop {
            body = List.copyOf(body);
        }
    }

    /** Lines whose failures do not stop the file. */
    record Attempt(List<Line> body, Optional<String> endComment) implements Statement {
        public Attempt {
            body = List.copyOf(body);
        }
    }

    /** A word of the shell that only shows something. */
    record Aside(ScriptWord word, String rest) implements Statement {}

    /** What a name is to stand for. */
    sealed interface Captured {
        /** Something of the last exchange. */
        record Fact(Subject.Asked subject) implements Captured {}

        /** A group of the expression that matched last. */
        record Match(int group) implements Captured {}

        /** A text. */
        record Literal(Template text) implements Captured {}
    }

    /** What a loop goes through. */
    sealed interface Values {
        /** Named in the script. */
        record Listed(List<Template> values) implements Values {
            public Listed {
                values = List.copyOf(values);
            }
        }

        /** The lines of a CSV file; its first line names the columns. */
        record Table(Template file) implements Values {}

        /** The addresses of the MX hosts of a domain. */
        record MxHosts(Template domain) implements Values {}
    }
}
