package dev.smtpsh.annotate.matching;

import dev.smtpsh.annotate.Annotation;
import dev.smtpsh.annotate.Annotator;
import dev.smtpsh.annotate.Symptom;
import dev.smtpsh.annotate.Symptom.ReplySymptom;
import dev.smtpsh.annotate.circumstance.Circumstance;
import dev.smtpsh.annotate.knowledge.Rule;
import dev.smtpsh.annotate.knowledge.RuleBook;
import dev.smtpsh.smtp.reply.EnhancedStatus;
import dev.smtpsh.smtp.reply.Reply;
import dev.smtpsh.smtp.reply.ReplyCode;
import dev.smtpsh.smtp.state.Stage;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Explains symptoms by rules. The text is searched once for all words of a book, and only rules that start from a word
 * found, or from the code, are held against the symptom.
 */
public final class RuleAnnotator implements Annotator {
    private static final BitSet NO_WORDS = new BitSet(0);

    private final List<RuleBook> books;
    private final Expressions expressions = new Expressions();

    /** Of two rules that are equally specific, the one out of the earlier book wins. */
    public RuleAnnotator(List<RuleBook> books) {
        this.books = List.copyOf(books);
    }

    @Override
    public List<Annotation> annotate(Symptom symptom) {
        Facts facts = Facts.of(symptom);
        List<BitSet> words = words(facts);
        List<Match> matches = matches(facts, words);
        if (matches.isEmpty()) {
            return List.of(lastResort(facts));
        }
        String best = matches.get(0).rule().id();
        // That the same was said before is known only once it is known what is said.
        if (facts.around().saidBefore().containsKey(best)) {
            Facts again = facts.after(best);
            return annotations(matches(again, words), again, words);
        }
        return annotations(matches, facts, words);
    }

    private List<Match> matches(Facts facts, List<BitSet> words) {
        List<Match> matches = new ArrayList<>();
        for (int i = 0; i < books.size(); i++) {
            collect(books.get(i), facts, words.get(i), matches);
        }
        // Stable: of equals, the order of the books and files decides.
        Collections.sort(matches);
        return matches;
    }

    private List<Annotation> annotations(List<Match> matches, Facts facts, List<BitSet> words) {
        List<Annotation> annotations = new ArrayList<>(matches.size());
        Match best = matches.get(0);
        for (Match match : matches) {
            if (match == best || worthSaying(match, best)) {
                annotations.add(annotation(match, facts, words));
            }
        }
        return annotations;
    }

    @Override
    public Annotation best(Symptom symptom) {
        Facts facts = Facts.of(symptom);
        List<BitSet> words = words(facts);
        Contest contest = Contest.of(books, facts, words);
        Optional<Match> first = contest.winner(facts, expressions);
        if (first.isPresent()
                && facts.around().saidBefore().containsKey(first.get().rule().id())) {
            Facts again = facts.after(first.get().rule().id());
            return winner(Contest.of(books, again, words), again, words);
        }
        return annotation(first, facts, words);
    }

    @Override
    public Map<Stage, Annotation> moments(Reply reply) {
        Facts facts = Facts.of(ReplySymptom.of(reply));
        List<BitSet> words = words(facts);
        List<BitSet> holding = holding(facts, words);
        String anywhere = rule(Contest.of(books, facts, words, holding), facts);
        Map<Stage, Annotation> moments = new LinkedHashMap<>();
        for (Stage stage : Stage.values()) {
            Facts here = facts.at(stage);
            Contest contest = Contest.of(books, here, words, holding);
            if (!rule(contest, here).equals(anywhere)) {
                moments.put(stage, winner(contest, here, words));
            }
        }
        return moments;
    }

    private String rule(Contest contest, Facts facts) {
        Optional<Match> winner = contest.winner(facts, expressions);
        return winner.isPresent()
                ? winner.get().rule().id()
                : LastResort.rule(facts).id();
    }

    // What does not hold where the moment is not known holds at none.
    private List<BitSet> holding(Facts facts, List<BitSet> words) {
        List<BitSet> holding = new ArrayList<>(books.size());
        for (int i = 0; i < books.size(); i++) {
            BitSet candidates = candidates(books.get(i), facts, words.get(i));
            for (int rule = candidates.nextSetBit(0); rule >= 0; rule = candidates.nextSetBit(rule + 1)) {
                if (Match.rank(books.get(i), rule, facts, words.get(i)) == Match.ABSENT) {
                    candidates.clear(rule);
                }
            }
            holding.add(candidates);
        }
        return holding;
    }

