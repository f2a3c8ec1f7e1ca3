package dev.smtpsh.annotate.agreement;

import dev.smtpsh.annotate.Annotation;
import dev.smtpsh.annotate.Annotator;
import dev.smtpsh.annotate.Explainer;
import dev.smtpsh.annotate.Explanation;
import dev.smtpsh.annotate.Explanation.Explained;
import dev.smtpsh.annotate.Reason;
import dev.smtpsh.annotate.Symptom.ReplySymptom;
import dev.smtpsh.annotate.Verdict;
import dev.smtpsh.annotate.topic.ShippedTopics;
import dev.smtpsh.annotate.transcript.Piece;
import dev.smtpsh.annotate.transcript.TranscriptReader;
import dev.smtpsh.smtp.Octets;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What smtpsh says of a line, and whether that is what the collection says. */
final class Reader {
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

    private final Annotator annotator;

    Reader(Annotator annotator) {
        this.annotator = annotator;
    }

    static boolean same(String theirs, String ours) {
        return SAME.getOrDefault(theirs, Set.of()).contains(ours);
    }

    /** Our word for a reply, or for the words of one without its code. */
    String reason(String line) {
        List<Piece> pieces = new TranscriptReader().accept(Octets.utf8(line));
        if (pieces.get(0) instanceof Piece.Answer answer) {
            return word(annotator.annotate(ReplySymptom.of(answer.reply())).get(0));
        }
        Explanation explanation = new Explainer(annotator, ShippedTopics::open).explain(line);
        return explanation instanceof Explained explained
                ? word(explained.annotations().get(0))
                : "not understood";
    }

    private static String word(Annotation best) {
        return best.reason()
                .map(Reason::label)
                .orElse(
                        best.verdict() == Verdict.OK
                                ? "delivered"
                                : best.verdict().label());
    }
}
