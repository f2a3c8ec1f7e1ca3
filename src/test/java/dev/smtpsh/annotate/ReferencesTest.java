package dev.smtpsh.annotate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.smtpsh.annotate.knowledge.RuleFiles.Written;
import dev.smtpsh.annotate.knowledge.RuleReader;
import dev.smtpsh.annotate.topic.ShippedTopics;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Nobody refers to a section of an RFC that was not looked up: {@code rfc-sections.tsv} tells which were, and how. */
class ReferencesTest {
    private static final Path FAMILIES = Path.of("src/main/resources/dev/smtpsh/annotate");
    private static final Path LOOKED_UP = Path.of("src/test/resources/annotate/rfc-sections.tsv");
    private static final Set<String> HOW = Set.of("text", "cited", "recalled");
    // May only sink: look one up, and turn it into text or cited.
    private static final int MOST_RECALLED = 29;

    private record Section(String name, String how, String title) {
        static Section read(String line) {
            String[] columns = line.split("\t", -1);
            String whole = "RFC " + columns[0];
            return new Section(columns[1].equals("-") ? whole : whole + " " + columns[1], columns[2], columns[3]);
        }
    }

    @Test
    void everyReferenceToAnRfcWasLookedUp() throws IOException {
        Set<String> named = lookedUp().stream().map(Section::name).collect(Collectors.toCollection(TreeSet::new));
        Set<String> referredTo = referredTo();
        assertEquals(Set.of(), without(referredTo, named), "look these up, and add them to " + LOOKED_UP);
        assertEquals(Set.of(), without(named, referredTo), "nothing refers to these any more");
    }

    @Test
    void whatIsOnlyRecalledGrowsLess() throws IOException {
        Map<String, Long> byHow =
                lookedUp().stream().collect(Collectors.groupingBy(Section::how, Collectors.counting()));
        assertEquals(HOW, byHow.keySet());
        assertTrue(byHow.get("recalled") <= MOST_RECALLED, byHow::toString);
    }

    @Test
    void eachLineNamesASectionOnceAndItsTitle() throws IOException {
        List<Section> sections = lookedUp();
        assertEquals(
                sections.size(), sections.stream().map(Section::name).distinct().count());
        assertEquals(
                List.of(),
                sections.stream().filter(one -> one.title().isBlank()).toList());
    }

    private static List<Section> lookedUp() throws IOException {
        return Files.readAllLines(LOOKED_UP).stream()
                .filter(line -> !line.startsWith("#"))
                .map(Section::read)
                .toList();
    }

    private static Set<String> referredTo() throws IOException {
        SortedMap<String, String> texts = new TreeMap<>();
        try (Stream<Path> listed = Files.list(FAMILIES)) {
            for (Path path :
                    listed.filter(file -> file.toString().endsWith(".yaml")).toList()) {
                texts.put(path.getFileName().toString(), Files.readString(path));
            }
        }
        Stream<String> ofRules = RuleReader.read(texts).rules().stream()
                .map(Written::rule)
                .flatMap(rule -> rule.says().references().stream());
        Stream<String> ofTopics = ShippedTopics.open().all().stream().flatMap(topic -> topic.references().stream());
        return Stream.concat(ofRules, ofTopics)
                .filter(reference -> reference.startsWith("RFC "))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> without(Set<String> all, Set<String> some) {
        Set<String> rest = new TreeSet<>(all);
        rest.removeAll(some);
        return rest;
    }
}
