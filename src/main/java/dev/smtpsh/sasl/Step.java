package dev.smtpsh.sasl;

/** What comes of a challenge. */
public sealed interface Step {
    /** These octets are the answer. */
    record Answer(byte[] octets) implements Step {
        /** Never shows what is a secret. */
        @Override
        public String toString() {
            return "Answer of " + octets.length + " octets";
        }
    }

    /** The challenge needed no answer but an empty one: all has been said, and the server has proved itself. */
    record Finished() implements Step {}

    /**
     * The challenge must not be answered.
     *
     * @param why a sentence without full stop
     */
    record Wrong(String why) implements Step {}
}
