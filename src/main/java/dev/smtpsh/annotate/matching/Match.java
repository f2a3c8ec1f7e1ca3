package dev.smtpsh.annotate.matching;

import dev.smtpsh.annotate.knowledge.CodePattern;
import dev.smtpsh.annotate.knowledge.Conditions;
import dev.smtpsh.annotate.knowledge.Conditions.Literal;
import dev.smtpsh.annotate.knowledge.Rule;
import dev.smtpsh.annotate.knowledge.RuleBook;
import dev.smtpsh.annotate.knowledge.StatusPattern;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/**
 * A rule that holds, and how specific it is. The natural order puts the most specific first.
 *
 * @param rank the marks that decide, the weightiest in the highest bits
 * @param found what the rule's pattern found in the text, empty text if it has none
 */
record Match(RuleBook book, int number, long rank, String found) implements Comparable<Match> {
    static final int ABSENT = -1;

    // Where the marks of a rank stand; between stage and open is the length of the text that was matched.
    private static final int READS_TEXT = 52;
    private static final int SENDER = 48;
    private static final int SESSION = 44;
    private static final int STATUS = 40;
    private static final int CODE = 36;
    private static final int STAGE = 32;
    private static final int LENGTH = 1;
    private static final int MARK = 0xf;
    private static final long MOST_LENGTH = (1L << STAGE - LENGTH) - 1;

    /** Holds a rule against the facts; empty if a condition fails. */
    static Optional<Match> of(RuleBook book, int number, Facts facts, BitSet words, Expressions expressions) {
        long rank = rank(book, number, facts, words);
        if (rank == ABSENT) {
            return Optional.empty();
        }
        return book.premise(number).when().pattern().isEmpty()
                ? Optional.of(new Match(book, number, rank, ""))
                : withPattern(book, number, rank, facts, expressions);
    }

    /** The rank if all conditions hold as far as code, circumstances and words tell, or {@link #ABSENT}. */
    static long rank(RuleBook book, int number, Facts facts, BitSet words) {
        long rank = rank(book, number, facts);
        if (rank == ABSENT) {
            return ABSENT;
        }
        Rule.Premise premise = book.premise(number);
        if (occurs(premise.when().not(), words)) {
            return ABSENT;
        }
        long length = literals(premise.when(), words);
        if (length == ABSENT || !possible(premise.needed(), words)) {
            return ABSENT;
        }
        return longer(rank, length);
    }

    /** The rank as far as code and circumstances tell, without the length of any text, or {@link #ABSENT}. */
    static long rank(RuleBook book, int number, Facts facts) {
        Conditions when = book.premise(number).when();
        int session = session(when, facts);
        int stage = session == ABSENT ? ABSENT : stage(when, facts);
        int code = stage == ABSENT ? ABSENT : code(when, facts);
        int status = code == ABSENT ? ABSENT : status(when, facts);
        int sender = status == ABSENT ? ABSENT : sender(when, facts);
        if (sender == ABSENT) {
            return ABSENT;
        }
        // Words without a code are explained by words, or by their enhanced status code.
        if (!facts.replied() && !when.readsText() && status == 0) {
            return ABSENT;
        }
        int open = stage == 0 && !when.stages().isEmpty() ? 0 : 1;
        return (long) words(book, number, facts) << READS_TEXT
                | (long) sender << SENDER
                | (long) Math.min(session, MARK) << SESSION
                | (long) status << STATUS
                | (long) code << CODE
                | (long) stage << STAGE
                | open;
    }

    /** Whether a rule may hold at the moment and for the code of the facts, whatever else they are. */
    static boolean conceivable(RuleBook book, int number, Facts facts) {
        Conditions when = book.premise(number).when();
        return stage(when, facts) != ABSENT && code(when, facts) != ABSENT && sender(when, facts) != ABSENT;
    }

    /** A rank with the length of more text that was matched. */
    static long longer(long rank, long length) {
        return rank + (length << LENGTH);
    }

    /** The most that {@link #withPattern} can make of a rank. */
    static long most(long rank) {
        return rank | MOST_LENGTH << LENGTH;
    }

