package dev.smtpsh.smtp.reply;

import dev.smtpsh.smtp.Octets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Puts lines together to replies (RFC 5321 4.2.1). Lines are pushed in; a reply comes out when its last line was given.
 * Accepts any octets, never throws on them, keeps no more than its {@link ReplyLimits}.
 */
public final class ReplyParser {
    private final ReplyLimits limits;
    private final List<ReplyLine> lines = new ArrayList<>();
    // No EnumSet: the first one makes Java reflect, which is felt at the start.
    private final Set<ReplyDefect> defects = new HashSet<>();
    private int size;

    public ReplyParser(ReplyLimits limits) {
        this.limits = limits;
    }

    /** Takes one line, its line end included; gives the reply that it completes. */
    public Optional<Reply> accept(Octets received) {
        return accept(received, false);
    }

    /** As {@link #accept(Octets)}, for a line of which the reader kept only the beginning. */
    public Optional<Reply> accept(Octets received, boolean cut) {
        ReplyLine line = ReplyLine.read(received);
        boolean first = lines.isEmpty();
        lines.add(line);
        size += received.length();
        inspectForm(line, cut);
        if (first && line.code().isEmpty()) {
            defects.add(ReplyDefect.NOT_A_REPLY);
            return Optional.of(complete());
        }
        inspectCode(line);
        boolean last = line.code().isPresent() && !line.continues();
        if (!last && (lines.size() >= limits.lines() || size >= limits.size())) {
            defects.add(ReplyDefect.TOO_LONG);
            return Optional.of(complete());
        }
        return last ? Optional.of(complete()) : Optional.empty();
    }

    /** The stream ended, or patience did: gives the reply begun so far as {@link ReplyDefect#UNFINISHED}. */
    public Optional<Reply> end() {
        if (lines.isEmpty()) {
            return Optional.empty();
        }
        defects.add(ReplyDefect.UNFINISHED);
        return Optional.of(complete());
    }

    /** Whether a reply has begun whose last line has not come yet. */
    public boolean midReply() {
        return !lines.isEmpty();
    }

    private void inspectForm(ReplyLine line, boolean cut) {
        Octets received = line.received();
        Octets bare = received.withoutLineEnd();
        if (cut || bare.length() > limits.lineCut()) {
            defects.add(ReplyDefect.LINE_CUT);
        }
        if (received.length() > limits.lineRemark()) {
            defects.add(ReplyDefect.LINE_TOO_LONG);
        }
        if (received.length() == bare.length() && !cut) {
            defects.add(ReplyDefect.UNFINISHED);
        }
        if (received.length() - bare.length() == 1) {
            defects.add(ReplyDefect.BARE_LF);
        }
        if (bare.indexOf('\r') >= 0) {
            defects.add(ReplyDefect.BARE_CR);
        }
        if (hasControl(bare)) {
            defects.add(ReplyDefect.CONTROL_CHARACTER);
        }
        if (bare.utf8().isEmpty()) {
            defects.add(ReplyDefect.NOT_UTF8);
        }
    }

    private void inspectCode(ReplyLine line) {
        if (line.code().isEmpty()) {
            defects.add(ReplyDefect.CODE_MISSING);
            return;
        }
        ReplyCode code = line.code().get();
        if (!lines.get(0).code().equals(line.code())) {
            defects.add(ReplyDefect.CODES_DIFFER);
        }
        if (!code.defined() || code.category() > 5) {
            defects.add(ReplyDefect.CODE_UNDEFINED);
        }
        if (line.separator() >= 0 && line.separator() != ' ' && line.separator() != '-') {
            defects.add(ReplyDefect.NO_SEPARATOR);
        }
    }

    private static boolean hasControl(Octets line) {
        for (int i = 0; i < line.length(); i++) {
            int octet = line.at(i);
            if ((octet < ' ' && octet != '\t' && octet != '\r') || octet == 0x7f) {
                return true;
            }
        }
        return false;
    }

    private Reply complete() {
        Optional<ReplyCode> code = lines.get(0).code();
        Optional<EnhancedStatus> status = code.isPresent() ? status(code.get()) : Optional.empty();
        Reply reply = new Reply(code, status, lines, defects);
        lines.clear();
        defects.clear();
        size = 0;
        return reply;
    }

    private Optional<EnhancedStatus> status(ReplyCode code) {
        Optional<EnhancedStatus> found = Optional.empty();
        for (ReplyLine line : lines) {
            String text = line.text();
            if (line.code().isEmpty() || !EnhancedStatus.attempted(text)) {
                continue;
            }
            Optional<EnhancedStatus> here = EnhancedStatus.leading(text);
            if (here.isEmpty()) {
                // Only a refusal is expected to carry one: "250-5.4 GB free" is no enhanced status code.
                if (!code.completed()) {
                    defects.add(ReplyDefect.STATUS_MALFORMED);
                }
                continue;
            }
            if (found.isPresent() && !found.equals(here)) {
                defects.add(ReplyDefect.STATUS_DIFFERS);
            }
            found = here;
        }
        if (found.isPresent() && found.get().statusClass() != code.severity()) {
            defects.add(ReplyDefect.STATUS_CLASS_DIFFERS);
        }
        return found;
    }
}
