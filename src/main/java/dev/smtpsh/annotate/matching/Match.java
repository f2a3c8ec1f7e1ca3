package dev.smtpsh.annotate.matching;

import dev.smtpsh.annotate.Confidence;
import dev.smtpsh.annotate.circumstance.Circumstance;
import dev.smtpsh.annotate.knowledge.CodePattern;
import dev.smtpsh.annotate.knowledge.Conditions;
import dev.smtpsh.annotate.knowledge.Conditions.Literal;
import dev.smtpsh.annotate.knowledge.Rule;
import dev.smtpsh.annotate.knowledge.StatusPattern;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/**
 * A rule that holds, and how specific it is. The natural order puts the most specific first.
 *
 * @param documented whether the reference explains the rule
 * @param evidence what was matched, in words
 * @param rank the marks that decide, the weightiest first; the same number of marks in every match
 */
record Match(Rule rule, boolean documented, List<String> evidence, int[] rank) implements Comparable<Match> {
    static final int ABSENT = -1;
    private static final int READS_TEXT = 0;
    private static final int SENDER = 1;
    private static final int SESSION = 2;
    private static final int STATUS = 3;
    private static final int CODE = 4;
    private static final int OPEN = 7;
    private static final int MOST_EVIDENCE = 80;

    /** Holds a rule against the facts; empty if a condition fails. */
    static Optional<Match> of(Rule rule, boolean documented, Facts facts, BitSet words, Expressions expressions) {
        Conditions when = rule.when();
        int stage = stage(when, facts);
        int code = code(when, facts);
        int status = status(when, facts);
        int sender = sender(when, facts);
        int session = session(when, facts);
        if (stage == ABSENT || code == ABSENT || status == ABSENT || sender == ABSENT || session == ABSENT) {
            return Optional.empty();
        }
        if (occurs(when.not(), words)) {
            return Optional.empty();
        }
        // Words without a code are explained by words, or by their enhanced status code.
        if (!facts.replied() && !when.readsText() && status == 0) {
            return Optional.empty();
        }
        List<String> evidence = new ArrayList<>(4);
        int length = text(when, facts, words, expressions, evidence);
        if (length == ABSENT) {
            return Optional.empty();
        }
        addEvidence(rule, facts, status, evidence);
        int open = stage == 0 && !when.stages().isEmpty() ? 0 : 1;
        int[] rank = {words(rule, facts), sender, session, status, code, stage, length, open};
        return Optional.of(new Match(rule, documented, evidence, rank));
    }

    /** Whether it holds for a whole class of replies only: worth saying where nothing better is known. */
    boolean fallback() {
        return rank[READS_TEXT] == 0 && rank[SENDER] == 0 && rank[SESSION] == 0 && rank[STATUS] <= 1 && rank[CODE] <= 1;
    }

    /** Whether it belongs to a moment of which is not known whether it was this one. */
    boolean perhapsElsewhere() {
        return rank[OPEN] == 0 && rank[READS_TEXT] == 0;
    }

    /** Whether it is only a guess from the words. */
    boolean guessed() {
        return rank[READS_TEXT] == 1;
    }

    /** Whether more than code and moment speak for it. */
    boolean telling() {
        return rank[READS_TEXT] > 0 || rank[SESSION] > 0 || rank[STATUS] > 1;
    }

    @Override
    public int compareTo(Match other) {
        for (int i = 0; i < rank.length; i++) {
            if (rank[i] != other.rank[i]) {
                return Integer.compare(other.rank[i], rank[i]);
            }
        }
        return 0;
    }

    // A rule that owns to be a guess stands behind those that know; one that knows whose words they are stands before.
    private static int words(Rule rule, Facts facts) {
        if (!rule.when().readsText()) {
            return 0;
        }
        if (rule.says().confidence() == Confidence.GUESS) {
            return 1;
        }
        Rule.Meaning says = rule.says();
        if (says.provider().isEmpty()) {
            // Software says why it refused in its own words, but whom it asked, the list knows better.
            return says.software().isEmpty() ? 2 : spokenBy(says.software(), facts.software()) ? 4 : 3;
        }
        if (says.list()) {
            return 5;
        }
        // Theirs, and it is they who speak: nobody can know better.
        return spokenBy(says.provider(), facts.provider()) || spokenBy(says.software(), facts.software()) ? 7 : 6;
    }

    private static boolean spokenBy(Optional<String> author, Optional<String> speaker) {
        return author.isPresent() && speaker.isPresent() && author.get().equalsIgnoreCase(speaker.get());
    }

    private static int stage(Conditions when, Facts facts) {
        if (when.stages().isEmpty() || facts.stage().isEmpty()) {
            return 0;
        }
        return when.stages().contains(facts.stage().get()) ? 1 : ABSENT;
    }

