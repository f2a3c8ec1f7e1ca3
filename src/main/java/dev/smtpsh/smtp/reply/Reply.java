package dev.smtpsh.smtp.reply;

import dev.smtpsh.smtp.Octets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * One whole reply (RFC 5321 4.2), as it came.
 *
 * @param code the reply code; empty when the first line has none ({@link ReplyDefect#NOT_A_REPLY})
 * @param status the enhanced status code of the last line that has one
 * @param lines at least one
 * @param defects what is wrong with its form; empty for a proper reply
 */
public record Reply(
        Optional<ReplyCode> code, Optional<EnhancedStatus> status, List<ReplyLine> lines, Set<ReplyDefect> defects) {
    public Reply {
        lines = List.copyOf(lines);
        defects = Set.copyOf(defects);
        if (lines.isEmpty()) {
            throw new IllegalArgumentException("a reply has at least one line");
        }
    }

    /** A reply read from text such as {@code "250-a\n250 b"}; line ends are taken as CRLF. */
    public static Reply of(String text) {
        ReplyParser parser = new ReplyParser(ReplyLimits.DEFAULT);
        Optional<Reply> whole = Optional.empty();
        for (String line : text.split("\r?\n", -1)) {
            whole = parser.accept(Octets.utf8(line + "\r\n"));
        }
        return whole.or(parser::end).orElseThrow();
    }

    public boolean is(int value) {
        return code.isPresent() && code.get().value() == value;
    }

    /** 2yz. */
    public boolean completed() {
        return code.isPresent() && code.get().completed();
    }

    /** 3yz. */
    public boolean intermediate() {
        return code.isPresent() && code.get().intermediate();
    }

    /** 4yz or 5yz. */
    public boolean refused() {
        return code.isPresent() && (code.get().transientFailure() || code.get().permanentFailure());
    }

    /** 4yz. */
    public boolean transientFailure() {
        return code.isPresent() && code.get().transientFailure();
    }

    /** 5yz. */
    public boolean permanentFailure() {
        return code.isPresent() && code.get().permanentFailure();
    }

    /** The texts of all lines joined by one space. */
    public String text() {
        return lines.stream().map(ReplyLine::text).collect(Collectors.joining(" "));
    }

    /** Whether a defect makes everything after it on this connection doubtful. */
    public boolean breaksProtocol() {
        return defects.stream().anyMatch(ReplyDefect::breaksProtocol);
    }
}
