package dev.smtpsh.annotate.matching;

import dev.smtpsh.annotate.Annotation;
import dev.smtpsh.annotate.Symptom.ReplySymptom;
import dev.smtpsh.annotate.transcript.Tally;
import dev.smtpsh.annotate.words.WordScan;
import dev.smtpsh.smtp.state.Stage;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/**
 * Counts the plain lines of a list of replies, several times as fast as {@link RuleAnnotator#best} and to the same result.
 * What a reply means follows from its code, its enhanced status code and the words found in it, so each such combination
 * is thought about once and then remembered. Rules with a pattern are tried on the text, where they would count otherwise. Not safe to share between threads.
 */
public final class ReplyCounter {
    // Limit summary-memory: lists of good faith have some hundred combinations; when it is full, it starts anew.
    private static final int MOST_MEMORIES = 8192;
    // A line with more different words is not remembered.
    private static final int MOST_KEYS = 100;
    private static final int SHELVES = 16 * 1024;
    private static final int CODES = 1000;
    private static final byte[] NONE = {0};

    private final RuleAnnotator annotator;
    private final WordScan[] scans;
    private final ListedReply reply = new ListedReply();
    private final Memory[] shelves = new Memory[SHELVES];
    private final int[] key = new int[MOST_KEYS];
    private final List<BitSet> nothing = new ArrayList<>();
    private final Tally tally;
    private int memories;
    private Optional<Stage> stage = Optional.empty();

    // A combination that was met, and how often since it was last told to the tally.
    private static final class Memory {
        private final int[] key;
        private final int hash;
        private final Facts facts;
        private final Contest contest;
        private final Memory next;
        // Whether all that may win count alike; otherwise the best is that of the text last met.
        private boolean decided;
        private Annotation best;
        private byte[] text = NONE;
        private long count;

        Memory(int[] key, int hash, Facts facts, Contest contest, Memory next) {
            this.key = key;
            this.hash = hash;
            this.facts = facts;
            this.contest = contest;
            this.next = next;
        }
    }

    /** @param tally is complete after {@link #finish} */
    public ReplyCounter(RuleAnnotator annotator, Tally tally) {
        this.annotator = annotator;
        this.tally = tally;
        scans = new WordScan[annotator.books().size()];
        for (int i = 0; i < scans.length; i++) {
            scans[i] = annotator.books().get(i).scan();
            nothing.add(new BitSet());
        }
    }

    /**
     * Counts the reply in one line.
     *
     * @param octets hold the line from {@code start} to {@code end}, its line end left out
     * @param moment when it came in, if known
     * @return false if the line is not of the plain kind (a code, then text in ASCII, of moderate length): it was not counted
     */
    public boolean count(byte[] octets, int start, int end, Optional<Stage> moment) {
        stage = moment;
        if (!reply.read(octets, start, end)) {
            return false;
        }
        for (WordScan scan : scans) {
            if (!found(scan, octets)) {
                return false;
            }
        }
        int length = key();
        if (length < 0) {
            Facts facts = facts();
            tally.add(annotator.winner(Contest.of(annotator.books(), facts, words()), facts, nothing));
            return true;
        }
        int hash = hash(length);
        Memory memory = shelves[hash & SHELVES - 1];
        while (memory != null
                && !(memory.hash == hash && Arrays.equals(memory.key, 0, memory.key.length, key, 0, length))) {
            memory = memory.next;
        }
        if (memory == null) {
            think(hash, length);
        } else {
            count(memory);
        }
        return true;
    }

    /** Tells the tally what was counted since. */
    public void finish() {
        for (int i = 0; i < SHELVES; i++) {
            for (Memory memory = shelves[i]; memory != null; memory = memory.next) {
                tell(memory);
            }
            shelves[i] = null;
        }
        memories = 0;
    }

    private boolean found(WordScan scan, byte[] octets) {
        int state = scan.begin();
        for (int i = 0; i < reply.parts() && state >= 0; i++) {
            state = i == 0 ? state : scan.blank(state);
            state = scan.scan(state, octets, reply.from(i), reply.to(i));
        }
        return state >= 0;
    }

    private int key() {
        key[0] = reply.code() + CODES * (stage.isPresent() ? stage.get().ordinal() + 1 : 0);
        key[1] = reply.status();
        int length = 2;
        for (WordScan scan : scans) {
            int count = scan.found();
            if (length + count + 1 > MOST_KEYS) {
                return -1;
            }
            key[length++] = count;
            for (int i = 0; i < count; i++) {
                key[length++] = scan.set(i);
            }
        }
        return length;
    }

    private int hash(int length) {
        int hash = 0;
        for (int i = 0; i < length; i++) {
            hash = hash * 31 + key[i];
        }
        return hash ^ hash >>> 15;
    }

    private void think(int hash, int length) {
        if (memories == MOST_MEMORIES) {
            finish();
        }
        Facts facts = facts();
        Contest contest = Contest.of(annotator.books(), facts, words());
        int shelf = hash & SHELVES - 1;
        Memory memory = new Memory(Arrays.copyOf(key, length), hash, facts, contest, shelves[shelf]);
        List<Annotation> hopefuls = annotator.hopefuls(contest, facts);
        memory.best = hopefuls.get(0);
        memory.decided = true;
        for (Annotation other : hopefuls) {
            memory.decided &= Tally.alike(memory.best, other);
        }
        shelves[shelf] = memory;
        memories++;
        count(memory);
    }

    private void count(Memory memory) {
        if (!memory.decided && !reply.says(memory.text)) {
            tell(memory);
            memory.best = annotator.winner(memory.contest, memory.facts.saying(reply.folded()), nothing);
            memory.text = reply.text();
        }
        memory.count++;
    }

    private void tell(Memory memory) {
        if (memory.count > 0) {
            tally.add(memory.best, memory.count);
            memory.count = 0;
        }
    }

    private Facts facts() {
        return Facts.of(ReplySymptom.at(stage, reply.reply()));
    }

    private List<BitSet> words() {
        List<BitSet> words = new ArrayList<>(scans.length);
        for (WordScan scan : scans) {
            words.add(scan.words());
        }
        return words;
    }
}
