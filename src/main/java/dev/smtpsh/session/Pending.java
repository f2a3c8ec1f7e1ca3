package dev.smtpsh.session;

import dev.smtpsh.smtp.reply.Reply;
import dev.smtpsh.smtp.state.SessionState;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** The replies that are still to come, in the order in which they will. */
final class Pending {
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
