package dev.smtpsh.practice.fault;

import java.time.Duration;

/** Faults of how the octets of a reply are put, and when each of them goes out. */
public sealed interface ShapeFault extends Fault {
    /** Lines end in CR CR LF. */
    record CrCrLf() implements ShapeFault {
        @Override
        public void spoil(Delivery delivery) {
            delivery.lineEnd("\r\r\n");
        }

        @Override
        public String words() {
            return "ends lines with CR CR LF";
        }
    }

    /** So many lines more. */
    record ManyLines(int count) implements ShapeFault {
        @Override
        public void spoil(Delivery delivery) {
            delivery.moreLines(count);
        }

        @Override
        public String words() {
            return "adds " + count + " lines to the reply";
        }
    }

    /** The last line is made so long, in octets of its text. */
    record LongLine(int octets) implements ShapeFault {
        @Override
        public void spoil(Delivery delivery) {
            delivery.longLine(octets);
        }

        @Override
        public String words() {
            return "sends a line of " + octets + " octets";
        }
    }

    /** The reply goes out in two pieces, the first of so many octets. */
    record Split(int octets) implements ShapeFault {
        @Override
        public void spoil(Delivery delivery) {
            delivery.split(octets);
        }

        @Override
        public String words() {
            return "sends the first " + octets + " octets of the reply apart";
        }
    }

    /** A pause before each line but the first. */
    record LineDelay(Duration length) implements ShapeFault {
        @Override
        public void spoil(Delivery delivery) {
            delivery.pauseBetweenLines(length);
        }

        @Override
        public String words() {
            return "waits " + length.toMillis() + " ms before each further line";
        }
    }
}
