package dev.smtpsh.annotate.automaton;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.smtpsh.annotate.knowledge.RuleBook;
import dev.smtpsh.annotate.knowledge.RuleFiles.Example;
import dev.smtpsh.annotate.knowledge.RuleFiles.Written;
import dev.smtpsh.annotate.knowledge.RuleReader;
import dev.smtpsh.annotate.matching.Expression;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

/** It finds what RE2/J finds. */
class PatternScanTest {
    private static final Path RULES = Path.of("src/main/resources/dev/smtpsh/annotate");

    @Test
    void each_part_of_the_syntax() {
        for (String expression : List.of(
                "ab|cd",
                "a.c",
                "a*b",
                "(ab)+c",
                "a?b",
                "^ab",
                "ab$",
                "^ab$",
                "\\bab\\b",
                "\\Bab",
                "[a-c]+d",
                "[^a]b",
                "a{2}b",
                "a{2,}b",
                "a{0,3}b",
                "b[^.;]{0,4}c",
                "\\d+",
                "\\w\\W",
                "\\s\\S",
                "[\\d.]+a",
                "[]a]b",
                "[a-]b",
                "(?:a|b)*?c",
                "^a|b$",
                "(^a|b)c",
                "\\.\\[",
                "A[B-D]",
                "()",
                "a||b",
                "(a*)*b",
                "(^|a)b{1,2}\\b",
                "a.{2,4}b.{0,3}c")) {
            assertLikeRe2(expression, new Random(expression.hashCode()), 400);
        }
    }

    @Test
    void expressions_made_at_random() {
        Random random = new Random(5);
        for (int i = 0; i < 2000; i++) {
            assertLikeRe2(expression(random, 3), random, 20);
        }
    }

    @Test
    void what_it_does_not_know_it_leaves() {
        for (String expression : List.of(
                "(?i)a",
                "\\pL",
                "\\x41",
                "\\Qa\\E",
                "[[:alpha:]]",
                "\u00e9",
                "a**",
                "a{x",
                "(a",
                "a)",
                "[a",
                "a{1001}",
                "(a{900}){900}")) {
            assertEquals(Optional.empty(), PatternScan.of(expression), expression);
        }
    }

    @Test
    void patterns_of_the_rules_in_texts_of_the_rules() throws IOException {
        List<String> texts = new ArrayList<>();
        List<String> patterns = new ArrayList<>();
        for (Written written : rules()) {
            Stream.concat(written.examples().stream(), written.nearMisses().stream())
                    .map(Example::reply)
                    .forEach(reply -> texts.add(RuleBook.fold(reply.substring(Math.min(4, reply.length())))));
            written.rule().when().pattern().ifPresent(patterns::add);
        }
        assertTrue(patterns.size() > 100);
        Random random = new Random(9);
        for (String pattern : patterns) {
            PatternScan scan = PatternScan.of(pattern).orElseThrow(() -> new AssertionError(pattern));
            Expression expression = Expression.read(pattern, true);
            for (int i = 0; i < 250; i++) {
                String text = texts.get(random.nextInt(texts.size()));
                if (i % 2 == 0) {
                    text = text.substring(random.nextInt(text.length() + 1)) + texts.get(random.nextInt(texts.size()));
                }
                assertSame(expression, scan, pattern, RuleBook.fold(text));
            }
        }
    }

    @Test
    void a_hostile_text_takes_linear_time_and_bounded_memory() {
        PatternScan scan =
                PatternScan.of("\\b(a|ab)[^;]{0,80}\\b(c|cd)[^;]{0,80}\\be$").orElseThrow();
        Random random = new Random(2);
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 200_000; i++) {
            text.append("aabcd   ".charAt(random.nextInt(8)));
        }
        Assertions.assertTimeout(
                Duration.ofSeconds(60),
                () -> assertFalse(scan.find(text.toString().toCharArray(), text.length())));
    }

    private static void assertLikeRe2(String expression, Random random, int rounds) {
        PatternScan scan = PatternScan.of(expression).orElseThrow(() -> new AssertionError(expression));
        Expression re2 = Expression.read(expression, true);
        for (int i = 0; i < rounds; i++) {
            StringBuilder text = new StringBuilder();
            for (int length = random.nextInt(12); length > 0; length--) {
                text.append("aabbccd .;[1_\u00e9\u6f22".charAt(random.nextInt(15)));
            }
            if (random.nextInt(10) == 0) {
                text.append("\ud83d\ude00b");
            }
            assertSame(re2, scan, expression, RuleBook.fold(text));
        }
    }

    private static void assertSame(Expression re2, PatternScan scan, String expression, String text) {
        Optional<List<String>> found = re2.find(text);
        assertEquals(
                found.isPresent(),
                scan.find((text + "ab").toCharArray(), text.length()),
                () -> expression + " in " + text);
        found.ifPresent(groups -> assertTrue(groups.get(0).length() >= scan.least(), () -> expression + " in " + text));
    }

    private static String expression(Random random, int depth) {
        StringBuilder expression = new StringBuilder();
        for (int parts = 1 + random.nextInt(3); parts > 0; parts--) {
            String part = switch (random.nextInt(depth > 0 ? 8 : 5)) {
                case 0 -> "a";
                case 1 -> "[^b;]";
                case 2 -> random.nextBoolean() ? "\\b" : "b";
                case 3 -> ".";
                case 4 -> random.nextInt(4) == 0 ? "^" : random.nextInt(4) == 0 ? "$" : "c";
                default -> "(" + expression(random, depth - 1) + "|" + expression(random, depth - 1) + ")";
            };
            boolean place = part.startsWith("\\") || part.equals("^") || part.equals("$");
            String count = switch (random.nextInt(place ? 1 : 8)) {
                case 1 -> "*";
                case 2 -> "?";
                case 3 -> "{0,3}";
                case 4 -> "{2,3}";
                default -> "";
            };
            expression.append(part).append(count);
        }
        return expression.toString();
    }

    private static List<Written> rules() throws IOException {
        TreeMap<String, String> texts = new TreeMap<>();
        try (Stream<Path> files = Files.list(RULES)) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".yaml")).toList()) {
                texts.put(file.getFileName().toString(), Files.readString(file));
            }
        }
        return RuleReader.read(texts).rules();
    }
}
