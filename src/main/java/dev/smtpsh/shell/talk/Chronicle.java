package dev.smtpsh.shell.talk;

import dev.smtpsh.annotate.Annotation;
import dev.smtpsh.render.transcript.Event;
import dev.smtpsh.render.transcript.Transcript;
import dev.smtpsh.session.Exchange;
import dev.smtpsh.session.Failure;
import dev.smtpsh.session.SessionEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Keeps what happens in one conversation; bounded, the oldest goes first. */
final class Chronicle {
    /** Events kept of a conversation (limit {@code chronicle-events}); nobody types that many. */
    static final int MOST = 100_000;

    private final int number;
    private final String name;
    private final Instant begun;
    private final List<Event> events = new ArrayList<>();
    private Optional<Event.Lookup> lookup = Optional.empty();

    Chronicle(int number, String name, Instant begun) {
        this.number = number;
        this.name = name;
        this.begun = begun;
    }

    /** Keeps what of an opening is worth keeping. */
    void note(SessionEvent event) {
        if (event instanceof SessionEvent.LookedUp looked) {
            lookup = Optional.of(new Event.Lookup(looked.what(), looked.took()));
        } else if (event instanceof SessionEvent.Connected connected) {
            Instant begun = Instant.now().minus(connected.took());
            keep(new Event.Connected(begun, connected.target(), connected.took(), lookup));
            lookup = Optional.empty();
        }
    }

    void said(Exchange exchange, List<Annotation> annotations, boolean unasked) {
        keep(new Event.Said(exchange, annotations, unasked));
    }

    void failed(Failure failure) {
        keep(new Event.Failed(Instant.now(), failure));
    }

    Transcript transcript() {
        return new Transcript(number, name, begun, events);
    }

    private void keep(Event event) {
        if (events.size() == MOST) {
            events.subList(0, MOST / 10).clear();
        }
        events.add(event);
    }
}
