package dev.smtpsh.annotate.counting;

import dev.smtpsh.annotate.matching.Frame;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/** The combinations of frame and words that were met; when there are too many, all are forgotten. */
final class Memory {
    // Limit summary-memory: lists of good faith have some thousand combinations.
    private static final int MOST_COMBINATIONS = 16 * 1024;
    private static final int MOST_QUESTIONS = 64 * 1024;
    private static final int MOST_FRAMES = 1024;

    private static final int SPREAD = 0x9e3779b1;

    private final int[] words;
    private final Setting[] settings = new Setting[MOST_FRAMES];
    private final Map<Integer, byte[][]> starts = new HashMap<>();
    private final Combination[] combinations = new Combination[MOST_COMBINATIONS];
    private int settingsKept;
    private int combinationsKept;
    private int questionsKept;

    /**
     * A frame, with what was found out about it.
     *
     * @param starts for each word of each book whether a rule starts from it for this code at this moment: {@link #YES},
     *     {@link #NO}, or zero where that is not known yet
     */
    record Setting(int code, int form, Frame frame, byte[][] starts, Setting next) {
        static final byte YES = 1;
        static final byte NO = 2;
    }

    /** A frame and the words to start from; what is asked then comes in time. */
    static final class Combination {
        final Setting setting;
        final int[] key;
        Question first;
        private final Combination next;

        private Combination(Setting setting, int[] key, Combination next) {
            this.setting = setting;
            this.key = key;
            this.next = next;
        }

        private boolean is(Setting other, int[] otherKey, int length) {
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

    /** @param words how many each book has */
    Memory(int[] words) {
        this.words = words;
    }

    /** What is known of a code with its moment and the form of a reply; null if nothing is. */
    Setting setting(int code, int form) {
        Setting setting = settings[shelf(code * 31 + form, settings.length)];
        while (setting != null && (setting.code != code || setting.form != form)) {
            setting = setting.next;
        }
        return setting;
    }

    Setting keep(int code, int form, Frame frame) {
        if (settingsKept == MOST_FRAMES) {
            forget();
        }
        settingsKept++;
        byte[][] known = starts.computeIfAbsent(code, unknown -> blank());
        int shelf = shelf(code * 31 + form, settings.length);
        settings[shelf] = new Setting(code, form, frame, known, settings[shelf]);
        return settings[shelf];
    }

    private byte[][] blank() {
        byte[][] blank = new byte[words.length][];
        for (int i = 0; i < words.length; i++) {
            blank[i] = new byte[words[i]];
        }
        return blank;
    }

    /** A combination, new or known. */
    Combination combination(Setting setting, int[] key, int length) {
        int hash = setting.code * 31 + setting.form;
        for (int i = 0; i < length; i++) {
            hash = hash * 31 + key[i];
        }
        int shelf = shelf(hash, combinations.length);
        Combination combination = combinations[shelf];
        while (combination != null && !combination.is(setting, key, length)) {
            combination = combination.next;
        }
        if (combination == null) {
            if (combinationsKept == MOST_COMBINATIONS) {
                forget();
            }
            combinationsKept++;
            combination = new Combination(setting, Arrays.copyOf(key, length), combinations[shelf]);
            combinations[shelf] = combination;
        }
        return combination;
    }

    /** Says that one question more is kept. */
    void asked() {
        if (questionsKept == MOST_QUESTIONS) {
            forget();
        }
        questionsKept++;
    }

    private void forget() {
        Arrays.fill(settings, null);
        Arrays.fill(combinations, null);
        starts.clear();
        settingsKept = 0;
        combinationsKept = 0;
        questionsKept = 0;
    }

    private static int shelf(int hash, int shelves) {
        return hash * SPREAD >>> Integer.SIZE - Integer.numberOfTrailingZeros(shelves);
    }
}
