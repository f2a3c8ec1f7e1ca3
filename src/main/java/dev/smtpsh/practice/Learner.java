package dev.smtpsh.practice;

import dev.smtpsh.practice.dialogue.Surroundings;
import dev.smtpsh.practice.fault.Fault;
import dev.smtpsh.practice.mail.StoredMessage;
import dev.smtpsh.practice.scenario.Moment;
import dev.smtpsh.practice.scenario.Task;
import java.net.InetAddress;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Locale;

/** Who is at the other end of a connection, for the server's memory: an address, and in a class a hello name too. */
final class Learner implements Surroundings {
    // A multiple of three, so that base64 has no filling at its end.
    private static final int CHANCE = 18;

    private final PracticeServer server;
    private final int number;
    private final InetAddress address;
    private final PracticeListener listener;
    private volatile String who;
    private volatile PracticeClock clock;

    Learner(PracticeServer server, int number, InetAddress address) {
        this.server = server;
        this.number = number;
        this.address = address;
        this.listener = server.setup().listener();
        this.who = address.getHostAddress();
        this.clock = server.clock();
    }

    /** Those of the same name are one client to rates, greylisting and the count of connections. */
    String who() {
        return who;
    }

    PracticeClock clock() {
        return clock;
    }

    @Override
    public String client() {
        return address.getHostAddress();
    }

    @Override
    public Instant now() {
        return clock.now();
    }

    @Override
    public void greeted(String name) {
        if (server.scenario().rules().eachOwn()) {
            who = client() + " " + name.toLowerCase(Locale.ROOT);
            clock = server.clockOf(who);
        }
        listener.happened(new PracticeEvent.Greeted(number, name));
    }

    @Override
    public void later(Duration by) {
        if (clock != server.clock()) {
            clock.later(by);
            listener.happened(new PracticeEvent.ClockMoved(number, by));
        }
    }

    @Override
    public void reached(int task) {
        List<Task> tasks = server.scenario().tasks();
        int done = server.register().note(who, task);
        if (done > 0) {
            listener.happened(
                    new PracticeEvent.Reached(number, task + 1, tasks.get(task).title(), done, tasks.size()));
        }
    }

    @Override
    public Instant firstSeen(String client, String reversePath, String forwardPath) {
        return server.triplets().firstSeen(who, reversePath, forwardPath, clock.now());
    }

    @Override
    public void noteFrequency(Moment moment) {
        server.frequencies().note(who, moment, clock.now());
    }

    @Override
    public int frequency(Moment moment, Duration within) {
        return server.frequencies().count(who, moment, within, clock.now());
    }

    @Override
    public int connections() {
        return server.connectionsOf(who);
    }

    @Override
    public String nextId() {
        return server.mailroom().nextId();
    }

    @Override
    public String chance() {
        byte[] octets = new byte[CHANCE];
        new SecureRandom().nextBytes(octets);
        return Base64.getEncoder().encodeToString(octets);
    }

    @Override
    public void stored(StoredMessage message) {
        server.mailroom().store(message);
        listener.happened(new PracticeEvent.MessageStored(number, message));
    }

    @Override
    public void loggedIn(String user) {
        listener.happened(new PracticeEvent.LoggedIn(number, user));
    }

    @Override
    public void misbehaved(Fault fault) {
        listener.happened(new PracticeEvent.Misbehaved(number, fault));
    }
}
