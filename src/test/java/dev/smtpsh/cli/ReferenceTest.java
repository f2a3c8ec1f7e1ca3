package dev.smtpsh.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.smtpsh.annotate.Annotation;
import dev.smtpsh.annotate.Annotator;
import dev.smtpsh.annotate.Symptom.ReplySymptom;
import dev.smtpsh.annotate.circumstance.Circumstances;
import dev.smtpsh.annotate.knowledge.RuleFiles;
import dev.smtpsh.annotate.knowledge.RuleReader;
import dev.smtpsh.annotate.matching.ShippedRules;
import dev.smtpsh.annotate.topic.ShippedTopics;
import dev.smtpsh.cli.reference.Reference;
import dev.smtpsh.smtp.reply.Reply;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** The reference that lies in the tree is the one its rules make; {@code -Dgolden=write} makes it anew. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReferenceTest {
    private static final Path RULES = Path.of("src/main/resources/dev/smtpsh/annotate");
    private static final String MEND = "the reference is stale; run: mvn test -Dtest=ReferenceTest -Dgolden=write";

    private final RuleFiles rules = RuleReader.read(texts());
    private final SortedMap<String, String> made =
            Reference.pages(rules, ShippedTopics.open().all());

    @Test
    void the_pages_are_those_that_rules_and_topics_make() throws IOException {
        if (System.getProperty("golden", "").equals("write")) {
            for (String lost : lying()) {
                Files.delete(Path.of(lost));
            }
            for (String path : made.keySet()) {
                Files.createDirectories(Path.of(path).getParent());
                Files.writeString(Path.of(path), made.get(path));
            }
        }
        Set<String> stale = lying();
        stale.removeAll(made.keySet());
        for (String path : made.keySet()) {
            if (!Files.exists(Path.of(path)) || !Files.readString(Path.of(path)).equals(made.get(path))) {
                stale.add(path);
            }
        }
        assertEquals(Set.of(), stale, MEND);
    }

    @Test
    void the_codes_a_delivery_manager_meets_first_say_what_they_do_to_delivery() {
        for (String code : ("211 214 220 221 250 251 252 354 421 450 451 452 500 501 502 503 504 550 551 552 553 554")
                .split(" ")) {
            String page = made.get("docs/replies/" + code + ".md");
            assertTrue(page.contains("## What it does to delivery and reputation\n"), code);
            assertTrue(page.contains("## What to do\n"), code);
            assertTrue(page.contains("| After RCPT |") || page.contains("| [After RCPT](#after-rcpt) |"), code);
        }
    }

    @Test
    void every_page_that_an_annotation_names_is_there() {
        Annotator annotator = ShippedRules.annotator();
        Set<String> missing = new TreeSet<>();
        for (RuleFiles.Written written : rules.rules()) {
            for (RuleFiles.Example example : written.examples()) {
                ReplySymptom symptom = new ReplySymptom(
                        Reply.of(example.reply()),
                        example.stage(),
                        Circumstances.stated(example.session()),
                        example.provider(),
                        example.software());
                annotator.annotate(symptom).stream().map(Annotation::page).forEach(missing::add);
            }
        }
        missing.removeAll(made.keySet());
        assertEquals(Set.of(), missing);
    }

    @Test
    void every_rule_stands_on_a_page() {
        String all = String.join("\n", made.values());
        List<String> lost = new ArrayList<>();
        for (RuleFiles.Written written : rules.rules()) {
            String title = written.rule().says().title();
            if (!all.contains("`" + written.rule().id() + "`") && !all.contains(title)) {
                lost.add(written.rule().id());
            }
        }
        assertEquals(List.of(), lost);
    }

    private static Set<String> lying() throws IOException {
        Set<String> paths = new TreeSet<>();
        for (Path folder : List.of(Path.of("docs/replies"), Path.of("docs/topics"))) {
            if (Files.isDirectory(folder)) {
                try (Stream<Path> files = Files.walk(folder)) {
                    files.filter(Files::isRegularFile).forEach(file -> paths.add(file.toString()));
                }
            }
        }
        return paths;
    }

    private static SortedMap<String, String> texts() {
        SortedMap<String, String> texts = new TreeMap<>();
        try (Stream<Path> files = Files.list(RULES)) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".yaml")).toList()) {
                texts.put(file.getFileName().toString(), Files.readString(file));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return texts;
    }
}