    private static int code(Conditions when, Facts facts) {
        if (when.codes().isEmpty() || !facts.replied()) {
            return 0;
        }
        int best = ABSENT;
        for (CodePattern code : when.codes()) {
            if (facts.code() != Facts.NO_CODE && code.fits(facts.code())) {
                best = Math.max(best, code.precision());
            }
        }
        return best;
    }

    private static int status(Conditions when, Facts facts) {
        if (when.statuses().isEmpty() && !when.withoutStatus()) {
            return 0;
        }
        if (facts.status().isEmpty() && !facts.replied()) {
            return 0;
        }
        if (facts.status().isEmpty()) {
            return when.withoutStatus() ? 1 : ABSENT;
        }
        int best = ABSENT;
        for (StatusPattern status : when.statuses()) {
            if (status.fits(facts.status().get())) {
                best = Math.max(best, status.precision());
            }
        }
        return best;
    }

    private static int sender(Conditions when, Facts facts) {
        int provider = named(when.providers(), facts.provider());
        int software = named(when.software(), facts.software());
        return provider == ABSENT || software == ABSENT ? ABSENT : provider + software;
    }

    // How much of the conversation speaks for it.
    private static int session(Conditions when, Facts facts) {
        if (when.session().isEmpty()) {
            return 0;
        }
        return facts.around().sentences().keySet().containsAll(when.session())
                ? when.session().size()
                : ABSENT;
    }

    private static int named(List<String> wanted, Optional<String> known) {
        if (wanted.isEmpty()) {
            return 0;
        }
        for (String name : wanted) {
            if (known.isPresent() && name.equalsIgnoreCase(known.get())) {
                return 1;
            }
        }
        return ABSENT;
    }

    /** How much text was matched, or {@link #ABSENT}. */
    private static int text(
            Conditions when, Facts facts, BitSet words, Expressions expressions, List<String> evidence) {
        int length = 0;
        if (!when.text().isEmpty()) {
            String longest = "";
            for (Literal literal : when.text()) {
                boolean longer = literal.folded().length() > longest.length();
                longest = longer && words.get(literal.number()) ? literal.folded() : longest;
            }
            if (longest.isEmpty()) {
                return ABSENT;
            }
            evidence.add(quoted(longest));
            length += longest.length();
        }
        for (Literal literal : when.all()) {
            if (!words.get(literal.number())) {
                return ABSENT;
            }
            evidence.add(quoted(literal.folded()));
            length += literal.folded().length();
        }
        if (when.pattern().isPresent()) {
            // No text, no search, and no library loaded for it.
            if (facts.text().isEmpty()) {
                return ABSENT;
            }
            Optional<String> found = expressions.find(when.pattern().get(), facts.text());
            if (found.isEmpty()) {
                return ABSENT;
            }
            evidence.add(quoted(found.get()));
            length += found.get().length();
        }
        return length;
    }

    private static boolean occurs(List<Literal> literals, BitSet words) {
        for (Literal literal : literals) {
            if (words.get(literal.number())) {
                return true;
            }
        }
        return false;
    }

    private static void addEvidence(Rule rule, Facts facts, int status, List<String> evidence) {
        Conditions when = rule.when();
        if (status > 0) {
            evidence.add(
                    facts.status().isPresent()
                            ? "status ".concat(facts.status().get().toString())
                            : "no enhanced status code");
        }
        if (!when.codes().isEmpty() && facts.code() != Facts.NO_CODE) {
            String digits = Integer.toString(facts.code());
            evidence.add("code ".concat("000".substring(digits.length())).concat(digits));
        }
        if (!when.stages().isEmpty() && facts.stage().isPresent()) {
            evidence.add("stage ".concat(facts.stage().get().label()));
        }
        if (!when.session().isEmpty()) {
            StringBuilder session = new StringBuilder("session");
            for (Circumstance circumstance : when.session()) {
                session.append(session.length() == 7 ? " " : ", ").append(circumstance.label());
            }
            evidence.add(session.toString());
        }
        if (!when.providers().isEmpty() || spokenBy(rule.says().provider(), facts.provider())) {
            evidence.add("provider ".concat(facts.provider().orElse("")));
        }
        if (!when.software().isEmpty() || spokenBy(rule.says().software(), facts.software())) {
            evidence.add("software ".concat(facts.software().orElse("")));
        }
    }

    private static String quoted(String text) {
        String shown = text.length() <= MOST_EVIDENCE
                ? text
                : text.substring(0, MOST_EVIDENCE).concat("...");
        return "text \"".concat(shown).concat("\"");
    }
}
