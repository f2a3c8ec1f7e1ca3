package dev.smtpsh.annotate.agreement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.smtpsh.annotate.matching.ShippedRules;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** How often the reason agrees with what a careful collection of real bounces says, where that collection is at hand. */
class AgreementTest {
    private static final Path LINES = Path.of("../shared/corpus/reply-lines.tsv");
    private static final Path BOUNCES = Path.of("../shared/corpus/bounces");
    private static final double WANTED = 0.88;

    private static final Pattern JUDGED =
            Pattern.compile("\\*\\*(smtpsh|the collection|both|neither)\\*\\*: .{20,}", Pattern.DOTALL);

    private final Reader reader = new Reader(ShippedRules.annotator());

    @Test
    void reasonsAgreeWithTheCollection() throws IOException {
        Comparison lines = lines();
        System.out.print(lines.table());
        assertTrue(lines.agreement() >= WANTED, lines.table());
    }

    @Test
    void eachDisagreementIsListed() throws IOException {
        compare(lines());
    }

    @Test
    void eachDisagreementAboutABounceIsListed() throws IOException {
        Comparison bounces = bounces();
        System.out.print(bounces.table());
        compare(bounces);
    }

    @Test
    void eachDisagreementIsJudged() throws IOException {
        Map<Disagreement, String> judgements = new Ledger().judgements();
        assertFalse(judgements.isEmpty());
        judgements.forEach((about, judgement) ->
                assertTrue(JUDGED.matcher(judgement).matches(), about.written() + " " + judgement));
    }

    private static void compare(Comparison measured) throws IOException {
        String page = new Ledger().with(measured);
        if (System.getProperty("golden", "").equals("write")) {
            Ledger.write(page);
        }
        assertEquals(
                page,
                new Ledger().text(),
                "stale; run: mvn test -Dtest=AgreementTest -Dgolden=write, and judge what is open");
    }

    private Comparison lines() throws IOException {
        assumeTrue(Files.exists(LINES), "the collection of replies is not at hand");
        Comparison comparison = new Comparison("Reply lines");
        for (String line : Files.readAllLines(LINES)) {
            String[] columns = line.split("\t");
            comparison.add(columns[3], columns[1], reader.reason(columns[3]));
        }
        return comparison;
    }

    private Comparison bounces() throws IOException {
        assumeTrue(Files.isDirectory(BOUNCES), "the collection of bounces is not at hand");
        Comparison comparison = new Comparison("Replies in bounces");
        for (String line : Files.readAllLines(BOUNCES.resolve("expectations.tsv"))) {
            String[] columns = line.split("\t");
            List<String> replies = Bounce.replies(BOUNCES.resolve(columns[0]));
            int index = Integer.parseInt(columns[1]);
            if (replies.size() < index) {
                comparison.silent();
            } else {
                String reply = replies.get(index - 1);
                comparison.add(reply, columns[4], reader.reason(reply));
            }
        }
        return comparison;
    }
}
