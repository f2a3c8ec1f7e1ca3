package dev.smtpsh.practice.fault;

import dev.smtpsh.smtp.reply.EnhancedStatus;
import dev.smtpsh.smtp.reply.ReplyCode;
import java.util.List;
import java.util.Optional;

/**
 * A reply as a server means it, before any fault.
 *
 * @param status stands at the start of each line's text (RFC 2034 4)
 * @param texts one for each line, at least one; no line ends in them
 */
public record Answer(ReplyCode code, Optional<EnhancedStatus> status, List<String> texts) {
    public Answer {
        texts = List.copyOf(texts);
        if (texts.isEmpty()) {
            throw new IllegalArgumentException("a reply has at least one line");
        }
    }

    /** A reply with an enhanced status code. */
    public static Answer of(int code, String status, String text) {
        return new Answer(new ReplyCode(code), EnhancedStatus.read(status), List.of(text));
    }

    /** A reply that has no enhanced status code: a greeting, the answers to EHLO and HELO, 3yz (RFC 2034 4). */
    public static Answer plain(int code, String... texts) {
        return new Answer(new ReplyCode(code), Optional.empty(), List.of(texts));
    }

    public Answer withoutStatus() {
        return new Answer(code, Optional.empty(), texts);
    }

    /** Whether the command did what it was for, or may go on: 2yz or 3yz. */
    public boolean positive() {
        return code.completed() || code.intermediate();
    }
}
