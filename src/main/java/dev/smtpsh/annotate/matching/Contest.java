package dev.smtpsh.annotate.matching;

import dev.smtpsh.annotate.knowledge.RuleBook;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/**
 * Which rules may be the best for a reply: the best of those that code, circumstances and words decide about, and the ones
 * with a pattern that could still beat it. It is the same for all replies that have the same of these.
 */
final class Contest {
    private final List<Attempt> attempts = new ArrayList<>();
    private Optional<Entry> best = Optional.empty();

    private record Entry(Match match, int place) {
        // Of equals the one that stands before wins.
        boolean losesTo(long rank, int otherPlace) {
            return rank > match.rank() || rank == match.rank() && otherPlace < place;
        }
    }

    // A rule of which all holds but its pattern, which has not been looked for.
    private record Attempt(RuleBook book, int number, long rank, int place) {}

    /**
     * Who takes part.
     *
     * @param words what was found in the text, for each book
     */
    static Contest of(List<RuleBook> books, Facts facts, List<BitSet> words) {
        List<BitSet> candidates = new ArrayList<>(books.size());
        for (int i = 0; i < books.size(); i++) {
            candidates.add(RuleAnnotator.candidates(books.get(i), facts, words.get(i)));
        }
        return of(books, facts, words, candidates);
    }

    /** As above, among these rules. */
    static Contest of(List<RuleBook> books, Facts facts, List<BitSet> words, List<BitSet> candidates) {
        Contest contest = new Contest();
        int place = 0;
        for (int i = 0; i < books.size(); i++) {
            contest.enter(books.get(i), candidates.get(i), facts, words.get(i), place);
            place += books.get(i).size();
        }
        // A loop, because a lambda would make the start longer; decision 8.
        for (int i = contest.attempts.size() - 1; i >= 0; i--) {
            if (contest.hopeless(contest.attempts.get(i))) {
                contest.attempts.remove(i);
            }
        }
        return contest;
    }

    private void enter(RuleBook book, BitSet candidates, Facts facts, BitSet words, int place) {
        for (int rule = candidates.nextSetBit(0); rule >= 0; rule = candidates.nextSetBit(rule + 1)) {
            long rank = Match.rank(book, rule, facts, words);
            if (rank == Match.ABSENT) {
                continue;
            }
            if (book.premise(rule).when().pattern().isPresent()) {
                attempts.add(new Attempt(book, rule, rank, place + rule));
            } else if (best.isEmpty() || best.get().losesTo(rank, place + rule)) {
                best = Optional.of(new Entry(new Match(book, rule, rank, ""), place + rule));
            }
        }
    }

    private boolean hopeless(Attempt attempt) {
        return best.isPresent() && !best.get().losesTo(Match.most(attempt.rank()), attempt.place());
    }

    /** The best for one text; empty if no rule holds. */
    Optional<Match> winner(Facts facts, Expressions expressions) {
        Optional<Entry> winner = best;
        for (Attempt attempt : attempts) {
            if (winner.isPresent() && !winner.get().losesTo(Match.most(attempt.rank()), attempt.place())) {
                continue;
            }
            Optional<Match> match =
                    Match.withPattern(attempt.book(), attempt.number(), attempt.rank(), facts, expressions);
            if (match.isPresent()
                    && (winner.isEmpty() || winner.get().losesTo(match.get().rank(), attempt.place()))) {
                winner = Optional.of(new Entry(match.get(), attempt.place()));
            }
        }
        return winner.isPresent() ? Optional.of(winner.get().match()) : Optional.empty();
    }
}
