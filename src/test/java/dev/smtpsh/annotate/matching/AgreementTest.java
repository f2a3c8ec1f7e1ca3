package dev.smtpsh.annotate.matching;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.smtpsh.annotate.Annotation;
import dev.smtpsh.annotate.Annotator;
import dev.smtpsh.annotate.Reason;
import dev.smtpsh.annotate.Symptom.ReplySymptom;
import dev.smtpsh.annotate.Verdict;
import dev.smtpsh.annotate.transcript.Piece;
import dev.smtpsh.annotate.transcript.TranscriptReader;
import dev.smtpsh.smtp.Octets;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** How often the reason agrees with what a careful collection of real replies says, where that collection is at hand. */
class AgreementTest {
    private static final Path LINES = Path.of("../shared/corpus/reply-lines.tsv");
    private static final double WANTED = 0.88;

    // The collection's words, and ours that say the same; where its word covers several of ours, the text decides.
    private static final Map<String, Set<String>> SAME = Map.ofEntries(
            Map.entry("userunknown", Set.of("user-unknown")),
            Map.entry("filtered", Set.of("user-unknown", "policy")),
            Map.entry("mailboxfull", Set.of("mailbox-full")),
            Map.entry("suspend", Set.of("mailbox-disabled")),
            Map.entry("onhold", Set.of("mailbox-disabled")),
            Map.entry("hasmoved", Set.of("moved")),
            Map.entry("hostunknown", Set.of("domain-unknown")),
            Map.entry("notaccept", Set.of("no-mail-here")),
            Map.entry("rejected", Set.of("sender-rejected")),
            Map.entry("authfailure", Set.of("auth-failed-message")),
            Map.entry("badreputation", Set.of("reputation")),
            Map.entry("blocked", Set.of("blocked", "greylisted")),
            Map.entry("requireptr", Set.of("ptr-missing")),
            Map.entry("spamdetected", Set.of("spam")),
            Map.entry("virusdetected", Set.of("virus")),
            Map.entry("contenterror", Set.of("content")),
            Map.entry("policyviolation", Set.of("policy")),
            Map.entry("notcompliantrfc", Set.of("rfc-violation")),
            Map.entry("mesgtoobig", Set.of("too-big")),
            Map.entry("exceedlimit", Set.of("too-big")),
            Map.entry("speeding", Set.of("rate")),
            Map.entry("toomanyconn", Set.of("rate")),
            Map.entry("norelaying", Set.of("relay-denied")),
            Map.entry("securityerror", Set.of("security")),
            Map.entry("failedstarttls", Set.of("security")),
            Map.entry("networkerror", Set.of("network", "loop")),
            Map.entry("expired", Set.of("expired")),
            Map.entry("systemerror", Set.of("server-error")),
            Map.entry("mailererror", Set.of("server-error")),
            Map.entry("systemfull", Set.of("server-full")),
            Map.entry("syntaxerror", Set.of("protocol")),
            Map.entry("suppressed", Set.of("suppressed")),
            Map.entry("delivered", Set.of("delivered")),
            Map.entry("undefined", Set.of("other")));

    private final Annotator annotator = ShippedRules.annotator();

    @Test
    void reasonsAgreeWithTheCollection() throws IOException {
        assumeTrue(Files.exists(LINES), "the collection of replies is not at hand");
        Map<String, Integer> confusion = new TreeMap<>();
        int agreed = 0;
        List<String> lines = Files.readAllLines(LINES);
        for (String line : lines) {
            String[] columns = line.split("\t");
            String ours = reason(columns[3]);
            boolean same = SAME.getOrDefault(columns[1], Set.of()).contains(ours);
            agreed += same ? 1 : 0;
            confusion.merge((same ? "  " : "! ") + columns[1] + " -> " + ours, 1, Integer::sum);
        }
        StringBuilder table = new StringBuilder(agreed + " of " + lines.size() + " agree\n");
        confusion.forEach((pair, count) -> table.append(String.format("%4d %s%n", count, pair)));
        System.out.print(table);
        assertTrue(agreed >= WANTED * lines.size(), table.toString());
    }

    private String reason(String reply) {
        TranscriptReader reader = new TranscriptReader();
        Piece.Answer answer = (Piece.Answer) reader.accept(Octets.utf8(reply)).get(0);
        Annotation best = annotator.annotate(ReplySymptom.of(answer.reply())).get(0);
        return best.reason()
                .map(Reason::label)
                .orElse(
                        best.verdict() == Verdict.OK
                                ? "delivered"
                                : best.verdict().label());
    }
}
