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
        /** Do all words occur that the contender asks for, and none that it must not find? */
        WORDS,
        /** Does the pattern of the contender occur? */
        PATTERN,
        /** Which of the rivals finds most? All hold, and where they are equal their lengths decide. */
        LENGTH
    }

    final Kind kind;
    final List<Contender> rivals;
    final Tally.Count count;
    /** How the pattern is found; empty where it is for RE2/J. */
    final Optional<PatternScan> scan;

    /** What is next after yes and after no, null where nobody came yet. */
    Question yes;

    Question no;

    private Question(Kind kind, List<Contender> rivals, Tally.Count count, Optional<PatternScan> scan) {
        this.kind = kind;
        this.rivals = rivals;
        this.count = count;
        this.scan = scan;
    }

    static Question answered(Tally.Count count) {
        return new Question(Kind.NONE, List.of(), count, Optional.empty());
    }

    static Question words(Contender contender) {
        return new Question(Kind.WORDS, List.of(contender), null, Optional.empty());
    }

    static Question pattern(Contender contender, Optional<PatternScan> scan) {
        return new Question(Kind.PATTERN, List.of(contender), null, scan);
    }

    static Question length(List<Contender> rivals) {
        return new Question(Kind.LENGTH, List.copyOf(rivals), null, Optional.empty());
    }

    boolean asks(Kind what, Contender contender) {
        return kind == what && rivals.get(0).place() == contender.place();
    }
}
