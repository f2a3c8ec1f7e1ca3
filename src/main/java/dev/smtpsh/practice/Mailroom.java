package dev.smtpsh.practice;

import dev.smtpsh.practice.mail.StoredMessage;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** The messages a server took; bounded, the oldest go first. */
public final class Mailroom {
    private final int mostMessages;
    private final long mostOctets;
    private final Deque<StoredMessage> messages = new ArrayDeque<>();
    private long octets;
    private int ids;

    Mailroom(PracticeLimits limits) {
        this.mostMessages = limits.messages();
        this.mostOctets = limits.octets();
    }

    /** What is there now, oldest first. */
    public synchronized List<StoredMessage> messages() {
        return List.copyOf(messages);
    }

    public synchronized void clear() {
        messages.clear();
        octets = 0;
    }

    synchronized String nextId() {
        return String.format("P%05d", ++ids);
    }

    synchronized void store(StoredMessage message) {
        messages.add(message);
        octets += message.content().length();
        while (messages.size() > mostMessages || octets > mostOctets) {
            octets -= messages.remove().content().length();
        }
    }
}
