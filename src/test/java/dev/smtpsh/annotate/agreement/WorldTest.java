package dev.smtpsh.annotate.agreement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.smtpsh.annotate.Annotation;
import dev.smtpsh.annotate.Annotator;
import dev.smtpsh.annotate.Reason;
import dev.smtpsh.annotate.Symptom.ReplySymptom;
import dev.smtpsh.annotate.matching.ShippedRules;
import dev.smtpsh.smtp.reply.Reply;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Replies of the world that no rule was tuned to: how often the reason is right, and how often only digits spoke. */
class WorldTest {
    private static final Path SAMPLES = Path.of("src/test/resources/annotate");
    private static final double WANTED = 0.88;
    // One in twenty may be explained by its digits alone.
    private static final double MOST_BY_DIGITS = 0.05;
    private static final List<String> DIGITS = List.of("code-", "status-", "class-", "stage-", "last-resort-");

    private final Annotator annotator = ShippedRules.annotator();

    private record Sample(List<String> reasons, String reply) {
        static Sample read(String line) {
            String[] columns = line.split("\t", 2);
            return new Sample(List.of(columns[0].split("\\|")), columns[1].replace("\\n", "\n"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"world.tsv", "gathered.tsv"})
    void theReasonIsMostlyThatOfAPostmaster(String file) throws IOException {
        List<Sample> samples = samples(file);
        Map<String, int[]> byReason = new TreeMap<>();
        List<String> wrong = new ArrayList<>();
        int right = 0;
        int byDigits = 0;
        for (Sample sample : samples) {
            Annotation best = annotator
                    .annotate(ReplySymptom.of(Reply.of(sample.reply())))
                    .get(0);
            String reason = best.reason().map(Reason::label).orElse("-");
            boolean agreed = sample.reasons().contains(reason);
            int[] counts = byReason.computeIfAbsent(sample.reasons().get(0), first -> new int[2]);
            counts[0]++;
            counts[1] += agreed ? 1 : 0;
            right += agreed ? 1 : 0;
            byDigits += DIGITS.stream().anyMatch(best.rule()::startsWith) ? 1 : 0;
            if (!agreed) {
                wrong.add(reason + " (" + best.rule() + "): " + sample.reply().replace("\n", " "));
            }
        }
        String table = table(file, samples.size(), right, byDigits, byReason, wrong);
        System.out.print(table);
        assertTrue(right >= WANTED * samples.size(), table);
        assertTrue(byDigits <= MOST_BY_DIGITS * samples.size(), table);
    }

    @ParameterizedTest
    @ValueSource(strings = {"world.tsv", "gathered.tsv"})
    void eachSampleNamesReasonsThatThereAre(String file) throws IOException {
        List<String> known = Arrays.stream(Reason.values()).map(Reason::label).toList();
        TreeSet<String> strange = new TreeSet<>();
        samples(file).forEach(sample -> strange.addAll(sample.reasons()));
        strange.removeAll(known);
        assertEquals(new TreeSet<String>(), strange);
        assertTrue(samples(file).size() >= 300);
    }

    private static List<Sample> samples(String file) throws IOException {
        return Files.readAllLines(SAMPLES.resolve(file)).stream()
                .filter(line -> !line.startsWith("#"))
                .map(Sample::read)
                .toList();
    }

    private static String table(
            String file, int all, int right, int byDigits, Map<String, int[]> byReason, List<String> wrong) {
        StringBuilder table = new StringBuilder();
        table.append(String.format("%s: %d of %d right, %d by their digits alone%n", file, right, all, byDigits));
        byReason.forEach(
                (reason, counts) -> table.append(String.format("%4d of %3d %s%n", counts[1], counts[0], reason)));
        return table.append(wrong.stream().map(each -> "  ! " + each + "\n").collect(Collectors.joining()))
                .toString();
    }
}
