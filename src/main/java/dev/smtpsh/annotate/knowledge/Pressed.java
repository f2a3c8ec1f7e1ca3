package dev.smtpsh.annotate.knowledge;

/**
 * Where a {@link RuleBook} has its octets from. Rules and words stand apart, because a code alone is explained without
 * looking for words.
 */
public interface Pressed {
    byte[] rules();

    /** Asked for once at most, and only when a text is to be searched. */
    byte[] words();

    /** Whether the reference has pages made from these rules: it has none for an operator's own. */
    default boolean documented() {
        return false;
    }

    /** Octets at hand. */
    record AtHand(byte[] rules, byte[] words) implements Pressed {}
}
