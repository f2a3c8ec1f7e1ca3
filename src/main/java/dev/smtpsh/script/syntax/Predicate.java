package dev.smtpsh.script.syntax;

import java.util.List;
import java.util.Optional;

/**
 * Something that must be true of the last exchange.
 *
 * @param operator empty where the subject itself is to be true
 * @param values what it is compared with: none without operator, one, or many after {@code in}
 */
public record Predicate(boolean negated, Subject.Asked subject, Optional<Operator> operator, List<Value> values) {
    public Predicate {
        values = List.copyOf(values);
    }

    /** How a subject is compared. */
    public enum Operator {
        EQUAL("=="),
        UNEQUAL("!="),
        LESS("<"),
        AT_MOST("<="),
        MORE(">"),
        AT_LEAST(">="),
        LIKE("~"),
        CONTAINS("contains"),
        STARTS_WITH("startswith"),
        IN("in");

        private final String sign;

        Operator(String sign) {
            this.sign = sign;
        }

        public String sign() {
            return sign;
        }

        /** Whether it asks for an order. */
        public boolean ordering() {
            return this == LESS || this == AT_MOST || this == MORE || this == AT_LEAST;
        }

        /** Whether it looks into a text. */
        public boolean textual() {
            return this == LIKE || this == CONTAINS || this == STARTS_WITH;
        }

        public static Optional<Operator> named(String sign) {
            for (Operator operator : values()) {
                if (operator.sign.equals(sign)) {
                    return Optional.of(operator);
                }
            }
            return Optional.empty();
        }
    }

    /** What a value is written as. */
    public enum Form {
        WORD,
        QUOTED,
        EXPRESSION
    }

    /**
     * What a subject is compared with.
     *
     * @param anyCase whether an expression ignores letter case
     */
    public record Value(Template text, Form form, boolean anyCase) {}
}
