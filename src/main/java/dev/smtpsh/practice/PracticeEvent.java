package dev.smtpsh.practice;

import dev.smtpsh.practice.fault.Fault;
import dev.smtpsh.practice.mail.StoredMessage;
import dev.smtpsh.smtp.Octets;
import dev.smtpsh.smtp.command.Command;
import dev.smtpsh.smtp.command.Sensitivity;
import java.time.Duration;

/** Something that happened at the practice server. */
public sealed interface PracticeEvent {
    /** The number of the connection, from 1. */
    int connection();

    <R> R match(Cases<R> cases);

    /** One method for each kind of event. */
    interface Cases<R> {
        R connected(Connected event);

        R greeted(Greeted event);

        R reached(Reached event);

        R clockMoved(ClockMoved event);

        R received(Received event);

        R chunkReceived(ChunkReceived event);

        R replied(Replied event);

        R secured(Secured event);

        R discarded(Discarded event);

        R loggedIn(LoggedIn event);

        R misbehaved(Misbehaved event);

        R messageStored(MessageStored event);

        R closed(Closed event);
    }

    /**
     * A client has connected.
     *
     * @param client its address and port
     */
    record Connected(int connection, String client) implements PracticeEvent {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.connected(this);
        }
    }

    /**
     * A line came.
     *
     * @param line exactly as on the wire, with its line end
     * @param cut whether it was longer than can be held, and its rest was dropped
     */
    record Received(int connection, Octets line, boolean cut, boolean secured, Sensitivity sensitivity)
            implements PracticeEvent {
        /** What of it may be shown: no password, and not its base64 either. */
        public Octets shown() {
            return switch (sensitivity) {
                case PLAIN -> line;
                case ARGUMENT_SECRET, LOGIN_SECRET -> new Command.Line(line.withoutLineEnd()).redacted();
                case SECRET -> new Command.AuthAnswer(line.withoutLineEnd()).redacted();
            };
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.received(this);
        }

        @Override
        public String toString() {
            return "Received #" + connection + " " + shown();
        }
    }

    /** Some octets of a chunk came (RFC 3030): of a message, not of a command. */
    record ChunkReceived(int connection, Octets octets, boolean secured) implements PracticeEvent {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.chunkReceived(this);
        }
    }

    /** The client has said what it calls itself. */
    record Greeted(int connection, String name) implements PracticeEvent {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.greeted(this);
        }
    }

    /**
     * A learner has reached a task of the scenario for the first time.
     *
     * @param number from 1
     * @param done how many of the tasks this learner has reached by now
     * @param all how many there are
     */
    record Reached(int connection, int number, String title, int done, int all) implements PracticeEvent {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.reached(this);
        }
    }

    /** A learner has moved their own clock on. */
    record ClockMoved(int connection, Duration by) implements PracticeEvent {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.clockMoved(this);
        }
    }

    /** The server sent octets: mostly a reply. */
    record Replied(int connection, Octets octets, boolean secured) implements PracticeEvent {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.replied(this);
        }
    }

    /** TLS has begun. */
    record Secured(int connection) implements PracticeEvent {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.secured(this);
        }
    }

    /** What a client sent in plain text behind STARTTLS; it was thrown away (RFC 3207 4.2). */
    record Discarded(int connection, Octets octets) implements PracticeEvent {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.discarded(this);
        }
    }

    /** A login was accepted. */
    record LoggedIn(int connection, String user) implements PracticeEvent {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.loggedIn(this);
        }
    }

    /** The server is about to do something wrong, because its scenario says so. */
    record Misbehaved(int connection, Fault fault) implements PracticeEvent {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.misbehaved(this);
        }
    }

    /** A message was taken. */
    record MessageStored(int connection, StoredMessage message) implements PracticeEvent {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.messageStored(this);
        }
    }

    /** The connection is over. */
    record Closed(int connection, Parting parting) implements PracticeEvent {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.closed(this);
        }
    }

    /** How a connection ended. */
    enum Parting {
        CLIENT_CLOSED("the client closed the connection"),
        CLIENT_RESET("the connection broke"),
        SERVER_CLOSED("the server closed the connection"),
        SERVER_DROPPED("the server dropped the connection without a word"),
        SERVER_RESET("the server reset the connection"),
        TLS_FAILED("the TLS handshake failed");

        private final String words;

        Parting(String words) {
            this.words = words;
        }

        public String words() {
            return words;
        }
    }
}
