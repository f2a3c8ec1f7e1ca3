package dev.smtpsh.annotate.automaton;

import java.util.BitSet;
import java.util.List;

/** An expression taken apart. What it captures and which of several matches it prefers is left out. */
sealed interface Shape {
    /** No count at all. */
    int ENDLESS = -1;

    /** The fewest symbols that it matches. */
    int least();

    /** One symbol out of a set. */
    record One(BitSet symbols) implements Shape {
        @Override
        public int least() {
            return 1;
        }
    }

    /** One after the other. */
    record Row(List<Shape> parts) implements Shape {
        @Override
        public int least() {
            int least = 0;
            for (Shape part : parts) {
                least += part.least();
            }
            return least;
        }
    }

    /** Any one of them. */
    record Either(List<Shape> ways) implements Shape {
        @Override
        public int least() {
            int least = Integer.MAX_VALUE;
            for (Shape way : ways) {
                least = Math.min(least, way.least());
            }
            return least;
        }
    }

    /**
     * The same several times.
     *
     * @param most {@link #ENDLESS} where there is no end to it
     */
    record Repeated(Shape what, int fewest, int most) implements Shape {
        @Override
        public int least() {
            return fewest * what.least();
        }
    }

    /** Something that must be so between two symbols. */
    enum Place implements Shape {
        START,
        END,
        BOUNDARY,
        NO_BOUNDARY;

        @Override
        public int least() {
            return 0;
        }
    }
}
