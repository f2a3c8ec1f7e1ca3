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

    /** Does nothing for a while. */
    record Pause(Duration length) implements Act {}

    /** Waits until the client has sent something. */
    record AwaitClient() implements Act {}

    /**
     * Begins TLS.
     *
     * @param lastPlain what goes out in plain text just before: the reply to STARTTLS
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
        STALL("stalled");

        private final String words;

        Way(String words) {
            this.words = words;
        }

        public String words() {
            return words;
        }
    }
}
