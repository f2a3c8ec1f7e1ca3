package dev.smtpsh.script.talk;

import dev.smtpsh.session.Opening;
import dev.smtpsh.session.SessionListener;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** How a run gets to servers: names, ports, practice scenarios are somebody else's business. */
public interface Reach {
    /**
     * Opens a conversation; every way to fail is in the result.
     *
     * @param target as a script names it: {@code HOST[:PORT]}, {@code @DOMAIN}, {@code practice:NAME}
     * @param patience for each reply; empty for what RFC 5321 says
     */
    Opening open(String target, Optional<Duration> patience, SessionListener listener);

    /** The addresses of all MX hosts of a domain, each as {@link #open} understands it. */
    MxHosts mxHosts(String domain);

    /**
     * Where a domain's mail goes.
     *
     * @param why there is nowhere to go, a sentence without full stop; empty if there is
     */
    record MxHosts(List<String> targets, String why) {
        public MxHosts {
            targets = List.copyOf(targets);
        }
    }
}
