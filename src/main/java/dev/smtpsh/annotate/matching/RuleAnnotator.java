package dev.smtpsh.annotate.matching;

import dev.smtpsh.annotate.Annotation;
import dev.smtpsh.annotate.Annotator;
import dev.smtpsh.annotate.Symptom;
import dev.smtpsh.annotate.knowledge.Rule;
import dev.smtpsh.annotate.knowledge.RuleBook;
import dev.smtpsh.smtp.reply.EnhancedStatus;
import dev.smtpsh.smtp.reply.ReplyCode;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
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
        List<Match> matches = new ArrayList<>();
        for (int i = 0; i < books.size(); i++) {
            collect(books.get(i), facts, words.get(i), matches);
        }
        if (matches.isEmpty()) {
            return List.of(annotation(LastResort.rule(facts), List.of(), facts));
        }
        // Stable: of equals, the order of the books and files decides.
        Collections.sort(matches);
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
        return winner(Contest.of(books, facts, words), facts, words);
    }

    Annotation winner(Contest contest, Facts facts, List<BitSet> words) {
        Optional<Match> winner = contest.winner(facts, expressions);
        return winner.isPresent()
                ? annotation(winner.get(), facts, words)
                : annotation(LastResort.rule(facts), List.of(), facts);
    }

    /** All that {@link #winner} may give for other texts with the same words, without evidence. */
    List<Annotation> hopefuls(Contest contest, Facts facts) {
        List<Annotation> hopefuls = new ArrayList<>();
        for (Rule rule : contest.hopefuls()) {
            hopefuls.add(annotation(rule, List.of(), facts));
        }
        if (!contest.won()) {
            hopefuls.add(annotation(LastResort.rule(facts), List.of(), facts));
        }
        return hopefuls;
    }

    List<RuleBook> books() {
        return books;
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
        return annotation(match.rule(), match.evidence(facts, found), facts);
    }

    private static Annotation annotation(Rule rule, List<String> evidence, Facts facts) {
        Rule.Meaning says = rule.says();
        return new Annotation(
                rule.id(),
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
                evidence);
    }
}
