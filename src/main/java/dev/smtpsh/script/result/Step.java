package dev.smtpsh.script.result;

import dev.smtpsh.annotate.Annotation;
import dev.smtpsh.session.Exchange;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Something that was done, and what came of it.
 *
 * @param session the name of the conversation; empty for the only one
 * @param words what was done, such as {@code RCPT TO:<amy@example.net>}
 * @param since from the beginning of the file's run until it was done
 * @param took until its last reply came
 * @param tries how often it was done
 * @param exchange the last exchange; empty if no reply came, or none was waited for
 * @param annotations what the reply means, the best first
 */
public record Step(
        Place place,
        String session,
        String words,
        Duration since,
        Duration took,
        int tries,
        Optional<Exchange> exchange,
        List<Annotation> annotations,
        List<Check> checks) {
    public Step {
        annotations = List.copyOf(annotations);
        checks = List.copyOf(checks);
    }
}
