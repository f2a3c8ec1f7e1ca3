package dev.smtpsh.render.transcript;

import dev.smtpsh.annotate.Annotation;
import dev.smtpsh.session.Exchange;
import dev.smtpsh.session.Failure;
import dev.smtpsh.wire.Target;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** One thing that happened in a conversation. */
public sealed interface Event {
    /** When: for an exchange, when its command was sent. */
    Instant at();

    /**
     * A connection stood.
     *
     * @param lookup how its address was found; empty if nobody was asked
     */
    record Connected(Instant at, Target target, Duration took, Optional<Lookup> lookup) implements Event {
        /** To an address that was known. */
        public Connected(Instant at, Target target, Duration took) {
            this(at, target, took, Optional.empty());
        }
    }

    /**
     * Names that were looked up before.
     *
     * @param what what was asked for, such as {@code MX+A}
     */
    record Lookup(String what, Duration took) {}

    /**
     * A reply came, to a command or as the greeting.
     *
     * @param unasked whether nobody waited for it: it came late, or for nothing
     * @param annotations the best first
     */
    record Said(Exchange exchange, List<Annotation> annotations, boolean unasked) implements Event {
        public Said {
            annotations = List.copyOf(annotations);
        }

        @Override
        public Instant at() {
            return exchange.at();
        }
    }

    /** Something came to nothing. */
    record Failed(Instant at, Failure failure) implements Event {}
}
