package dev.smtpsh.render.transcript;

import dev.smtpsh.session.Exchange;
import dev.smtpsh.wire.Target;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One conversation from its beginning: the connections one after the other, as {@code reconnect} makes them.
 *
 * @param number what the operator calls it by, from 1
 * @param name the target as it was asked for
 */
public record Transcript(int number, String name, Instant begun, List<Event> events) {
    public Transcript {
        events = List.copyOf(events);
    }

    /** The exchanges, in order; the late and unasked ones too. */
    public List<Exchange> exchanges() {
        List<Exchange> exchanges = new ArrayList<>();
        for (Event event : events) {
            if (event instanceof Event.Said said) {
                exchanges.add(said.exchange());
            }
        }
        return exchanges;
    }

    /** The same without what was refused or came to nothing. */
    public Transcript okOnly() {
        List<Event> kept = events.stream()
                .filter(event -> !(event instanceof Event.Failed))
                .filter(event -> !(event instanceof Event.Said said
                        && said.exchange().reply().refused()))
                .toList();
        return new Transcript(number, name, begun, kept);
    }

    /** Where it was connected to last. */
    public Optional<Target> target() {
        Optional<Target> last = Optional.empty();
        for (Event event : events) {
            if (event instanceof Event.Connected connected) {
                last = Optional.of(connected.target());
            }
        }
        return last;
    }
}
