package dev.smtpsh.script.program;

import dev.smtpsh.script.result.Place;
import dev.smtpsh.script.syntax.Line;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A line of a program.
 *
 * @param inside the lines of a block or of an included file
 * @param table the rows a loop goes through, if they come from a file
 * @param folder what names of files are relative to
 */
public record Node(Place place, Line line, List<Node> inside, Optional<Table> table, Path folder) {
    public Node {
        inside = List.copyOf(inside);
    }
}
