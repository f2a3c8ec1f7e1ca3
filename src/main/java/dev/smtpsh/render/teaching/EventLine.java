package dev.smtpsh.render.teaching;

import dev.smtpsh.practice.PracticeEvent;
import dev.smtpsh.render.Safe;
import dev.smtpsh.smtp.Octets;
import java.util.ArrayList;
import java.util.List;

/** What happens at the practice server, a line an event; what clients sent is made visible, secrets are left out. */
public final class EventLine implements PracticeEvent.Cases<String> {
    /** The lines for an event, without the last line end. */
    public static String of(PracticeEvent event) {
        String words = event.match(new EventLine());
        return words.startsWith("#") ? words : "#" + event.connection() + " " + words;
    }

    @Override
    public String connected(PracticeEvent.Connected event) {
        return "connected from " + event.client();
    }

    @Override
    public String received(PracticeEvent.Received event) {
        return "C: " + visible(event.shown());
    }

    @Override
    public String chunkReceived(PracticeEvent.ChunkReceived event) {
        return lines(event, " C: ", event.octets());
    }

    @Override
    public String replied(PracticeEvent.Replied event) {
        return lines(event, " S: ", event.octets());
    }

    private static String lines(PracticeEvent event, String who, Octets octets) {
        List<String> lines = new ArrayList<>();
        for (String line : octets.latin1().split("(?<=\n)")) {
            lines.add("#" + event.connection() + who + visible(Octets.latin1(line)));
        }
        return String.join("\n", lines);
    }

    @Override
    public String secured(PracticeEvent.Secured event) {
        return "TLS on";
    }

    @Override
    public String discarded(PracticeEvent.Discarded event) {
        return "thrown away, in plain text behind STARTTLS: " + visible(event.octets());
    }

    @Override
    public String loggedIn(PracticeEvent.LoggedIn event) {
        return "logged in as " + visible(Octets.utf8(event.user()));
    }

    @Override
    public String misbehaved(PracticeEvent.Misbehaved event) {
        return "fault on purpose: " + event.fault().words();
    }

    @Override
    public String messageStored(PracticeEvent.MessageStored event) {
        return "message taken, " + event.message().content().length() + " octets";
    }

    @Override
    public String closed(PracticeEvent.Closed event) {
        return event.parting().words();
    }

    private static String visible(Octets octets) {
        return Safe.visible(octets.withoutLineEnd());
    }
}