    /** Looks for the rule's pattern too; what it finds adds to the length. */
    static Optional<Match> withPattern(RuleBook book, int number, long rank, Facts facts, Expressions expressions) {
        // No text, no search, and no library loaded for it.
        if (facts.text().isEmpty()) {
            return Optional.empty();
        }
        String pattern = book.premise(number).when().pattern().orElseThrow();
        Optional<String> found = expressions.find(pattern, facts.text());
        if (found.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Match(book, number, longer(rank, found.get().length()), found.get()));
    }

    private static boolean possible(List<int[]> needed, BitSet words) {
        for (int[] any : needed) {
            boolean found = false;
            for (int word : any) {
                found |= words.get(word);
            }
            if (!found) {
                return false;
            }
        }
        return true;
    }

    Rule rule() {
        return book.rule(number);
    }

    /** Whether it holds for a whole class of replies only: worth saying where nothing better is known. */
    boolean fallback() {
        return mark(READS_TEXT) == 0 && mark(SENDER) == 0 && mark(SESSION) == 0 && mark(STATUS) <= 1 && mark(CODE) <= 1;
    }

    /** Whether it belongs to a moment of which is not known whether it was this one. */
    boolean perhapsElsewhere() {
        return (rank & 1) == 0 && mark(READS_TEXT) == 0;
    }

    /** Whether it is only a guess from the words. */
    boolean guessed() {
        return mark(READS_TEXT) == 1;
    }

    /** Whether more than code and moment speak for it. */
    boolean telling() {
        return mark(READS_TEXT) > 0 || mark(SESSION) > 0 || mark(STATUS) > 1;
    }

    @Override
    public int compareTo(Match other) {
        return Long.compare(other.rank, rank);
    }

    /** Whether the enhanced status code, or that there is none, spoke for it. */
    boolean byStatus() {
        return mark(STATUS) > 0;
    }

    private int mark(int place) {
        return (int) (rank >> place) & MARK;
    }

    // A rule that owns to be a guess stands behind those that know; one that knows whose words they are stands before.
    private static int words(RuleBook book, int number, Facts facts) {
        return switch (book.premise(number).standing()) {
            case WORDLESS -> 0;
            case GUESS -> 1;
            case WORDS -> 2;
            // Software says why it refused in its own words, but whom it asked, the list knows better.
            case SOFTWARE -> spoken(book, number, facts) ? 4 : 3;
            case LIST -> 5;
            // Theirs, and it is they who speak: nobody can know better.
            case PROVIDER -> spoken(book, number, facts) ? 7 : 6;
        };
    }

    private static boolean spoken(RuleBook book, int number, Facts facts) {
        if (facts.provider().isEmpty() && facts.software().isEmpty()) {
            return false;
        }
        Rule.Meaning says = book.rule(number).says();
        return spokenBy(says.provider(), facts.provider()) || spokenBy(says.software(), facts.software());
    }

    static boolean spokenBy(Optional<String> author, Optional<String> speaker) {
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
        return !facts.around().sentences().isEmpty()
                        && facts.around().sentences().keySet().containsAll(when.session())
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

    /** How much text was matched by strings, or {@link #ABSENT}. */
    static int literals(Conditions when, BitSet words) {
        int length = 0;
        if (!when.text().isEmpty()) {
            length = longest(when.text(), words).length();
            if (length == 0) {
                return ABSENT;
            }
        }
        for (Literal literal : when.all()) {
            if (!words.get(literal.number())) {
                return ABSENT;
            }
            length += literal.folded().length();
        }
        return length;
    }

    /** The longest that was found, the first of equals; empty text if none was. */
    static String longest(List<Literal> literals, BitSet words) {
        String longest = "";
        for (Literal literal : literals) {
            boolean longer = literal.folded().length() > longest.length();
            longest = longer && words.get(literal.number()) ? literal.folded() : longest;
        }
        return longest;
    }

    private static boolean occurs(List<Literal> literals, BitSet words) {
        for (Literal literal : literals) {
            if (words.get(literal.number())) {
                return true;
            }
        }
        return false;
    }
}
