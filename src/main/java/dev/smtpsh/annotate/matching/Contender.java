package dev.smtpsh.annotate.matching;

import dev.smtpsh.annotate.knowledge.Conditions;
import dev.smtpsh.annotate.knowledge.Rule;
import dev.smtpsh.annotate.knowledge.RuleBook;
import java.util.List;

/**
 * A rule of which all holds but some of the words that it asks for, and its pattern.
 *
 * @param book its place among the books
 * @param number its number in there
 * @param rank how specific it is, without what its pattern finds: of two that hold the higher wins
 * @param place of equals the lower wins
 */
public record Contender(int book, RuleBook rules, int number, long rank, int place) {
    /** All that it asks for. */
    public Conditions when() {
        return rules.premise(number).when();
    }

    /** As {@link Rule.Premise#needed()}. */
    public List<int[]> needed() {
        return rules.premise(number).needed();
    }

    public Rule rule() {
        return rules.rule(number);
    }

    /** The rank if its pattern finds so many characters. */
    public long rank(int found) {
        return Match.longer(rank, found);
    }

    /** The most that it can come to. */
    public long most() {
        return when().pattern().isPresent() ? Match.most(rank) : rank;
    }
}
