package dev.smtpsh.annotate.matching;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.smtpsh.annotate.Annotation;
import dev.smtpsh.annotate.Annotator;
import dev.smtpsh.annotate.Confidence;
import dev.smtpsh.annotate.Symptom.ReplySymptom;
import dev.smtpsh.annotate.knowledge.RuleFiles;
import dev.smtpsh.annotate.knowledge.RuleReader;
import dev.smtpsh.datafile.Complaint;
import dev.smtpsh.smtp.reply.Reply;
import dev.smtpsh.smtp.state.Stage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every rule of every family keeps what its examples and near-misses promise. */
class ShippedRulesTest {
    private static final Path FAMILIES = Path.of("src/main/resources/dev/smtpsh/annotate");

    private final Annotator annotator = ShippedRules.annotator();

    @TestFactory
    Stream<DynamicTest> every_family_keeps_its_promises() throws IOException {
        RuleFiles files = read();
        assertEquals(List.of(), files.complaints());
        // Held against one another once, and then told family by family.
        Map<String, List<Complaint>> violations = new RuleCheck(annotator)
                .violations(files.rules()).stream()
                        .collect(Collectors.groupingBy(
                                complaint -> complaint.where().file()));
        return files.rules().stream()
                .map(written -> written.place().file())
                .distinct()
                .map(family -> DynamicTest.dynamicTest(
                        family, () -> assertEquals("", text(violations.getOrDefault(family, List.of())))));
    }

    @Test
    void the_pressed_rules_are_those_of_the_files() throws IOException {
        assertEquals(read().rules().size(), ShippedRules.open().size());
        assertTrue(ShippedRules.open().size() > 180);
    }

    @Test
    void every_code_at_every_stage_has_an_annotation_that_is_no_last_resort() {
        for (int code = 0; code <= 999; code++) {
            String digits = String.format("%03d", code);
            assertFalse(best(digits + " x", Optional.empty()).rule().startsWith("last-resort"), digits);
            for (Stage stage : Stage.values()) {
                assertFalse(best(digits, Optional.of(stage)).rule().startsWith("last-resort"), digits);
            }
        }
    }

    @Test
    void what_is_certain_is_never_a_class_rule() {
        assertEquals("class-5", best("599 No", Optional.empty()).rule());
        assertFalse(best("599 No", Optional.empty()).confidence() == Confidence.CERTAIN);
    }

    @Test
    void the_rules_are_read_once() {
        Supplier<Annotator> whenAsked = ShippedRules.whenAsked();
        assertSame(whenAsked.get(), whenAsked.get());
    }

    private Annotation best(String reply, Optional<Stage> stage) {
        return annotator.annotate(ReplySymptom.at(stage, Reply.of(reply))).get(0);
    }

    private static String text(List<Complaint> violations) {
        return violations.stream().map(Complaint::toString).collect(Collectors.joining("\n"));
    }

    private static RuleFiles read() throws IOException {
        SortedMap<String, String> texts = new TreeMap<>();
        try (Stream<Path> listed = Files.list(FAMILIES)) {
            for (Path path :
                    listed.filter(file -> file.toString().endsWith(".yaml")).toList()) {
                texts.put(path.getFileName().toString(), Files.readString(path));
            }
        }
        return RuleReader.read(texts);
    }
}
