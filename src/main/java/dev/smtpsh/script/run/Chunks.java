package dev.smtpsh.script.run;

import dev.smtpsh.script.program.Node;
import dev.smtpsh.script.syntax.Statement;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Which lines belong together. */
final class Chunks {
    private Chunks() {}

    /** The message that is the argument of a BDAT. */
    static Optional<Node> after(List<Node> nodes, int index) {
        boolean bdat = nodes.get(index).line().statement() instanceof Statement.Smtp smtp
                && smtp.line().source().toUpperCase(Locale.ROOT).startsWith("BDAT");
        Optional<Node> next = index + 1 < nodes.size() ? Optional.of(nodes.get(index + 1)) : Optional.empty();
        return next.filter(node -> bdat).filter(Chunks::body);
    }

    /** The expectation that stands right after a command and is for the same conversation. */
    static Optional<Node> expected(List<Node> nodes, int index, String session) {
        return index < nodes.size()
                        && nodes.get(index).line().statement() instanceof Statement.Expect
                        && nodes.get(index).line().session().orElse(session).equals(session)
                ? Optional.of(nodes.get(index))
                : Optional.empty();
    }

    /** Whether a line is a message. */
    static boolean body(Node node) {
        return node.line().statement() instanceof Statement.FileBody
                || node.line().statement() instanceof Statement.InlineBody;
    }
}
