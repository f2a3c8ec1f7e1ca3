package dev.smtpsh.cli.script;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.smtpsh.script.reading.ScriptReader;
import dev.smtpsh.script.syntax.Line;
import dev.smtpsh.script.syntax.Predicate;
import dev.smtpsh.script.syntax.Problems;
import dev.smtpsh.script.syntax.ScriptWord;
import dev.smtpsh.script.syntax.Statement;
import dev.smtpsh.script.syntax.Subject;
import dev.smtpsh.smtp.Octets;
import dev.smtpsh.smtp.command.Verb;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What editors are told of the language. The files are made of a form and of the tables that the reader itself uses; a word
 * more, and they are stale until {@code -Dgolden=write} makes them anew.
 */
class EditorFilesTest {
    private static final Path FOLDER = Path.of("docs/editors");
    private static final Path FORMS = Path.of("src/test/resources/editors");
    private static final Set<ScriptWord> EVENTS =
            Set.of(ScriptWord.ANY, ScriptWord.CLOSED, ScriptWord.TIMEOUT, ScriptWord.NOTHING);

    @ParameterizedTest
    @ValueSource(strings = {"smtp.tmLanguage.json", "smtp.sublime-syntax", "smtp.nanorc"})
    void a_file_is_the_one_the_tables_make(String name) throws IOException {
        String made = Files.readString(FORMS.resolve(name));
        for (var list : lists().entrySet()) {
            made = made.replace("%" + list.getKey() + "%", list.getValue());
        }
        if ("write".equals(System.getProperty("golden"))) {
            Files.writeString(FOLDER.resolve(name), made);
        }
        assertEquals(
                Files.readString(FOLDER.resolve(name)),
                made,
                "stale; run: mvn test -Dtest=EditorFilesTest -Dgolden=write");
        assertTrue(made.matches("(?s)[^%]*(%YAML[^%]*)?"), "a list that nothing fills");
    }

    @ParameterizedTest
    @MethodSource("scripts")
    void each_line_of_an_example_is_what_the_reader_takes_it_for(Path script) throws IOException {
        Octets octets = Octets.of(Files.readAllBytes(script));
        String[] lines = octets.text().split("\r?\n", -1);
        List<String> kinds = new TextMate().kinds(lines);
        List<Line> read = new ArrayList<>();
        flatten(ScriptReader.read(script.toString(), octets, new Problems()).lines(), read);
        for (Line line : read) {
            int number = line.span().line();
            assertEquals(kind(line), kinds.get(number - 1), script + ":" + number + ": " + lines[number - 1]);
        }
    }

    @ParameterizedTest
    @MethodSource("scripts")
    void nano_has_a_colour_for_each_line(Path script) throws IOException {
        List<Pattern> rules = nanoRules();
        boolean message = false;
        for (String line : Files.readAllLines(script)) {
            boolean fence = line.strip().equals("\"\"\"");
            boolean inside = message && !fence;
            message = message != fence;
            boolean coloured =
                    rules.stream().anyMatch(rule -> rule.matcher(line).find());
            assertTrue(line.isBlank() || inside || coloured, script + ": " + line);
        }
    }

    @Test
    void a_word_is_not_taken_for_the_beginning_of_a_longer_one() {
        String[] lines = {"closed", "close", "AUTH PLAIN", "auth PLAIN", "endless", "resets", "reset", "RSET", "DATAX"};
        assertEquals(
                List.of(
                        "meta.expectation.smtp",
                        "meta.word.smtp",
                        "meta.command.smtp",
                        "meta.word.smtp",
                        "",
                        "",
                        "meta.word.smtp",
                        "meta.command.smtp",
                        ""),
                new TextMate().kinds(lines));
    }

    static Stream<Path> scripts() throws IOException {
        try (Stream<Path> examples = Files.list(Path.of("docs/examples"));
                Stream<Path> tests = Files.list(Path.of("src/test/resources/script/run"))) {
            return Stream.concat(examples, tests)
                    .filter(file -> file.toString().endsWith(".smtp"))
                    .sorted()
                    .toList()
                    .stream();
        }
    }

    private static TreeMap<String, String> lists() {
        TreeMap<String, String> lists = new TreeMap<>();
        lists.put("VERBS", either(Arrays.stream(Verb.values()).map(Verb::name)));
        lists.put("EVENTS", either(EVENTS.stream().map(ScriptWord::label)));
        lists.put(
                "WORDS",
                either(Arrays.stream(ScriptWord.values())
                        .filter(word -> word.role() != ScriptWord.Role.PROMPT && !EVENTS.contains(word))
                        .filter(word -> word != ScriptWord.RAW && word != ScriptWord.AUTH)
                        .map(ScriptWord::label)));
        lists.put("SUBJECTS", either(Arrays.stream(Subject.values()).map(Subject::label)));
        lists.put("OPERATORS", either(Arrays.stream(Predicate.Operator.values()).map(Predicate.Operator::sign)));
        lists.put(
                "SETTINGS",
                either(Arrays.stream(Statement.Setting.Kind.values())
                        .map(kind -> kind.name().toLowerCase(Locale.ROOT))));
        return lists;
    }

