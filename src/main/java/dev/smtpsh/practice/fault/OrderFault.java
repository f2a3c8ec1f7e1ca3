package dev.smtpsh.practice.fault;

import dev.smtpsh.smtp.Octets;

/** Faults of order: replies that come too early, too late, together, in the wrong order or not at all. */
public sealed interface OrderFault extends Fault {
    /** No reply; the conversation goes on. */
    record NoReply() implements OrderFault {
        @Override
        public void spoil(Delivery delivery) {
            delivery.withhold();
        }

        @Override
        public String words() {
            return "leaves the reply out";
        }
    }

    /**
     * The reply is kept until the next one goes out.
     *
     * @param behind whether it comes behind that one instead of before it
     */
    record Hold(boolean behind) implements OrderFault {
        @Override
        public void spoil(Delivery delivery) {
            delivery.hold(behind);
        }

        @Override
        public String words() {
            return behind ? "lets the next reply overtake this one" : "sends this reply together with the next one";
        }
    }

    /** A chunk is answered before it has come (RFC 3030 wants it read first). */
    record Early() implements OrderFault {
        @Override
        public boolean early() {
            return true;
        }

        @Override
        public void spoil(Delivery delivery) {
            // Whoever leads the conversation sees to the time.
        }

        @Override
        public String words() {
            return "answers a chunk before it has come";
        }
    }

    /** Plain text behind the 220 of STARTTLS, a moment later, in a segment of its own. */
    record InjectLate(Octets octets) implements OrderFault {
        @Override
        public void spoil(Delivery delivery) {
            delivery.injectLate(octets);
        }

        @Override
        public String words() {
            return "sends plain text a moment after the reply to STARTTLS";
        }
    }
}
