package dev.smtpsh.tls;

import java.util.List;

/**
 * Whether a chain fits TLSA records (RFC 6698, RFC 7671, RFC 7672).
 *
 * @param judged each record with what came of it, in the order they were given
 */
public record DaneVerdict(List<Judged> judged) {
    public DaneVerdict {
        judged = List.copyOf(judged);
    }

    /** Whether one of them fits; that is enough (RFC 7671 5). */
    public boolean matched() {
        return judged.stream().anyMatch(Judged::matched);
    }

    /**
     * One record and what came of it.
     *
     * @param record as it stands in DNS
     * @param words why it fits or does not, as a sentence without full stop
     */
    public record Judged(String record, boolean matched, String words) {}
}