    Annotation winner(Contest contest, Facts facts, List<BitSet> words) {
        return annotation(contest.winner(facts, expressions), facts, words);
    }

    private Annotation annotation(Optional<Match> winner, Facts facts, List<BitSet> words) {
        return winner.isPresent() ? annotation(winner.get(), facts, words) : lastResort(facts);
    }

    private static Annotation lastResort(Facts facts) {
        return annotation(LastResort.rule(facts), Pages.INDEX, List.of(), facts);
    }

    /** The books of rules, the weightiest first. */
    public List<RuleBook> books() {
        return books;
    }

    Expressions expressions() {
        return expressions;
    }

    private List<BitSet> words(Facts facts) {
        List<BitSet> words = new ArrayList<>(books.size());
        for (RuleBook book : books) {
            words.add(facts.text().isEmpty() ? NO_WORDS : book.wordsIn(facts.text()));
        }
        return words;
    }

    // Beside an explanation of exactly this reply, "some 5yz" and "if it was said at another moment" only distract.
    private static boolean worthSaying(Match match, Match best) {
        boolean known = best.telling() && !best.guessed();
        return !(known && match.guessed())
                && (best.fallback() || !match.fallback())
                && !(best.telling() && match.perhapsElsewhere());
    }

    @Override
    public boolean knows(ReplyCode code) {
        for (RuleBook book : books) {
            if (book.knows(code.value())) {
                return true;
            }
        }
        return false;
    }

    @Override
    public boolean knows(EnhancedStatus status) {
        for (RuleBook book : books) {
            if (book.knows(status)) {
                return true;
            }
        }
        return false;
    }

    private void collect(RuleBook book, Facts facts, BitSet words, List<Match> matches) {
        BitSet candidates = candidates(book, facts, words);
        for (int i = candidates.nextSetBit(0); i >= 0; i = candidates.nextSetBit(i + 1)) {
            Optional<Match> match = Match.of(book, i, facts, words, expressions);
            if (match.isPresent()) {
                matches.add(match.get());
            }
        }
    }

    /** The rules of a book that may hold, by its indexes. */
    static BitSet candidates(RuleBook book, Facts facts, BitSet words) {
        BitSet candidates = new BitSet(book.size());
        if (!words.isEmpty()) {
            book.collectByWords(words, candidates);
        }
        if (facts.code() != Facts.NO_CODE) {
            book.collectByCode(facts.code(), candidates);
        }
        if (facts.replied() || facts.status().isPresent()) {
            book.collectByStatus(facts.status(), candidates);
        }
        book.collectOthers(candidates);
        return candidates;
    }

    private Annotation annotation(Match match, Facts facts, List<BitSet> words) {
        BitSet found = words.get(books.indexOf(match.book()));
        return annotation(match.rule(), page(match, facts), Evidence.of(match, facts, found), facts);
    }

    private String page(Match match, Facts facts) {
        Optional<String> page = match.book().documented() ? Pages.of(match.rule()) : Optional.empty();
        if (page.isPresent()) {
            return page.get();
        }
        boolean known = facts.code() != Facts.NO_CODE && knows(new ReplyCode(facts.code()));
        return known ? Pages.code(facts.code()) : Pages.INDEX;
    }

    private static Map<Circumstance, String> here(Rule rule, Facts facts) {
        if (rule.when().session().isEmpty()) {
            return Map.of();
        }
        Map<Circumstance, String> here = new EnumMap<>(Circumstance.class);
        for (Circumstance circumstance : rule.when().session()) {
            here.put(circumstance, facts.around().sentences().get(circumstance));
        }
        return here;
    }

    private static Annotation annotation(Rule rule, String page, List<String> evidence, Facts facts) {
        Rule.Meaning says = rule.says();
        return new Annotation(
                rule.id(),
                page,
                Verdicts.of(facts, rule),
                says.title(),
                says.reason(),
                says.meaning(),
                says.deliverability(),
                says.who(),
                says.fixes(),
                says.retry(),
                says.retryAfter(),
                Verdicts.permanent(facts, rule),
                says.suppress(),
                says.scope(),
                says.confidence(),
                says.provider(),
                says.references(),
                evidence,
                here(rule, facts));
    }
}
