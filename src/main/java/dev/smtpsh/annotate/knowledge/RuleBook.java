package dev.smtpsh.annotate.knowledge;

import dev.smtpsh.annotate.words.WordScan;
import dev.smtpsh.annotate.words.Words;
import dev.smtpsh.smtp.reply.EnhancedStatus;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.BitSet;
import java.util.Optional;

/**
 * Pressed rules, opened. A rule is decoded when it is first asked for, and kept. Safe to share between threads: rules
 * are immutable, and two threads that decode the same one get equals.
 *
 * <p>Layout, all numbers big-endian: magic; numbers of rules, index keys, strings; size of the rule part. Then where each
 * rule starts in the rule part; the index keys, ascending; for each key its rules ({@link dev.smtpsh.annotate.words.Postings}); where each string
 * starts, and where the last one ends; the rule part ({@link RuleDecoder}); the strings in UTF-8.
 */
public final class RuleBook {
    static final int MAGIC = 0x534d5202;
    static final int NOTHING = -1;

    // Index keys: code patterns stand below these two, patterns of enhanced status codes above.
    static final int KEY_WITHOUT_STATUS = 1400;
    static final int KEY_ANYTHING = 1401;

    private static final int HEADER = 5 * Integer.BYTES;
    private static final int EVERY_WILDCARD = 8;

    private final Pressed pressed;
    private final ByteBuffer octets;
    private final Rule[] decoded;
    private final Rule.Premise[] premises;
    private final int keys;
    private final int keysAt;
    private final int startsAt;
    private final int postingsAt;
    private final int stringStartsAt;
    private final int rulesAt;
    private final int stringsAt;
    private Words words;

    private RuleBook(Pressed pressed) {
        this.pressed = pressed;
        octets = ByteBuffer.wrap(pressed.rules());
        if (octets.getInt(0) != MAGIC) {
            throw new IllegalArgumentException("no pressed rules, or of another version of smtpsh");
        }
        decoded = new Rule[octets.getInt(4)];
        premises = new Rule.Premise[decoded.length];
        keys = octets.getInt(8);
        int strings = octets.getInt(12);
        keysAt = HEADER + Integer.BYTES * decoded.length;
        startsAt = keysAt + Integer.BYTES * keys;
        postingsAt = startsAt + Integer.BYTES * (keys + 1);
        stringStartsAt = postingsAt + Integer.BYTES * octets.getInt(startsAt + Integer.BYTES * keys);
        rulesAt = stringStartsAt + Integer.BYTES * (strings + 1);
        stringsAt = rulesAt + octets.getInt(16);
    }

    public static RuleBook open(Pressed pressed) {
        return new RuleBook(pressed);
    }

    /** As {@link Pressed#documented()}. */
    public boolean documented() {
        return pressed.documented();
    }

    public int size() {
        return decoded.length;
    }

    public Rule rule(int number) {
        Rule rule = decoded[number];
        if (rule == null) {
            rule = decoder(number).rule(premise(number));
            decoded[number] = rule;
        }
        return rule;
    }

    /** What {@link #rule} begins with: of most rules more is never asked. */
    public Rule.Premise premise(int number) {
        Rule.Premise premise = premises[number];
        if (premise == null) {
            premise = decoder(number).premise();
            premises[number] = premise;
        }
        return premise;
    }

    private RuleDecoder decoder(int number) {
        int start = rulesAt + octets.getInt(HEADER + Integer.BYTES * number);
        return new RuleDecoder(octets.duplicate().position(start), this);
    }

    String string(int number) {
        int start = octets.getInt(stringStartsAt + Integer.BYTES * number);
        int end = octets.getInt(stringStartsAt + Integer.BYTES * (number + 1));
        return new String(octets.array(), stringsAt + start, end - start, StandardCharsets.UTF_8);
    }

    /** The numbers of the words that occur in a text folded by {@link #fold}. */
    public BitSet wordsIn(String folded) {
        return words().in(folded);
    }

    /** Finds the same as {@link #wordsIn}, faster where there are many texts. */
    public WordScan scan() {
        return new WordScan(words());
    }

    /** A text in the form that words are looked for in: letter case and the amount of white space do not count. */
    public static String fold(CharSequence text) {
        return Words.fold(text);
    }

    /** Adds the rules that start from any of the words found. */
    public void collectByWords(BitSet found, BitSet collected) {
        for (int word = found.nextSetBit(0); word >= 0; word = found.nextSetBit(word + 1)) {
            words().collectRules(word, collected);
        }
    }

    /** Adds the rules that ask for nothing but this code, or its class, besides the circumstances. */
    public void collectByCode(int code, BitSet collected) {
        for (int any = 0; any < EVERY_WILDCARD; any++) {
            collect(CodePattern.keyOf(code, any), collected);
        }
    }

    /** As {@link #collectByCode}, for the enhanced status code, or for there being none. */
    public void collectByStatus(Optional<EnhancedStatus> status, BitSet collected) {
        if (status.isEmpty()) {
            collect(KEY_WITHOUT_STATUS, collected);
            return;
        }
        for (int any = 0; any < EVERY_WILDCARD; any++) {
            collect(StatusPattern.keyOf(status.get(), any), collected);
        }
    }

    /** Adds the rules that ask for neither words nor code nor enhanced status code. */
    public void collectOthers(BitSet collected) {
        collect(KEY_ANYTHING, collected);
    }

    /** Whether a rule without words is about exactly this code. */
    public boolean knows(int code) {
        return find(CodePattern.keyOf(code, 0)) >= 0;
    }

    /** Whether a rule without words is about exactly this enhanced status code, whatever its class. */
    public boolean knows(EnhancedStatus status) {
        return find(StatusPattern.keyOf(status, 0)) >= 0 || find(StatusPattern.keyOf(status, 4)) >= 0;
    }

    private void collect(int key, BitSet collected) {
        int index = find(key);
        if (index < 0) {
            return;
        }
        int end = octets.getInt(startsAt + Integer.BYTES * (index + 1));
        for (int i = octets.getInt(startsAt + Integer.BYTES * index); i < end; i++) {
            collected.set(octets.getInt(postingsAt + Integer.BYTES * i));
        }
    }

    private int find(int key) {
        int low = 0;
        int high = keys - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            int there = octets.getInt(keysAt + Integer.BYTES * middle);
            if (there == key) {
                return middle;
            }
            if (there < key) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return NOTHING;
    }

    private synchronized Words words() {
        if (words == null) {
            words = Words.read(pressed.words());
        }
        return words;
    }
}
