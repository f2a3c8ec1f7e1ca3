package dev.smtpsh.shell.talk;

import dev.smtpsh.render.transcript.Transcript;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.stream.Stream;

/** Conversations whose place another one took; what was said in them is still wanted. Bounded, the oldest goes first. */
final class Past {
    /** Kept at most (limit {@code past-conversations}). */
    static final int MOST = 20;

    private final Deque<Conversation> over = new ArrayDeque<>();

    void add(Conversation conversation) {
        over.add(conversation);
        if (over.size() > MOST) {
            over.remove();
        }
    }

    /** What was said in these and in those that go on, in the order in which they began. */
    List<Transcript> transcripts(Collection<Conversation> others) {
        return Stream.concat(over.stream(), others.stream())
                .map(Conversation::transcript)
                .sorted(Comparator.comparing(Transcript::begun))
                .toList();
    }
}