    // The longest first, as a regular expression takes the first that fits.
    private static String either(Stream<String> words) {
        return words.sorted(Comparator.comparing(String::length).reversed().thenComparing(word -> word))
                .collect(Collectors.joining("|"));
    }

    private static void flatten(List<Line> lines, List<Line> into) {
        for (Line line : lines) {
            into.add(line);
            if (line.statement() instanceof Statement.Loop loop) {
                flatten(loop.body(), into);
            } else if (line.statement() instanceof Statement.Attempt attempt) {
                flatten(attempt.body(), into);
            }
        }
    }

    private static String kind(Line line) {
        Statement statement = line.statement();
        if (statement instanceof Statement.Blank) {
            return line.comment().isPresent() ? "comment.line.number-sign.smtp" : "";
        } else if (statement instanceof Statement.Setting) {
            return "meta.setting.smtp";
        } else if (statement instanceof Statement.Smtp) {
            return "meta.command.smtp";
        } else if (statement instanceof Statement.Raw) {
            return "meta.raw.smtp";
        } else if (statement instanceof Statement.Expect) {
            return "meta.expectation.smtp";
        } else if (statement instanceof Statement.Check) {
            return "meta.predicate.smtp";
        } else if (statement instanceof Statement.InlineBody) {
            return "string.quoted.triple.smtp";
        }
        return statement instanceof Statement.FileBody ? "meta.body.smtp" : "meta.word.smtp";
    }

    // POSIX classes and brackets as Java writes them.
    private static List<Pattern> nanoRules() throws IOException {
        List<Pattern> rules = new ArrayList<>();
        for (String line : Files.readAllLines(FOLDER.resolve("smtp.nanorc"))) {
            Matcher rule = Pattern.compile("(i?)color \\w+ (?:start=)?\"(.*?)\"(?: end=.*)?$")
                    .matcher(line);
            if (rule.find()) {
                String regex = rule.group(2).replace("[[:space:]]", "\\s").replace("[^\"\\\\]", "[^\"\\\\\\\\]");
                rules.add(Pattern.compile(regex, rule.group(1).isEmpty() ? 0 : Pattern.CASE_INSENSITIVE));
            }
        }
        return rules;
    }

    /** As much of a TextMate engine as the outermost rules need. */
    private static final class TextMate {
        private final List<JsonObject> rules = new ArrayList<>();

        TextMate() {
            try {
                JsonObject grammar = JsonParser.parseString(Files.readString(FOLDER.resolve("smtp.tmLanguage.json")))
                        .getAsJsonObject();
                JsonObject repository = grammar.getAsJsonObject("repository");
                repository.entrySet().forEach(entry -> compile(entry.getValue().getAsJsonObject(), repository));
                for (var include : grammar.getAsJsonArray("patterns")) {
                    String name = include.getAsJsonObject().get("include").getAsString();
                    rules.add(repository.getAsJsonObject(name.substring(1)));
                }
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        }

        // Each expression is one, and each rule that is named is there.
        private static void compile(JsonObject rule, JsonObject repository) {
            for (String key : List.of("match", "begin", "end")) {
                Optional.ofNullable(rule.get(key)).ifPresent(regex -> Pattern.compile(regex.getAsString()));
            }
            JsonArray inside = rule.has("patterns") ? rule.getAsJsonArray("patterns") : new JsonArray();
            inside.forEach(one -> {
                JsonObject each = one.getAsJsonObject();
                boolean there = !each.has("include")
                        || repository.has(each.get("include").getAsString().substring(1));
                assertTrue(there, each.toString());
                compile(each, repository);
            });
        }

        /** The outermost rule that colours each line; empty text for none. */
        List<String> kinds(String[] lines) {
            List<String> kinds = new ArrayList<>();
            Optional<JsonObject> open = Optional.empty();
            for (String line : lines) {
                if (open.isPresent()) {
                    kinds.add(open.get().get("name").getAsString());
                    boolean over = Pattern.compile(open.get().get("end").getAsString())
                            .matcher(line)
                            .find();
                    open = over ? Optional.empty() : open;
                    continue;
                }
                Optional<JsonObject> rule = rules.stream()
                        .filter(one -> Pattern.compile(one.get(one.has("match") ? "match" : "begin")
                                        .getAsString())
                                .matcher(line)
                                .lookingAt())
                        .findFirst();
                kinds.add(rule.map(one -> one.get("name").getAsString()).orElse(""));
                open = rule.filter(one -> one.has("end"))
                        .filter(one -> !one.get("end").getAsString().equals("$"));
            }
            return kinds;
        }
    }
}
