package dev.smtpsh.annotate.counting;

import dev.smtpsh.annotate.Symptom.ReplySymptom;
import dev.smtpsh.annotate.matching.Contender;
import dev.smtpsh.annotate.matching.Frame;
import dev.smtpsh.annotate.matching.RuleAnnotator;
import dev.smtpsh.annotate.transcript.Tally;
import dev.smtpsh.annotate.words.WordScan;
import dev.smtpsh.smtp.state.Stage;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Counts the plain lines of a list of replies, many times as fast as {@link RuleAnnotator#best} and to the same result.
 * Code, enhanced status code and the words that rules start from tell which rules may hold; what is left to ask of the text
 * is thought about once for each such combination, and remembered. Not safe to share between threads.
 */
public final class ReplyCounter {
    // Limit summary-memory: lists of good faith have some thousand combinations; when it is full, it starts anew.
    private static final int MOST_MEMORIES = 16 * 1024;
    private static final int MOST_QUESTIONS = 64 * 1024;
    private static final int MOST_FRAMES = 1024;
    private static final int SHELVES = 16 * 1024;
    // A line with more different words, or about which more must be asked, is not remembered.
    private static final int MOST_WORDS = 100;
    private static final int MOST_DEPTH = 60;

    private static final int CODES = 1000;
    private static final int SPREAD = 0x9e3779b1;

    private final RuleAnnotator annotator;
    private final Tally tally;
    private final WordScan[] scans;
    private final ListedReply reply = new ListedReply();
    private final Patterns patterns = new Patterns();
    private final FoldedText text = new FoldedText();
    private final LineMemory lines = new LineMemory();

    private final Setting[] settings = new Setting[MOST_FRAMES];
    private final Map<Integer, Starts> starts = new HashMap<>();
    private final Memory[] memories = new Memory[SHELVES];
    private int framesKept;
    private int memoriesKept;
    private int questionsKept;
    private final int[] key = new int[MOST_WORDS];
    private final Question[] asked = new Question[MOST_DEPTH];
    private final boolean[] answers = new boolean[MOST_DEPTH];
    // What was thought about last: there is more to think about it until the line is counted.
    private Deliberation deliberation;
    private Memory deliberated;

    // A code and a moment, with what was found out about it: for each word of each book whether a rule starts from it
    // here.
    private static final class Starts {
        private static final byte YES = 1;
        private static final byte NO = 2;

        private final byte[][] words;

        Starts(WordScan[] scans) {
            words = new byte[scans.length][];
            for (int i = 0; i < scans.length; i++) {
                words[i] = new byte[scans[i].size()];
            }
        }
    }

    private static final class Setting {
        private final int code;
        private final int form;
        private final Frame frame;
        private final Starts starts;
        private final Setting next;

        Setting(int code, int form, Frame frame, Starts starts, Setting next) {
            this.code = code;
            this.form = form;
            this.frame = frame;
            this.starts = starts;
            this.next = next;
        }
    }

    // A combination that was met.
    private static final class Memory {
        private final Setting setting;
        private final int[] key;
        private final Memory next;
        private Question first;

        Memory(Setting setting, int[] key, Memory next) {
            this.setting = setting;
            this.key = key;
            this.next = next;
        }

        boolean is(Setting other, int[] otherKey, int length) {
            if (setting != other || key.length != length) {
                return false;
            }
            for (int i = 0; i < length; i++) {
                if (key[i] != otherKey[i]) {
                    return false;
                }
            }
            return true;
        }
    }

    public ReplyCounter(RuleAnnotator annotator, Tally tally) {
        this.annotator = annotator;
        this.tally = tally;
        scans = new WordScan[annotator.books().size()];
        for (int i = 0; i < scans.length; i++) {
            scans[i] = annotator.books().get(i).scan();
        }
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
        Setting setting = setting(stage);
        int length = key(setting);
        Tally.Count count = length < 0 ? null : ask(memory(setting, length));
        return count == null ? tally.count(annotator.best(symptom(stage))) : count;
    }

    private ReplySymptom symptom(Optional<Stage> stage) {
        return ReplySymptom.at(stage, reply.reply());
    }

    private Setting setting(Optional<Stage> stage) {
        int code = reply.code() + CODES * (stage.isPresent() ? stage.get().ordinal() + 1 : 0);
        int form = reply.form();
        int shelf = shelf(code * 31 + form, settings.length);
        Setting setting = settings[shelf];
        while (setting != null && (setting.code != code || setting.form != form)) {
            setting = setting.next;
        }
        return setting == null ? newSetting(code, form, shelf, stage) : setting;
    }

    private Setting newSetting(int code, int form, int shelf, Optional<Stage> stage) {
        if (framesKept++ == MOST_FRAMES) {
            forget();
        }
        Starts known = starts.computeIfAbsent(code, unknown -> new Starts(scans));
        Setting setting = new Setting(code, form, new Frame(annotator, symptom(stage)), known, settings[shelf]);
        settings[shelf] = setting;
        return setting;
    }

    // The words that rules start from, of each book in the order in which they were found; -1 if there are too many.
    private int key(Setting setting) {
        int length = 0;
        for (int book = 0; book < scans.length; book++) {
            WordScan scan = scans[book];
            byte[] known = setting.starts.words[book];
            if (length + scan.found() + 1 > MOST_WORDS) {
                return -1;
            }
            key[length++] = -1;
            for (int i = 0; i < scan.found(); i++) {
                int word = scan.word(i);
                if (known[word] == 0) {
                    BitSet words = new BitSet();
                    scan.collect(word, words);
                    known[word] = setting.frame.starts(book, words) ? Starts.YES : Starts.NO;
                }
                if (known[word] == Starts.YES) {
                    key[length++] = word;
                }
            }
        }
        return length;
    }

    private Memory memory(Setting setting, int length) {
        int hash = setting.code * 31 + setting.form;
        for (int i = 0; i < length; i++) {
            hash = hash * 31 + key[i];
        }
        int shelf = shelf(hash, SHELVES);
        Memory memory = memories[shelf];
        while (memory != null && !memory.is(setting, key, length)) {
            memory = memory.next;
        }
        if (memory == null) {
            if (memoriesKept++ == MOST_MEMORIES) {
                forget();
            }
            memory = new Memory(setting, Arrays.copyOf(key, length), memories[shelf]);
            memories[shelf] = memory;
        }
        return memory;
    }

    private static int shelf(int hash, int shelves) {
        return hash * SPREAD >>> Integer.SIZE - Integer.numberOfTrailingZeros(shelves);
    }

    private void forget() {
        Arrays.fill(settings, null);
        starts.clear();
        Arrays.fill(memories, null);
        framesKept = 0;
        memoriesKept = 0;
        questionsKept = 0;
        deliberated = null;
    }

    // Asks one question after the other; null if there are too many.
    private Tally.Count ask(Memory memory) {
        if (memory.first == null) {
            memory.first = think(memory, 0);
        }
        Question question = memory.first;
        int depth = 0;
        while (question.kind == Question.Kind.WORD || question.kind == Question.Kind.PATTERN) {
            if (depth == MOST_DEPTH) {
                return null;
            }
            boolean yes = answer(memory, question);
            asked[depth] = question;
            answers[depth++] = yes;
            Question next = yes ? question.yes : question.no;
            if (next == null) {
                next = think(memory, depth);
                question.yes = yes ? next : question.yes;
                question.no = yes ? question.no : next;
            }
            question = next;
        }
        return question.kind == Question.Kind.LENGTH ? longest(memory, question.rivals) : question.count;
    }

    private boolean answer(Memory memory, Question question) {
        if (question.kind == Question.Kind.WORD) {
            return scans[question.book].has(question.word);
        }
        Contender contender = question.rivals.get(0);
        // No text, no pattern.
        if (text.length() == 0 || !possible(contender)) {
            return false;
        }
        return question.scan.isPresent()
                ? question.scan.get().find(text.characters(), text.length())
                : memory.setting.frame.found(contender, text.toString()) >= 0;
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

    private Question think(Memory memory, int depth) {
        if (deliberated != memory) {
            List<BitSet> words = new ArrayList<>();
            for (WordScan scan : scans) {
                words.add(new BitSet());
            }
            int book = -1;
            for (int word : memory.key) {
                if (word < 0) {
                    book++;
                } else {
                    scans[book].collect(word, words.get(book));
                }
            }
            deliberation = new Deliberation(memory.setting.frame, words, patterns, tally);
            deliberated = memory;
        }
        if (questionsKept++ == MOST_QUESTIONS) {
            forget();
        }
        return deliberation.next(asked, answers, depth);
    }

    private Tally.Count longest(Memory memory, List<Contender> rivals) {
        Frame frame = memory.setting.frame;
        String words = text.toString();
        Contender longest = null;
        long most = -1;
        for (Contender rival : rivals) {
            int found = rival.when().pattern().isPresent() ? Math.max(0, frame.found(rival, words)) : 0;
            long rank = rival.rank(found);
            boolean more = rank > most || rank == most && rival.place() < longest.place();
            longest = more ? rival : longest;
            most = Math.max(most, rank);
        }
        return tally.count(
                longest.rule().says().reason(),
                frame.verdict(longest.rule()),
                longest.rule().says().provider());
    }
}
