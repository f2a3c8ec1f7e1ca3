package dev.smtpsh.practice.fault;

import dev.smtpsh.smtp.Octets;
import java.time.Duration;

/** What the server does next on a connection; acts are carried out in order. */
public sealed interface Act {
    /** Sends octets at once. */
    record Send(Octets octets) implements Act {}

    /** Sends octets one by one, {@code pace} apart. */
    record Drip(Octets octets, Duration pace) implements Act {}

    /** Sends the same octets again and again, until the client goes or the flood limit is reached. */
    record Flood(Octets unit) implements Act {}

    /**
     * Keeps octets until others are sent.
     *
     * @param behind whether they go behind those, not before them
     */
    record Hold(Octets octets, boolean behind) implements Act {}

    /** Does nothing for a while. */
    record Pause(Duration length) implements Act {}

    /** Waits until the client has sent something. */
    record AwaitClient() implements Act {}

    /**
     * Begins TLS.
     *
     * @param lastPlain what goes out in plain text just before: the reply to STARTTLS; empty if that was before, and what
     *     has come since belongs to the handshake
     */
    record Handshake(Octets lastPlain) implements Act {}

    /** Ends the conversation; no act comes after it. */
    record Leave(Way way) implements Act {}

    /** How a server leaves a conversation. */
    enum Way {
        /** Closes in good order. */
        CLOSE("closed"),
        /** Closes TCP without a word, inside TLS without close_notify. */
        DROP("dropped"),
        /** Resets TCP. */
        RESET("reset"),
        /** Keeps the connection, reads on and says nothing more. */
        STALL("stalled"),
        /** Closes its own side of TCP, reads on and says nothing more. */
        HALF_CLOSE("half closed"),
        /** Keeps the connection and stops reading, so that the client cannot send for ever. */
        DEAF("not read from any more");

        private final String words;

        Way(String words) {
            this.words = words;
        }

        public String words() {
            return words;
        }

        /** Whether the connection is still there afterwards. */
        public boolean stays() {
            return this == STALL || this == HALF_CLOSE || this == DEAF;
        }
    }
}
