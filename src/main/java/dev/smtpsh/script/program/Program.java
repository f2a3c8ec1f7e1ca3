package dev.smtpsh.script.program;

import dev.smtpsh.script.syntax.Template;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A script that can be run.
 *
 * @param file what it is called
 * @param title {@code @title}, or the file's name
 * @param timeout patience for each reply, if the script sets it
 * @param goesOn whether a failure stops nothing
 * @param session the name of the conversation that lines without one belong to; empty text unless it is named
 * @param defaults {@code @var}, in order
 * @param secrets the names of {@code @secret}
 */
public record Program(
        String file,
        String title,
        List<String> tags,
        Optional<Duration> timeout,
        boolean goesOn,
        String session,
        Map<String, Template> defaults,
        List<String> secrets,
        List<Node> nodes) {
    public Program {
        tags = List.copyOf(tags);
        secrets = List.copyOf(secrets);
        nodes = List.copyOf(nodes);
    }

    /** The same where no failure stops anything. */
    public Program goingOn() {
        return new Program(file, title, tags, timeout, true, session, defaults, secrets, nodes);
    }
}
