package dev.smtpsh.annotate.counting;

import dev.smtpsh.annotate.Symptom.ReplySymptom;
import dev.smtpsh.annotate.counting.Memory.Combination;
import dev.smtpsh.annotate.counting.Memory.Setting;
import dev.smtpsh.annotate.knowledge.Conditions.Literal;
import dev.smtpsh.annotate.knowledge.Rule;
import dev.smtpsh.annotate.matching.Contender;
import dev.smtpsh.annotate.matching.Frame;
import dev.smtpsh.annotate.matching.RuleAnnotator;
import dev.smtpsh.annotate.transcript.Tally;
import dev.smtpsh.annotate.words.WordScan;
import dev.smtpsh.smtp.state.Stage;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/**
 * Counts the plain lines of a list of replies, many times as fast as {@link RuleAnnotator#best} and to the same result. A
 * line that was met before is only looked up. Of others code, enhanced status code and the words that rules start from tell
 * which rules may hold; what is left to ask of the text is thought about once for each such combination. Not safe to share
 * between threads.
 */
public final class ReplyCounter {
    // A line with more different words, or about which more must be asked, is read the long way.
    private static final int MOST_WORDS = 100;
    private static final int MOST_DEPTH = 60;
    private static final int CODES = 1000;

    private final RuleAnnotator annotator;
    private final Tally tally;
    private final WordScan[] scans;
    private final ListedReply reply = new ListedReply();
    private final Patterns patterns = new Patterns();
    private final FoldedText text = new FoldedText();
    private final LineMemory lines = new LineMemory();
    private final Memory memory;

    private final int[] key = new int[MOST_WORDS];
    private final Question[] asked = new Question[MOST_DEPTH];
    private final boolean[] answers = new boolean[MOST_DEPTH];
    // What is being thought about the line, once it is necessary.
    private Deliberation deliberation;

    public ReplyCounter(RuleAnnotator annotator, Tally tally) {
        this.annotator = annotator;
        this.tally = tally;
        scans = new WordScan[annotator.books().size()];
        int[] words = new int[scans.length];
        for (int i = 0; i < scans.length; i++) {
            scans[i] = annotator.books().get(i).scan();
            words[i] = scans[i].size();
        }
        memory = new Memory(words);
    }

    /**
     * Counts the reply in one line.
     *
     * @param octets hold the line from {@code start} to {@code end}, its line end left out
     * @param moment when it came in, if known
     * @return false if the line is not of the plain kind (a code, then text of moderate length): it was not counted
     */
    public boolean count(byte[] octets, int start, int end, Optional<Stage> moment) {
        int number = moment.isPresent() ? moment.get().ordinal() + 1 : 0;
        boolean fits = end - start <= LineMemory.LONGEST;
        Tally.Count count = fits ? lines.find(octets, start, end, number) : null;
        if (count == null) {
            count = reply.read(octets, start, end) && text.take(reply) ? read(moment) : null;
            if (count == null) {
                return false;
            }
            if (fits) {
                lines.keep(octets, start, end, number, count);
            }
        }
        count.add();
        return true;
    }

    private Tally.Count read(Optional<Stage> moment) {
        for (WordScan scan : scans) {
            scan.scan(text.characters(), text.length());
        }
        Optional<Stage> stage = reply.moment().isPresent() ? reply.moment() : moment;
        int code = reply.code() + CODES * (stage.isPresent() ? stage.get().ordinal() + 1 : 0);
        Setting setting = memory.setting(code, reply.form());
        if (setting == null) {
            setting = memory.keep(code, reply.form(), new Frame(annotator, symptom(stage)));
        }
        int length = key(setting);
        Tally.Count count = length < 0 ? null : ask(memory.combination(setting, key, length));
        return count == null ? tally.count(annotator.best(symptom(stage))) : count;
    }

    private ReplySymptom symptom(Optional<Stage> stage) {
        return ReplySymptom.at(stage, reply.reply());
    }

