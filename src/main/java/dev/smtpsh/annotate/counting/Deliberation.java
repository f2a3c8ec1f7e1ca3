package dev.smtpsh.annotate.counting;

import dev.smtpsh.annotate.counting.Question.Kind;
import dev.smtpsh.annotate.knowledge.Conditions;
import dev.smtpsh.annotate.knowledge.Conditions.Literal;
import dev.smtpsh.annotate.knowledge.Rule;
import dev.smtpsh.annotate.matching.Contender;
import dev.smtpsh.annotate.matching.Frame;
import dev.smtpsh.annotate.transcript.Tally;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * Finds out what to ask next about a reply, of which the frame and the words that rules start from are known. Only what can
 * still change the result is asked, the most specific rule first.
 */
final class Deliberation {
    private final Frame frame;
    private final List<BitSet> words;
    // Of those that have not failed, the ones of which nothing is left to ask, and the others.
    private final List<Contender> holding = new ArrayList<>();
    private List<Contender> open;
    private final Patterns patterns;
    private final Tally tally;

    private Question[] asked = new Question[8];
    private boolean[] answers = new boolean[8];
    private int answered;

    /** @param words of each book what is known to occur; of the words that rules start from none is missing */
    Deliberation(Frame frame, List<BitSet> words, Patterns patterns, Tally tally) {
        this.frame = frame;
        this.words = words;
        this.patterns = patterns;
        this.tally = tally;
        open = frame.contenders(words);
    }

    /**
     * What to ask after these questions, which were asked in this order; each time the same and more.
     *
     * @param known their answers, up to {@code count}
     */
    Question next(Question[] questions, boolean[] known, int count) {
        asked = questions;
        answers = known;
        answered = count;
        List<Contender> waiting = open;
        open = new ArrayList<>(waiting.size());
        for (Contender contender : waiting) {
            if (!failed(contender)) {
                (question(contender) == null ? holding : open).add(contender);
            }
        }
        if (!holding.isEmpty()) {
            Contender sure = sure(holding);
            holding.removeIf(other -> other != sure && hopeless(other, sure));
            open.removeIf(other -> hopeless(other, sure));
        }
        Tally.Count alike = alike();
        if (alike != null) {
            return Question.answered(alike);
        }
        return open.isEmpty() ? Question.length(holding) : question(first(open));
    }

    /** The count of a rule. */
    Tally.Count count(Rule rule) {
        return tally.count(
                rule.says().reason(), frame.verdict(rule), rule.says().provider());
    }

    // The one count that all lead to, or null.
    private Tally.Count alike() {
        Tally.Count alike = holding.isEmpty()
                ? count(frame.lastResort())
                : count(holding.get(0).rule());
        for (List<Contender> rivals : List.of(holding, open)) {
            for (Contender rival : rivals) {
                if (alike != count(rival.rule())) {
                    return null;
                }
            }
        }
        return alike;
    }

    // Of those that hold, the one that is the most specific at the least.
    private Contender sure(List<Contender> holding) {
        Contender sure = holding.get(0);
        for (Contender other : holding) {
            long more = least(other) - least(sure);
            sure = more > 0 || more == 0 && other.place() < sure.place() ? other : sure;
        }
        return sure;
    }

    private boolean hopeless(Contender contender, Contender sure) {
        long more = contender.most() - least(sure);
        return more < 0 || more == 0 && contender.place() > sure.place();
    }

    private long least(Contender contender) {
        return contender.when().pattern().isPresent() ? contender.rank(patterns.least(contender)) : contender.rank();
    }

    private static Contender first(List<Contender> open) {
        Contender first = open.get(0);
        for (Contender other : open) {
            first = other.most() > first.most() ? other : first;
        }
        return first;
    }

    private boolean failed(Contender contender) {
        for (int i = 0; i < answered; i++) {
            boolean about = asked[i].asks(Kind.WORDS, contender) || asked[i].asks(Kind.PATTERN, contender);
            if (about && !answers[i]) {
                return true;
            }
        }
        for (Literal literal : contender.when().not()) {
            if (words.get(contender.book()).get(literal.number())) {
                return true;
            }
        }
        return false;
    }

    // What is not known yet of a contender that has not failed; null if it holds.
    private Question question(Contender contender) {
        Conditions when = contender.when();
        if (!(when.not().isEmpty() && known(contender)) && !asked(Kind.WORDS, contender)) {
            return Question.words(contender);
        }
        return when.pattern().isEmpty() || asked(Kind.PATTERN, contender)
                ? null
                : Question.pattern(contender, patterns.scan(contender));
    }

    // Whether all words that a contender asks for are known to occur.
    private boolean known(Contender contender) {
        for (Literal literal : contender.when().all()) {
            if (!words.get(contender.book()).get(literal.number())) {
                return false;
            }
        }
        return true;
    }

    private boolean asked(Kind what, Contender contender) {
        for (int i = 0; i < answered; i++) {
            if (asked[i].asks(what, contender)) {
                return true;
            }
        }
        return false;
    }
}
