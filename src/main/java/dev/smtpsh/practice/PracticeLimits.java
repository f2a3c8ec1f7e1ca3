package dev.smtpsh.practice;

import dev.smtpsh.practice.dialogue.DialogueLimits;
import java.time.Duration;

/**
 * How much the server takes on.
 *
 * @param connections at a time; the next one gets 421, so that a class is served and a loop is not
 * @param messages kept; the oldest go first
 * @param octets of messages kept, all together; the oldest go first
 * @param triplets remembered for greylisting; the oldest go first
 * @param flood octets an endless reply or line has before the server gives up
 * @param life how long a connection may last, however busy it is
 * @param write how long a client may leave what is sent to it unread
 * @param handshake how long TLS may take to begin
 */
public record PracticeLimits(
        int connections,
        int messages,
        long octets,
        int triplets,
        long flood,
        Duration life,
        Duration write,
        Duration handshake,
        DialogueLimits dialogue) {
    public static final PracticeLimits DEFAULT = new PracticeLimits(
            50,
            1000,
            256L * 1024 * 1024,
            10_000,
            256L * 1024 * 1024,
            Duration.ofHours(4),
            Duration.ofSeconds(30),
            Duration.ofSeconds(30),
            DialogueLimits.DEFAULT);
}
