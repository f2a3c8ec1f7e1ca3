package dev.smtpsh.annotate.matching;

import dev.smtpsh.annotate.Symptom.ReplySymptom;
import dev.smtpsh.annotate.Verdict;
import dev.smtpsh.annotate.knowledge.Conditions;
import dev.smtpsh.annotate.knowledge.Conditions.Literal;
import dev.smtpsh.annotate.knowledge.Rule;
import dev.smtpsh.annotate.knowledge.RuleBook;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/** What many replies share (the code, the enhanced status code, the moment), and which rules may hold then. */
public final class Frame {
    private final RuleAnnotator annotator;
    private final Facts facts;

    /** @param sample any one of the replies */
    public Frame(RuleAnnotator annotator, ReplySymptom sample) {
        this.annotator = annotator;
        facts = Facts.of(sample).saying("");
    }

    /** Whether any rule of a book that starts from one of these words may hold for this code and at this moment. */
    public boolean starts(int book, BitSet words) {
        RuleBook rules = annotator.books().get(book);
        BitSet started = new BitSet();
        rules.collectByWords(words, started);
        for (int rule = started.nextSetBit(0); rule >= 0; rule = started.nextSetBit(rule + 1)) {
            if (Match.conceivable(rules, rule, facts)) {
                return true;
            }
        }
        return false;
    }

    /**
     * The rules that may hold.
     *
     * @param words of each book those that occur; of words for which {@link #starts} is true none may be missing
     */
    public List<Contender> contenders(List<BitSet> words) {
        List<Contender> contenders = new ArrayList<>();
        int place = 0;
        for (int i = 0; i < words.size(); i++) {
            RuleBook rules = annotator.books().get(i);
            BitSet candidates = RuleAnnotator.candidates(rules, facts, words.get(i));
            for (int rule = candidates.nextSetBit(0); rule >= 0; rule = candidates.nextSetBit(rule + 1)) {
                long rank = Match.rank(rules, rule, facts);
                Conditions when = rules.premise(rule).when();
                int length = Match.longest(when.text(), words.get(i)).length();
                if (rank == Match.ABSENT || length == 0 && !when.text().isEmpty()) {
                    continue;
                }
                for (Literal literal : when.all()) {
                    length += literal.folded().length();
                }
                contenders.add(new Contender(i, rules, rule, Match.longer(rank, length), place + rule));
            }
            place += rules.size();
        }
        return contenders;
    }

    /** What is said where no rule holds. */
    public Rule lastResort() {
        return LastResort.rule(facts);
    }

    public Verdict verdict(Rule rule) {
        return Verdicts.of(facts, rule);
    }

    /** How many characters of a folded text a contender's pattern finds; -1 if it finds nothing. */
    public int found(Contender contender, String folded) {
        return Match.withPattern(
                        contender.rules(),
                        contender.number(),
                        contender.rank(),
                        facts.saying(folded),
                        annotator.expressions())
                .map(match -> match.found().length())
                .orElse(-1);
    }
}
