package dev.smtpsh.datafile;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.CollectionEndEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/**
 * The result of reading a data file: its value, or what is wrong with it.
 *
 * @param value empty if the file is empty or cannot be read
 */
public record DataFile(Optional<Datum> value, List<Complaint> complaints) {
    // Deeper than any file of ours by far; keeps a hostile file from exhausting the stack (limit data-depth).
    private static final int MAX_DEPTH = 32;
    private static final int MAX_SIZE = 8 * 1024 * 1024;

    public DataFile {
        complaints = List.copyOf(complaints);
    }

    /** Reads one YAML 1.2 document. {@code name} is what complaints call the file. */
    public static DataFile read(String name, String text) {
        if (text.length() > MAX_SIZE) {
            Complaint tooBig = new Complaint(new Place(name, 1, 1), "larger than 8 MiB", "split it into several files");
            return new DataFile(Optional.empty(), List.of(tooBig));
        }
        LoadSettings settings = LoadSettings.builder()
                .setLabel(name)
                .setMaxAliasesForCollections(0)
                .setCodePointLimit(MAX_SIZE)
                .build();
        try {
            Optional<Complaint> tooDeep = tooDeep(name, new Parse(settings).parseString(text));
            if (tooDeep.isPresent()) {
                return new DataFile(Optional.empty(), List.of(tooDeep.get()));
            }
            Reader reader = new Reader(name);
            Optional<Datum> value = new Compose(settings).composeString(text).map(reader::datum);
            return new DataFile(value, reader.complaints);
        } catch (MarkedYamlEngineException e) {
            Place place = e.getProblemMark().map(mark -> place(name, mark)).orElse(new Place(name, 1, 1));
            return new DataFile(
                    Optional.empty(), List.of(new Complaint(place, e.getProblem(), "see yaml.org/spec/1.2")));
        } catch (YamlEngineException e) {
            // The only thing the composer refuses without a place: an alias of a list or a map.
            Place place = new Place(name, 1, 1);
            String problem = "an alias (`*name`) stands for a whole list or map, or the file is no YAML";
            return new DataFile(Optional.empty(), List.of(new Complaint(place, problem, "write the values out")));
        }
    }

    // Before the tree is built: building it takes stack for each level.
    private static Optional<Complaint> tooDeep(String name, Iterable<Event> events) {
        int depth = 0;
        for (Event event : events) {
            if (event instanceof CollectionStartEvent) {
                depth++;
            } else if (event instanceof CollectionEndEvent) {
                depth--;
            }
            if (depth > MAX_DEPTH) {
                Place place =
                        event.getStartMark().map(mark -> place(name, mark)).orElse(new Place(name, 1, 1));
                return Optional.of(new Complaint(place, "nested more than " + MAX_DEPTH + " deep", "flatten it"));
            }
        }
        return Optional.empty();
    }

    private static Place place(String name, Mark mark) {
        return new Place(name, mark.getLine() + 1, mark.getColumn() + 1);
    }

    private static final class Reader {
        private final String name;
        private final List<Complaint> complaints = new ArrayList<>();

        Reader(String name) {
            this.name = name;
        }

        Datum datum(Node node) {
            Place place = node.getStartMark().map(mark -> place(name, mark)).orElse(new Place(name, 1, 1));
            if (node instanceof MappingNode mapping) {
                return fields(mapping, place);
            }
            if (node instanceof SequenceNode sequence) {
                return new Datum.Items(
                        sequence.getValue().stream().map(this::datum).toList(), place);
            }
            return new Datum.Text(((ScalarNode) node).getValue(), place);
        }

        private Datum fields(MappingNode mapping, Place place) {
            List<Datum.Field> fields = new ArrayList<>();
            Set<String> seen = new HashSet<>();
            for (NodeTuple tuple : mapping.getValue()) {
                Datum key = datum(tuple.getKeyNode());
                if (!(key instanceof Datum.Text text)) {
                    complaints.add(new Complaint(key.place(), "a key must be a word", ""));
                } else if (!seen.add(text.value())) {
                    complaints.add(new Complaint(key.place(), "`" + text.value() + "` is there twice", "keep one"));
                } else {
                    fields.add(new Datum.Field(text.value(), text.place(), datum(tuple.getValueNode())));
                }
            }
            return new Datum.Fields(fields, place);
        }
    }
}
