package dev.smtpsh.session;

import dev.smtpsh.smtp.Octets;
import dev.smtpsh.smtp.command.Command;
import dev.smtpsh.smtp.command.Verb;
import dev.smtpsh.smtp.reply.Reply;
import dev.smtpsh.smtp.state.Position;
import dev.smtpsh.smtp.state.SessionState;
import dev.smtpsh.smtp.state.Stage;
import dev.smtpsh.smtp.state.Verdicts;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** A reply that is still to come: to the greeting (no command) or to a command. Replies come in order of commands. */
record Due(int number, Stage stage, Optional<Command> command, Instant at, long sentAt, Optional<String> recipient) {
    private static final String END_OF_DATA = ".\r\n";

    /** A reply to a command, or to none, that is for nobody in particular. */
    Due(int number, Stage stage, Optional<Command> command, Instant at, long sentAt) {
        this(number, stage, command, at, sentAt, Optional.empty());
    }

    /** Whether TLS begins with its reply, if that is 220. */
    boolean upgrades() {
        return command.flatMap(Command::verb).filter(Verb.STARTTLS::equals).isPresent();
    }

    /** Whether it is a verdict on a message that another verdict on it came before. */
    boolean furtherVerdict() {
        return stage == Stage.MESSAGE && command.isEmpty();
    }

    /** The state after its reply. */
    SessionState after(SessionState before, Reply reply) {
        if (command.isPresent()) {
            return before.after(command.get(), reply);
        }
        if (stage == Stage.GREETING) {
            return before.greeted(reply);
        }
        return furtherVerdict() ? before.judged(reply) : reply.is(421) ? before.closed() : before;
    }

    /** The same, waited for since another moment. */
    Due since(Instant then, long nanos) {
        return new Due(number, stage, command, then, nanos, recipient);
    }

    /** The verdicts that follow a reply to this, as it was sent in a state. */
    List<Due> further(SessionState before, Reply reply) {
        if (command.filter(before::endsMessage).isEmpty()) {
            return List.of();
        }
        return before.verdicts().further(before.recipients(), reply).stream()
                .map(whom -> new Due(number, Stage.MESSAGE, Optional.empty(), at, sentAt, named(whom)))
                .toList();
    }

    private static Optional<String> named(String whom) {
        return Optional.of(whom).filter(name -> !name.equals(Verdicts.ALL));
    }

    private Optional<String> recipient(SessionState before) {
        return command.filter(before::endsMessage).isPresent()
                ? named(before.verdicts().first(before.recipients()))
                : recipient;
    }

    Exchange answered(
            Reply reply, Duration took, SessionState before, SessionState after, Optional<String> tlsVersion) {
        return new Exchange(
                number,
                stage,
                command,
                reply,
                at,
                took,
                before,
                after,
                tlsVersion,
                Optional.empty(),
                recipient(before));
    }

    /** One for each line of a pipelined group, none for a part of a line, and otherwise this alone. */
    List<Due> each(Position position) {
        if (!(command.orElse(null) instanceof Command.Raw raw)) {
            return List.of(this);
        }
        String text = raw.octets().latin1();
        boolean data = position == Position.DATA;
        if (data
                ? !text.equals(END_OF_DATA) && !text.endsWith("\r\n" + END_OF_DATA)
                : text.indexOf('\n') < 0 && raw.redacted().equals(raw.octets())) {
            return List.of();
        }
        String[] lines = raw.octets().latin1().split("\r?\n");
        List<Due> each = new ArrayList<>();
        for (int i = 0; i < lines.length && !data; i++) {
            Command line = new Command.Line(Octets.latin1(lines[i]));
            if (line.verb().isEmpty()) {
                return List.of(this);
            }
            // What follows DATA or BDAT is no command.
            data = line.verb()
                    .filter(verb -> verb == Verb.DATA || verb == Verb.BDAT)
                    .isPresent();
            each.add(new Due(number + i, Stage.of(line), Optional.of(line), at, sentAt));
        }
        return each.size() > 1 ? each : List.of(this);
    }

    /** The replies that are still to come, in the order in which they will. */
    static final class Pending {
        private final Deque<Due> due = new ArrayDeque<>();

        void add(List<Due> more) {
            due.addAll(more);
        }

        boolean isEmpty() {
            return due.isEmpty();
        }

        int size() {
            return due.size();
        }

        Due next() {
            return due.peek();
        }

        Due last() {
            return due.peekLast();
        }

        boolean owesVerdict() {
            return !due.isEmpty() && due.peek().furtherVerdict();
        }

        /** A reply has come; what it lets follow, verdicts for other recipients, is due before all else. */
        void settle(Due one, SessionState before, Reply reply, Instant now, long at) {
            due.remove(one);
            List<Due> further = one.further(before, reply);
            for (int i = further.size() - 1; i >= 0; i--) {
                due.addFirst(further.get(i));
            }
            if (owesVerdict()) {
                due.addFirst(due.removeFirst().since(now, at));
            }
        }

        void clear() {
            due.clear();
        }
    }
}
