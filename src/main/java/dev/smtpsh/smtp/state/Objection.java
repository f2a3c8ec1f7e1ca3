package dev.smtpsh.smtp.state;

import dev.smtpsh.smtp.command.Command;
import dev.smtpsh.smtp.command.Proofreading;
import dev.smtpsh.smtp.command.Slip;
import dev.smtpsh.smtp.reply.EnhancedStatus;
import dev.smtpsh.smtp.reply.Reply;
import java.util.Optional;

/** Finds what a server objects to where it says that a line is badly written. */
public final class Objection {
    private Objection() {}

    /**
     * The first slip of a line, if the reply to it complains of form rather than of something else.
     *
     * @param before the state in which the line was sent
     */
    public static Optional<Slip> to(Command command, SessionState before, Reply reply) {
        if (!(command instanceof Command.Line line) || !ofForm(line, before, reply)) {
            return Optional.empty();
        }
        return Proofreading.firstSlip(line);
    }

    private static boolean ofForm(Command.Line line, SessionState before, Reply reply) {
        if (!reply.permanentFailure()) {
            return false;
        }
        return switch (reply.code().get().value()) {
            case 500, 501, 504, 555 -> true;
            // A command that comes too early, or is not offered, would be refused in its best dress too.
            case 502, 503 -> line.verb().flatMap(before::adviceFor).isEmpty();
            case 550, 553, 554 -> reply.status().map(Objection::ofForm).orElse(reply.is(553));
            default -> false;
        };
    }

    // RFC 3463 3.2, 3.6: 1.3 and 1.7 bad syntax of an address, 5.2 syntax error, 5.4 invalid arguments.
    private static boolean ofForm(EnhancedStatus status) {
        return switch (status.subject() * 1000 + status.detail()) {
            case 1003, 1007, 5002, 5004 -> true;
            default -> false;
        };
    }
}
