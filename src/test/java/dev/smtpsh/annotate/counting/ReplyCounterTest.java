package dev.smtpsh.annotate.counting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.smtpsh.annotate.Annotation;
import dev.smtpsh.annotate.Symptom.ReplySymptom;
import dev.smtpsh.annotate.knowledge.Family;
import dev.smtpsh.annotate.knowledge.RuleFiles;
import dev.smtpsh.annotate.knowledge.RuleReader;
import dev.smtpsh.annotate.matching.RuleAnnotator;
import dev.smtpsh.annotate.matching.ShippedRules;
import dev.smtpsh.annotate.transcript.Piece;
import dev.smtpsh.annotate.transcript.Tally;
import dev.smtpsh.annotate.transcript.TranscriptReader;
import dev.smtpsh.smtp.Octets;
import dev.smtpsh.smtp.state.Stage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The short way to the best explanation leads where the long one does. */
class ReplyCounterTest {
    private static final Path RULES = Path.of("src/main/resources/dev/smtpsh/annotate");
    private static final Path SAMPLES = Path.of("../shared/corpus/reply-lines.tsv");

    private Optional<Stage> stage = Optional.empty();
    private final RuleAnnotator shipped = ShippedRules.annotator();
    private final RuleAnnotator twoBooks = new RuleAnnotator(List.of(
            Family.book("own: {text: [greylist, mailbox full]}", "odd: {pattern: \"user \\\\S+ [0-9]\"}"),
            ShippedRules.open()));

    @Test
    void examples_and_near_misses_are_counted_as_they_are_annotated() throws IOException {
        List<String> lines = lines();
        assertTrue(lines.size() > 1000, () -> "only " + lines.size());
        assertSame(shipped, lines);
        assertSame(twoBooks, lines);
        stage = Optional.of(Stage.MESSAGE);
        assertSame(shipped, lines);
    }

    @Test
    void so_is_what_nobody_foresaw() throws IOException {
        Random random = new Random(20261124);
        List<String> lines = lines();
        List<String> others = new ArrayList<>();
        for (int i = 0; i < 20_000; i++) {
            others.add(mutated(lines, random));
        }
        assertSame(shipped, others);
    }

    @Test
    void so_are_other_addresses_numbers_and_letters_of_every_kind() throws IOException {
        Random random = new Random(3);
        List<String> lines = lines();
        List<String> others = new ArrayList<>();
        for (int i = 0; i < 20_000; i++) {
            others.add(filled(lines.get(random.nextInt(lines.size())), random));
        }
        assertSame(shipped, others);
        assertSame(twoBooks, others.subList(0, 5000));
    }

    @Test
    void what_is_not_plain_is_left_to_the_long_way() {
        ReplyCounter counter = new ReplyCounter(shipped, new Tally());
        for (String line :
                List.of("", "25", "250", "hello", "2500", "250+x", "354 go on", "550 a\rb", "550 \u001b[m")) {
            assertFalse(count(counter, line), line);
        }
        for (String line :
                List.of("550  #5.1.0 no", "550 #5.1 no", "999 then 550 5.1.1 no", "550 \u3000", "550 \uffff")) {
            assertFalse(count(counter, line), line);
        }
        for (String line : List.of(
                "250 ",
                "250-",
                "999 x",
                "334 go",
                "550 5.7.1 no",
                "550-a 550-b 550 c 550 d",
                "550 no (#5.1.1)",
                "550 \u00fcber",
                "550 550 5.1.1 no",
                "550 #5.1.0 no",
                "551 try <amy@example.net>",
                "550 no (in reply to RCPT TO command)")) {
            assertTrue(count(counter, line), line);
        }
        assertFalse(counter.count(new byte[] {'5', '5', '0', ' ', (byte) 0xe9}, 0, 5, stage));
    }

    @Test
    void a_line_that_comes_again_is_counted_again() {
        Tally tally = new Tally();
        ReplyCounter counter = new ReplyCounter(shipped, tally);
        for (int i = 0; i < 3; i++) {
            assertTrue(count(counter, "452 4.2.2 mailbox full"));
            assertTrue(count(counter, "550 5.1.1 no such user"));
        }
        stage = Optional.of(Stage.GREETING);
        assertTrue(count(counter, "550 5.1.1 no such user"));
        assertEquals(7, tally.total());
    }

    @Test
    void memory_is_bounded_and_what_was_forgotten_is_counted() {
        Tally tally = new Tally();
        ReplyCounter counter = new ReplyCounter(shipped, tally);
        int counted = 0;
        for (int code = 200; code < 600; code++) {
            for (int detail = 0; detail < 50; detail++) {
                counted += count(counter, code + " 5.0." + detail + " no") ? 1 : 0;
            }
        }
        assertTrue(counted > 16 * 1024, () -> "only " + tally.total());
        assertEquals(counted, tally.total());
    }

