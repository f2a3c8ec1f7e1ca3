package dev.smtpsh.annotate.counting;

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
 * Finds out what to ask next about replies that have the frame and the words to start from in common. Only what can
 * still change the result is asked, the most specific rule first.
 */
final class Deliberation {
    private final Frame frame;
    private final List<BitSet> words;
    private final List<Contender> contenders;
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
        contenders = frame.contenders(words);
    }

    /**
     * What to ask after these questions, which were asked in this order.
     *
     * @param known their answers, up to {@code count}
     */
    Question next(Question[] questions, boolean[] known, int count) {
        asked = questions;
        answers = known;
        answered = count;
        List<Contender> holding = new ArrayList<>();
        List<Contender> open = new ArrayList<>();
        for (Contender contender : contenders) {
            if (!failed(contender)) {
                (holds(contender) ? holding : open).add(contender);
            }
        }
        if (!holding.isEmpty()) {
            Contender sure = sure(holding);
            holding.removeIf(other -> other != sure && hopeless(other, sure));
            open.removeIf(other -> hopeless(other, sure));
        }
        List<Contender> rivals = new ArrayList<>(holding);
        rivals.addAll(open);
        Tally.Count alike = alike(rivals, holding.isEmpty());
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
    private Tally.Count alike(List<Contender> rivals, boolean perhapsNone) {
        Tally.Count alike = perhapsNone ? count(frame.lastResort()) : null;
        for (Contender rival : rivals) {
            Tally.Count count = count(rival.rule());
            if (alike != null && alike != count) {
                return null;
            }
            alike = count;
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
        Conditions when = contender.when();
        for (int i = 0; i < answered; i++) {
            if (asked[i].asks(contender) && !answers[i]) {
                return true;
            }
        }
        return any(contender, when.all(), false) || any(contender, when.not(), true);
    }

    private boolean any(Contender contender, List<Literal> literals, boolean answer) {
        for (Literal literal : literals) {
            int known = known(contender.book(), literal.number());
            if (known >= 0 && known == (answer ? 1 : 0)) {
                return true;
            }
        }
        return false;
    }

    // 1 for a word that occurs, 0 for one that does not, -1 for one of which that is not known.
    private int known(int book, int word) {
        if (words.get(book).get(word)) {
            return 1;
        }
        for (int i = 0; i < answered; i++) {
            if (asked[i].asks(book, word)) {
                return answers[i] ? 1 : 0;
            }
        }
        return -1;
    }

    private boolean holds(Contender contender) {
        return question(contender) == null;
    }

    // What is not known yet of a contender that has not failed; null if it holds.
    private Question question(Contender contender) {
        Conditions when = contender.when();
        for (List<Literal> literals : List.of(when.all(), when.not())) {
            for (Literal literal : literals) {
                if (known(contender.book(), literal.number()) < 0) {
                    return Question.word(contender.book(), literal.number());
                }
            }
        }
        boolean found = when.pattern().isEmpty();
        for (int i = 0; i < answered; i++) {
            found |= asked[i].asks(contender);
        }
        return found ? null : Question.pattern(contender, patterns.scan(contender));
    }
}