    // The words that rules start from, of each book in the order in which they were found; -1 if there are too many.
    private int key(Setting setting) {
        int length = 0;
        for (int book = 0; book < scans.length; book++) {
            WordScan scan = scans[book];
            byte[] known = setting.starts()[book];
            if (length + scan.found() + 1 > MOST_WORDS) {
                return -1;
            }
            key[length++] = -1;
            for (int i = 0; i < scan.found(); i++) {
                int word = scan.word(i);
                if (known[word] == 0) {
                    BitSet words = new BitSet();
                    scan.collect(word, words);
                    known[word] = setting.frame().starts(book, words) ? Setting.YES : Setting.NO;
                }
                if (known[word] == Setting.YES) {
                    key[length++] = word;
                }
            }
        }
        return length;
    }

    // Asks one question after the other; null if there are too many.
    private Tally.Count ask(Combination combination) {
        deliberation = null;
        if (combination.first == null) {
            combination.first = think(combination, 0);
        }
        Question question = combination.first;
        int depth = 0;
        while (question.kind == Question.Kind.WORDS || question.kind == Question.Kind.PATTERN) {
            if (depth == MOST_DEPTH) {
                return null;
            }
            boolean yes = answer(combination, question);
            asked[depth] = question;
            answers[depth++] = yes;
            Question next = yes ? question.yes : question.no;
            if (next == null) {
                next = think(combination, depth);
                question.yes = yes ? next : question.yes;
                question.no = yes ? question.no : next;
            }
            question = next;
        }
        return question.kind == Question.Kind.LENGTH ? longest(combination, question.rivals) : question.count;
    }

    private boolean answer(Combination combination, Question question) {
        Contender contender = question.rivals.get(0);
        if (question.kind == Question.Kind.WORDS) {
            WordScan scan = scans[contender.book()];
            return all(scan, contender.when().all())
                    && !any(scan, contender.when().not());
        }
        // No text, no pattern.
        if (text.length() == 0 || !possible(contender)) {
            return false;
        }
        return question.scan.isPresent()
                ? question.scan.get().find(text.characters(), text.length())
                : combination.setting.frame().found(contender, text.toString()) >= 0;
    }

    private static boolean all(WordScan scan, List<Literal> literals) {
        for (Literal literal : literals) {
            if (!scan.has(literal.number())) {
                return false;
            }
        }
        return true;
    }

    private static boolean any(WordScan scan, List<Literal> literals) {
        for (Literal literal : literals) {
            if (scan.has(literal.number())) {
                return true;
            }
        }
        return false;
    }

    // Whether the words are there without which there is no match.
    private boolean possible(Contender contender) {
        for (int[] any : contender.needed()) {
            boolean found = false;
            for (int word : any) {
                found |= scans[contender.book()].has(word);
            }
            if (!found) {
                return false;
            }
        }
        return true;
    }

    private Question think(Combination combination, int depth) {
        if (deliberation == null) {
            List<BitSet> words = new ArrayList<>();
            for (int i = 0; i < scans.length; i++) {
                words.add(new BitSet());
            }
            int book = -1;
            for (int word : combination.key) {
                if (word < 0) {
                    book++;
                } else {
                    scans[book].collect(word, words.get(book));
                }
            }
            deliberation = new Deliberation(combination.setting.frame(), words, patterns, tally);
        }
        memory.asked();
        return deliberation.next(asked, answers, depth);
    }

    private Tally.Count longest(Combination combination, List<Contender> rivals) {
        Frame frame = combination.setting.frame();
        String words = text.toString();
        Contender longest = rivals.get(0);
        long most = Long.MIN_VALUE;
        for (Contender rival : rivals) {
            int found = rival.when().pattern().isPresent() ? Math.max(0, frame.found(rival, words)) : 0;
            long rank = rival.rank(found);
            longest = rank > most || rank == most && rival.place() < longest.place() ? rival : longest;
            most = Math.max(most, rank);
        }
        Rule rule = longest.rule();
        return tally.count(
                rule.says().reason(), frame.verdict(rule), rule.says().provider());
    }
}
