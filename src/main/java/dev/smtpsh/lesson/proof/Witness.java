package dev.smtpsh.lesson.proof;

import dev.smtpsh.practice.PracticeEvent;
import dev.smtpsh.smtp.Octets;
import dev.smtpsh.smtp.command.Command;
import dev.smtpsh.smtp.command.Envelope;
import dev.smtpsh.smtp.command.Verb;
import dev.smtpsh.smtp.reply.EnhancedStatus;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Makes deeds of what a server tells: commands and replies belong together, and what was put off is remembered. */
public final class Witness implements PracticeEvent.Cases<List<Deed>> {
    private static final String MESSAGE = "MESSAGE";
    private static final String LOGIN = "LOGIN";
    private static final int CODE = 3;

    /** What a connection is at. */
    private static final class Course {
        private String verb = "GREETING";
        private String path = "";
        private String argument = "";
        private String reversePath = "";
        private String begun = "";
        private boolean answered;
        private boolean content;
        private boolean login;
    }

    private final Map<Integer, Course> courses = new HashMap<>();
    private final Set<List<String>> putOff = new HashSet<>();
    private Duration moved = Duration.ZERO;
    private int connections;

    /** What an event amounts to. */
    public List<Deed> deeds(PracticeEvent event) {
        return event.match(this);
    }

    /** The clock was moved. */
    public Deed later(Duration by) {
        moved = moved.plus(by);
        return new Deed.Later(moved);
    }

    @Override
    public List<Deed> connected(PracticeEvent.Connected event) {
        courses.put(event.connection(), new Course());
        return List.of(new Deed.Connected(++connections));
    }

    @Override
    public List<Deed> received(PracticeEvent.Received event) {
        Course course = course(event);
        if (course.content) {
            String line = event.line().latin1();
            if (line.equals(".\r\n")) {
                begin(course, MESSAGE);
            }
        } else if (course.login) {
            begin(course, LOGIN);
        } else {
            command(course, event.line().withoutLineEnd());
        }
        return List.of();
    }

    @Override
    public List<Deed> greeted(PracticeEvent.Greeted event) {
        return List.of();
    }

    @Override
    public List<Deed> reached(PracticeEvent.Reached event) {
        return List.of();
    }

    @Override
    public List<Deed> clockMoved(PracticeEvent.ClockMoved event) {
        return List.of();
    }

    @Override
    public List<Deed> chunkReceived(PracticeEvent.ChunkReceived event) {
        return List.of();
    }

    private static void command(Course course, Octets typed) {
        Command.Line line = new Command.Line(typed);
        Optional<Verb> verb = line.verb();
        begin(course, verb.map(Enum::name).orElse(""));
        String text = typed.text().strip();
        int blank = text.indexOf(' ');
        // What follows AUTH may be a secret.
        course.argument = blank < 0 || course.verb.equals("AUTH")
                ? ""
                : text.substring(blank + 1).strip();
        if (verb.isPresent() && (verb.get() == Verb.MAIL || verb.get() == Verb.RCPT)) {
            course.path = Envelope.read(line).path().orElse("");
        }
    }

    private static void begin(Course course, String verb) {
        course.verb = verb;
        course.path = "";
        course.argument = "";
        course.begun = "";
        course.answered = false;
    }

    @Override
    public List<Deed> replied(PracticeEvent.Replied event) {
        Course course = course(event);
        // A reply may come in pieces: its beginning is what counts.
        course.begun += event.octets().latin1();
        if (course.answered || course.begun.length() < CODE || course.begun.indexOf('\n') < 0) {
            return List.of();
        }
        course.answered = true;
        Deed.Reply reply = reply(course.begun);
        boolean again = settle(course, reply.code());
        return List.of(new Deed.Answered(
                event.connection(), course.verb, course.path, course.argument, reply, event.secured(), again));
    }

    private boolean settle(Course course, int code) {
        course.content = course.verb.equals("DATA") && code == 354;
        course.login = (course.verb.equals("AUTH") || course.verb.equals(LOGIN)) && code == 334;
        if (course.verb.equals("MAIL") && code == 250) {
            course.reversePath = course.path;
        }
        if (!course.verb.equals("RCPT")) {
            return false;
        }
        List<String> triplet =
                List.of(course.reversePath.toLowerCase(Locale.ROOT), course.path.toLowerCase(Locale.ROOT));
        boolean again = putOff.contains(triplet);
        if (code / 100 == 4) {
            putOff.add(triplet);
        }
        return again;
    }

    private static Deed.Reply reply(String text) {
        String digits = text.substring(0, CODE);
        int code = digits.chars().allMatch(c -> c >= '0' && c <= '9') ? Integer.parseInt(digits) : 0;
        String line = text.substring(0, text.indexOf('\n')).stripTrailing();
        String rest = line.length() > CODE + 1 ? line.substring(CODE + 1) : "";
        return new Deed.Reply(
                code, EnhancedStatus.leading(rest).map(EnhancedStatus::toString).orElse(""));
    }

    @Override
    public List<Deed> secured(PracticeEvent.Secured event) {
        return List.of(new Deed.Secured(event.connection()));
    }

    @Override
    public List<Deed> discarded(PracticeEvent.Discarded event) {
        return List.of();
    }

    @Override
    public List<Deed> loggedIn(PracticeEvent.LoggedIn event) {
        return List.of(new Deed.LoggedIn(event.connection(), event.user()));
    }

    @Override
    public List<Deed> misbehaved(PracticeEvent.Misbehaved event) {
        return List.of(new Deed.Misbehaved(event.fault().words()));
    }

    @Override
    public List<Deed> messageStored(PracticeEvent.MessageStored event) {
        return List.of(new Deed.Stored(event.message()));
    }

    @Override
    public List<Deed> closed(PracticeEvent.Closed event) {
        courses.remove(event.connection());
        boolean byServer = switch (event.parting()) {
            case SERVER_CLOSED, SERVER_DROPPED, SERVER_RESET -> true;
            case CLIENT_CLOSED, CLIENT_RESET, TLS_FAILED -> false;
        };
        return List.of(new Deed.Closed(event.connection(), byServer));
    }

    private Course course(PracticeEvent event) {
        return courses.computeIfAbsent(event.connection(), unknown -> new Course());
    }
}
