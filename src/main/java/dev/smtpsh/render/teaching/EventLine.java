package dev.smtpsh.render.teaching;

import dev.smtpsh.practice.PracticeEvent;
import dev.smtpsh.render.Safe;
import dev.smtpsh.render.Words;
import dev.smtpsh.smtp.Octets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What happens at the practice server, a line an event; what clients sent is made visible, secrets are left out. Each line
 * begins with the number of the connection and, from its hello on, with what the client calls itself.
 */
public final class EventLine implements PracticeEvent.Cases<String> {
    private static final int NAME = 60;

    private record Caller(String address, String name) {}

    private final Map<Integer, Caller> callers = new HashMap<>();

    /** The lines for an event, without the last line end. */
    public synchronized String of(PracticeEvent event) {
        String who = who(event.connection());
        List<String> lines = new ArrayList<>();
        for (String line : event.match(this).split("\n")) {
            lines.add(who + " " + line);
        }
        if (event instanceof PracticeEvent.Closed) {
            callers.remove(event.connection());
        }
        return String.join("\n", lines);
    }

    private String who(int connection) {
        Caller caller = callers.get(connection);
        return "#" + connection + (caller == null || caller.name().isEmpty() ? "" : " " + caller.name());
    }

    @Override
    public String connected(PracticeEvent.Connected event) {
        callers.put(event.connection(), new Caller(event.client(), ""));
        return "connected from " + event.client();
    }

    @Override
    public String greeted(PracticeEvent.Greeted event) {
        Caller before = callers.getOrDefault(event.connection(), new Caller("", ""));
        String visible = visible(Octets.utf8(event.name()));
        String name = visible.length() > NAME ? visible.substring(0, NAME) : visible;
        callers.put(event.connection(), new Caller(before.address(), name));
        return "calls itself " + name;
    }

    @Override
    public String reached(PracticeEvent.Reached event) {
        Caller caller = callers.getOrDefault(event.connection(), new Caller("", ""));
        return "* reached " + event.done() + " of " + event.all() + ": " + event.title() + " (task " + event.number()
                + ", from " + caller.address() + ")";
    }

    @Override
    public String clockMoved(PracticeEvent.ClockMoved event) {
        return "moved their own clock on by " + Words.duration(event.by());
    }

    @Override
    public String received(PracticeEvent.Received event) {
        return "C: " + visible(event.shown());
    }

    @Override
    public String chunkReceived(PracticeEvent.ChunkReceived event) {
        return lines("C: ", event.octets());
    }

    @Override
    public String replied(PracticeEvent.Replied event) {
        return lines("S: ", event.octets());
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

    private static String lines(String gutter, Octets octets) {
        List<String> lines = new ArrayList<>();
        for (String line : octets.latin1().split("(?<=\n)")) {
            lines.add(gutter + visible(Octets.latin1(line)));
        }
        return String.join("\n", lines);
    }

    private static String visible(Octets octets) {
        return Safe.visible(octets.withoutLineEnd());
    }
}
