package dev.smtpsh.annotate.counting;

import dev.smtpsh.annotate.automaton.PatternScan;
import dev.smtpsh.annotate.matching.Contender;
import dev.smtpsh.annotate.transcript.Tally;
import java.util.List;
import java.util.Optional;

/** What is asked of a text next, to find out what the reply means; or, in the end, what it means. */
final class Question {
    enum Kind {
        /** Nothing more: the reply is counted. */
        NONE,
        /** Does the word occur? */
        WORD,
        /** Does the pattern of the contender occur? */
        PATTERN,
        /** Which of the rivals finds most? All hold, and where they are equal their lengths decide. */
        LENGTH
    }

    final Kind kind;
    final int book;
    final int word;
    final List<Contender> rivals;
    final Tally.Count count;
    /** How the pattern is found; empty where it is for RE2/J. */
    final Optional<PatternScan> scan;

    /** What is next after yes and after no, null where nobody came yet. */
    Question yes;

    Question no;

    private Question(
            Kind kind, int book, int word, List<Contender> rivals, Tally.Count count, Optional<PatternScan> scan) {
        this.kind = kind;
        this.book = book;
        this.word = word;
        this.rivals = rivals;
        this.count = count;
        this.scan = scan;
    }

    static Question answered(Tally.Count count) {
        return new Question(Kind.NONE, 0, 0, List.of(), count, Optional.empty());
    }

    static Question word(int book, int word) {
        return new Question(Kind.WORD, book, word, List.of(), null, Optional.empty());
    }

    static Question pattern(Contender contender, Optional<PatternScan> scan) {
        return new Question(Kind.PATTERN, contender.book(), 0, List.of(contender), null, scan);
    }

    static Question length(List<Contender> rivals) {
        return new Question(Kind.LENGTH, 0, 0, List.copyOf(rivals), null, Optional.empty());
    }

    boolean asks(int otherBook, int otherWord) {
        return kind == Kind.WORD && book == otherBook && word == otherWord;
    }

    boolean asks(Contender contender) {
        return kind == Kind.PATTERN && rivals.get(0).place() == contender.place();
    }
}
