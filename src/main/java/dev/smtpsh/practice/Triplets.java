package dev.smtpsh.practice;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** Who has been seen sending from where to whom, and since when (RFC 6647 2.1); bounded, the oldest go first. */
final class Triplets {
    private record Triplet(String client, String reversePath, String forwardPath) {}

    private final int most;
    private final Map<Triplet, Instant> seen = new LinkedHashMap<>();

    Triplets(int most) {
        this.most = most;
    }

    synchronized Instant firstSeen(String client, String reversePath, String forwardPath, Instant now) {
        Triplet triplet =
                new Triplet(client, reversePath.toLowerCase(Locale.ROOT), forwardPath.toLowerCase(Locale.ROOT));
        Instant first = seen.computeIfAbsent(triplet, unknown -> now);
        if (seen.size() > most) {
            seen.remove(seen.keySet().iterator().next());
        }
        return first;
    }

    synchronized void clear() {
        seen.clear();
    }
}