    private void assertSame(RuleAnnotator annotator, List<String> lines) {
        Tally expected = new Tally();
        Tally counted = new Tally();
        ReplyCounter counter = new ReplyCounter(annotator, counted);
        for (String line : lines) {
            if (!count(counter, line)) {
                continue;
            }
            Annotation best = longWay(annotator, line);
            Tally.Count count = counted.count(best);
            expected.add(best);
            // As many as expected, and nowhere else.
            assertEquals(expected.count(best).times(), count.times(), () -> line + " is " + best.rule());
        }
        assertEquals(expected.rows(), counted.rows());
        assertTrue(expected.total() > lines.size() / 2, () -> expected.total() + " of " + lines.size());
    }

    private Annotation longWay(RuleAnnotator annotator, String line) {
        List<Piece> pieces = new TranscriptReader().accept(Octets.utf8(line));
        Piece.Answer answer = (Piece.Answer) pieces.get(0);
        ReplySymptom symptom = ReplySymptom.at(answer.stage().isPresent() ? answer.stage() : stage, answer.reply());
        Annotation first = annotator.annotate(symptom).get(0);
        assertEquals(first, annotator.best(symptom), line);
        return first;
    }

    private boolean count(ReplyCounter counter, String line) {
        byte[] octets = ("xx" + line + "\n").getBytes(StandardCharsets.UTF_8);
        return counter.count(octets, 2, octets.length - 1, stage);
    }

    private static String mutated(List<String> lines, Random random) {
        StringBuilder line = new StringBuilder(lines.get(random.nextInt(lines.size())));
        for (int i = random.nextInt(4); i >= 0; i--) {
            int at = random.nextInt(line.length() + 1);
            String other = lines.get(random.nextInt(lines.size()));
            switch (random.nextInt(8)) {
                case 0 -> line.insert(at, other.substring(random.nextInt(other.length())));
                case 1 -> line.setLength(Math.max(4, at));
                case 2 -> line.insert(at, "  \t. -5.7.1 ".charAt(random.nextInt(12)));
                case 3 -> line.insert(Math.min(4, line.length()), random.nextInt(6) + "." + random.nextInt(9) + ".1 ");
                case 4 -> line.setCharAt(at / 2, (char) (' ' + random.nextInt(95)));
                default ->
                    line.append(' ')
                            .append(line, 0, 3)
                            .append(random.nextBoolean() ? '-' : ' ')
                            .append(other);
            }
        }
        if (random.nextInt(4) == 0 && line.length() > 3) {
            line.setCharAt(3, '-');
        }
        return random.nextInt(8) == 0 ? line.toString().toUpperCase(Locale.ROOT) : line.toString();
    }

    // Letters and digits behind the code become others, blanks and marks stay; or something comes before or behind.
    private static String filled(String line, Random random) {
        StringBuilder filled = new StringBuilder(line);
        int from = Math.min(line.length(), 4);
        switch (random.nextInt(6)) {
            case 0 ->
                filled.append(" (in reply to ")
                        .append(random.nextBoolean() ? "RCPT TO" : "end of DATA")
                        .append(" command)");
            case 1 -> filled.insert(from, line.substring(0, from) + "5.1.1 ");
            case 2 ->
                filled.append(" <")
                        .append("k\u00f6nig\u00a0\u0416\u6f22\ud83d\ude00\u0130\u212a".substring(random.nextInt(4)))
                        .append('>');
            case 3 -> filled.insert(from, "#5.7." + random.nextInt(30) + " ");
            case 4 -> filled.setCharAt(from == 4 ? random.nextInt(3) : 0, (char) ('0' + random.nextInt(10)));
            default -> filled.append("  ");
        }
        for (int i = from; i < filled.length(); i++) {
            char c = filled.charAt(i);
            if (c >= '0' && c <= '9' && random.nextInt(3) == 0) {
                filled.setCharAt(i, (char) ('0' + random.nextInt(10)));
            } else if (random.nextInt(60) == 0 && c > ' ' && c < 127) {
                filled.setCharAt(i, "aZ\u00e9\u042f.@-".charAt(random.nextInt(7)));
            }
        }
        return filled.toString();
    }

    private static List<String> lines() throws IOException {
        List<String> lines = new ArrayList<>();
        TreeMap<String, String> texts = new TreeMap<>();
        try (Stream<Path> files = Files.list(RULES)) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".yaml")).toList()) {
                texts.put(file.getFileName().toString(), Files.readString(file));
            }
        }
        for (RuleFiles.Written written : RuleReader.read(texts).rules()) {
            Stream.concat(written.examples().stream(), written.nearMisses().stream())
                    .forEach(example ->
                            lines.add(example.reply().replace("\r", "").replace('\n', ' ')));
        }
        if (Files.exists(SAMPLES)) {
            Files.readAllLines(SAMPLES).forEach(line -> lines.add(line.split("\t")[3]));
        }
        return lines;
    }
}
