package dev.smtpsh.annotate.automaton;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Optional;

/** An expression as steps of a machine that stands at many of them at once (Thompson). */
final class Program {
    /** Kinds of a step. */
    static final byte SYMBOL = 0;

    static final byte FORK = 1;
    static final byte PLACE = 2;
    static final byte FOUND = 3;

    static final int NOTHING = -1;
    // A count is so many copies of what it counts.
    private static final int MOST_STEPS = 4000;

    private byte[] kind = new byte[64];
    private int[] next = new int[64];
    private int[] other = new int[64];
    private Object[] needs = new Object[64];
    private int[] gap = new int[64];
    private int steps;
    private int gaps;
    private int start;
    private boolean bounded;

    private Program() {}

    /** Writes an expression; empty if it takes too many steps. */
    static Optional<Program> of(Shape shape) {
        Program program = new Program();
        program.start = program.write(shape, program.step(FOUND, NOTHING, NOTHING, ""));
        return program.steps < MOST_STEPS ? Optional.of(program) : Optional.empty();
    }

    int steps() {
        return steps;
    }

    int start() {
        return start;
    }

    byte kind(int step) {
        return kind[step];
    }

    int next(int step) {
        return next[step];
    }

    /** The other way at a fork. */
    int other(int step) {
        return other[step];
    }

    /** What a symbol must be. */
    BitSet symbols(int step) {
        return (BitSet) needs[step];
    }

    Shape.Place place(int step) {
        return (Shape.Place) needs[step];
    }

    /**
     * The number of a stretch of up to so many symbols, or {@link #NOTHING}: of several steps in one stretch, the one that
     * has the most of it before it, the one of the highest number, can do all that the others can.
     */
    int gap(int step) {
        return gap[step];
    }

    /** Whether it asks for the bounds of words. */
    boolean bounded() {
        return bounded;
    }

    // From the end to the beginning: where a step leads to is then known.
    private int write(Shape shape, int then) {
        if (steps >= MOST_STEPS) {
            return then;
        }
        if (shape instanceof Shape.One one) {
            return step(SYMBOL, then, NOTHING, one.symbols());
        }
        if (shape instanceof Shape.Row row) {
            int at = then;
            for (int i = row.parts().size() - 1; i >= 0; i--) {
                at = write(row.parts().get(i), at);
            }
            return at;
        }
        if (shape instanceof Shape.Either either) {
            int at = write(either.ways().get(0), then);
            for (Shape way : either.ways().subList(1, either.ways().size())) {
                at = step(FORK, write(way, then), at, "");
            }
            return at;
        }
        if (shape instanceof Shape.Repeated repeated) {
            return write(repeated, then);
        }
        bounded |= shape == Shape.Place.BOUNDARY || shape == Shape.Place.NO_BOUNDARY;
        return step(PLACE, then, NOTHING, shape);
    }

    private int write(Shape.Repeated repeated, int then) {
        int at = then;
        if (repeated.most() == Shape.ENDLESS) {
            at = step(FORK, NOTHING, then, "");
            int body = write(repeated.what(), at);
            next[at] = body;
        } else {
            int stretch = repeated.what() instanceof Shape.One ? gaps++ : NOTHING;
            for (int i = repeated.fewest(); i < repeated.most() && steps < MOST_STEPS; i++) {
                at = step(FORK, write(repeated.what(), at), then, "");
                gap[at] = stretch;
            }
        }
        for (int i = 0; i < repeated.fewest() && steps < MOST_STEPS; i++) {
            at = write(repeated.what(), at);
        }
        return at;
    }

    private int step(byte what, int then, int otherwise, Object need) {
        if (steps == kind.length) {
            kind = Arrays.copyOf(kind, 2 * steps);
            next = Arrays.copyOf(next, 2 * steps);
            other = Arrays.copyOf(other, 2 * steps);
            needs = Arrays.copyOf(needs, 2 * steps);
            gap = Arrays.copyOf(gap, 2 * steps);
        }
        kind[steps] = what;
        next[steps] = then;
        other[steps] = otherwise;
        needs[steps] = need;
        gap[steps] = NOTHING;
        return steps++;
    }
}
