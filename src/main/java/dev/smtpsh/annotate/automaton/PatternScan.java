package dev.smtpsh.annotate.automaton;

import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Tells whether an expression of RE2 occurs in a folded text, as RE2/J would, letter case ignored, some fifty times as
 * fast: which steps of the expression a text has come to is one state, and where each symbol leads from there is looked up
 * in a table, which is filled as texts need it. Not safe to share between threads.
 */
public final class PatternScan {
    // Limit summary-states: texts of good faith need some dozens; when it is full, it starts anew.
    private static final int MOST_STATES = 1000;
    private static final int FOUND = -1;
    // It will not be found any more.
    private static final int LOST = -2;
    private static final int FIRST = 0;

    private final Program program;
    private final int least;
    // For each symbol its column in the table; those that the expression does not tell apart share one.
    private final short[] column = new short[Syntax.SYMBOLS];
    private final int[] symbol = new int[Syntax.SYMBOLS];
    private final int width;
    // Whether it can begin at the start of a text alone.
    private final boolean anchored;

    private final Map<State, Integer> numbers = new HashMap<>();
    private State[] states = new State[8];
    // Cells hold the next state and one, FOUND or LOST where the text need not be read on, zero where it is not known
    // yet.
    private int[] table;

    private final int[] waiting;
    private final int[] seen;
    private int turn;

    // Where the expression stands before a symbol, and whether the one before that was of a word.
    private record State(BitSet steps, boolean word, boolean start) {}

    private PatternScan(Program program, int least) {
        this.program = program;
        this.least = least;
        waiting = new int[program.steps()];
        seen = new int[program.steps()];
        // One column more for the end of the text.
        width = columns() + 1;
        table = new int[states.length * width];
        anchored = anchored();
        forget();
    }

    private boolean anchored() {
        turn++;
        int count = push(0, program.start());
        while (count > 0) {
            int step = waiting[--count];
            boolean start = program.kind(step) == Program.PLACE && program.place(step) == Shape.Place.START;
            if (program.kind(step) == Program.FORK) {
                count = push(push(count, program.next(step)), program.other(step));
            } else if (!start) {
                return false;
            }
        }
        return true;
    }

    /** Prepares an expression; empty if it is of a kind that is not understood here. */
    public static Optional<PatternScan> of(String expression) {
        Optional<Shape> shape = Syntax.read(expression);
        Optional<Program> program = shape.isPresent() ? Program.of(shape.get()) : Optional.empty();
        return program.isPresent()
                ? Optional.of(new PatternScan(program.get(), shape.get().least()))
                : Optional.empty();
    }

    /** The fewest characters that it finds. */
    public int least() {
        return least;
    }

    /**
     * Whether it occurs in a text.
     *
     * @param folded its characters, in small letters, up to {@code length}
     */
    public boolean find(char[] folded, int length) {
        short[] columns = column;
        int[] steps = table;
        int across = width;
        int state = FIRST;
        for (int i = 0; i < length; i++) {
            char symbol = folded[i];
            // The two that stand for one character are one symbol.
            if (symbol >= Syntax.OTHER) {
                i += Character.isHighSurrogate(symbol) ? 1 : 0;
                symbol = Syntax.OTHER;
            }
            int c = columns[symbol];
            int step = steps[state * across + c];
            if (step == 0) {
                step = learn(state, c);
                steps = table;
            }
            if (step < 0) {
                return step == FOUND;
            }
            state = step - 1;
        }
        int last = steps[state * across + across - 1];
        return (last == 0 ? learn(state, across - 1) : last) == FOUND;
    }

    // Symbols that are in the same sets of the expression are one column.
    private int columns() {
        Set<BitSet> sets = new LinkedHashSet<>();
        for (int step = 0; step < program.steps(); step++) {
            if (program.kind(step) == Program.SYMBOL) {
                sets.add(program.symbols(step));
            }
        }
        if (program.bounded()) {
            sets.add(Syntax.words());
        }
        int columns = 1;
        for (BitSet set : sets) {
            columns = split(set, columns);
        }
        for (int c = 0; c < Syntax.SYMBOLS; c++) {
            symbol[column[c]] = c;
        }
        return columns;
    }

    private int split(BitSet set, int columns) {
        int[] number = new int[2 * columns];
        int count = 0;
        for (int c = 0; c < Syntax.SYMBOLS; c++) {
            int key = 2 * column[c] + (set.get(c) ? 1 : 0);
            number[key] = number[key] == 0 ? ++count : number[key];
            column[c] = (short) (number[key] - 1);
        }
        return count;
    }

    private void forget() {
        numbers.clear();
        Arrays.fill(table, 0);
        number(new State(new BitSet(), false, true));
    }

    private int learn(int from, int c) {
        boolean end = c == width - 1;
        State before = states[from];
        boolean word = !end && program.bounded() && Syntax.word(symbol[c]);
        BitSet steps = new BitSet();
        int step = FOUND;
        if (!reach(before, end, word, c, steps)) {
            State after = new State(steps, word, false);
            boolean full = numbers.size() == MOST_STATES && !numbers.containsKey(after);
            if (full) {
                forget();
            }
            step = end || anchored && steps.isEmpty() ? LOST : number(after) + 1;
            if (full) {
                return step;
            }
        }
        table[from * width + c] = step;
        return step;
    }

    /** Collects the steps that a symbol leads to; true if the expression is found before it. */
    private boolean reach(State before, boolean end, boolean word, int c, BitSet steps) {
        turn++;
        int count = push(0, program.start());
        for (int step = before.steps().nextSetBit(0);
                step >= 0;
                step = before.steps().nextSetBit(step + 1)) {
            count = push(count, step);
        }
        while (count > 0) {
            int step = waiting[--count];
            switch (program.kind(step)) {
                case Program.FOUND -> {
                    return true;
                }
                case Program.FORK -> count = push(push(count, program.next(step)), program.other(step));
                case Program.PLACE ->
                    count = holds(program.place(step), before, end, word) ? push(count, program.next(step)) : count;
                default -> {
                    if (!end && program.symbols(step).get(symbol[c])) {
                        arrive(program.next(step), steps);
                    }
                }
            }
        }
        return false;
    }

    private int push(int count, int step) {
        if (seen[step] == turn) {
            return count;
        }
        seen[step] = turn;
        waiting[count] = step;
        return count + 1;
    }

    private void arrive(int step, BitSet steps) {
        int gap = program.gap(step);
        if (gap != Program.NOTHING) {
            for (int other = steps.nextSetBit(0); other >= 0; other = steps.nextSetBit(other + 1)) {
                if (program.gap(other) == gap) {
                    steps.clear(other);
                    steps.set(Math.max(other, step));
                    return;
                }
            }
        }
        steps.set(step);
    }

    private static boolean holds(Shape.Place place, State before, boolean end, boolean word) {
        return switch (place) {
            case START -> before.start();
            case END -> end;
            case BOUNDARY -> before.word() != word;
            case NO_BOUNDARY -> before.word() == word;
        };
    }

    private int number(State state) {
        Integer known = numbers.get(state);
        if (known != null) {
            return known;
        }
        int number = numbers.size();
        if (number == states.length) {
            states = Arrays.copyOf(states, 2 * number);
            table = Arrays.copyOf(table, 2 * number * width);
        }
        states[number] = state;
        numbers.put(state, number);
        return number;
    }
}
