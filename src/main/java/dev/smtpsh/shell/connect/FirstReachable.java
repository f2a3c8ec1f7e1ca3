package dev.smtpsh.shell.connect;

import dev.smtpsh.session.Failure;
import dev.smtpsh.session.Failure.Kind;
import dev.smtpsh.session.Opening;
import dev.smtpsh.session.SessionEvent;
import dev.smtpsh.session.SessionListener;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Goes along a route until somebody answers. */
public final class FirstReachable {
    private FirstReachable() {}

    /**
     * Opens a conversation with the best host that can be reached; a greeting that refuses counts as reached.
     *
     * @param skipped hears of each host that is passed by, and why
     */
    public static Opening open(Route route, Connector connector, SessionListener listener, Consumer<String> skipped) {
        List<String> reasons = new ArrayList<>();
        boolean silent = true;
        int tries = 0;
        for (Route.Stop stop : route.stops()) {
            String name = stop.host().name().text();
            if (!stop.dialable()) {
                skipped.accept("Skipped: " + name + " " + stop.skipped());
                continue;
            }
            if (tries == Route.MOST_TRIES) {
                break;
            }
            tries++;
            Opening opening = connector.open(stop, new LastFailureUntold(listener));
            if (opening instanceof Opening.Opened) {
                return opening;
            }
            Failure failure = ((Opening.NotOpened) opening).failure();
            if (failure.kind() == Kind.STOPPED) {
                return opening;
            }
            silent = silent && failure.kind() == Kind.TIMEOUT;
            String what = failure.what().contains(name) ? failure.what() : name + ": " + failure.what();
            reasons.add(what);
            skipped.accept("Skipped: " + what);
        }
        if (tries == 0) {
            return Unreachable.domain(route.plan());
        }
        String hosts = tries == Route.MOST_TRIES ? "none of the first " + tries + " mail hosts" : "no mail host";
        return Unreachable.all(
                silent ? Kind.TIMEOUT : Kind.UNREACHABLE,
                hosts + " of " + route.plan().domain(),
                reasons);
    }

    /** Keeps back why the last address of a host was no good: that is told as the reason for skipping the host. */
    private static final class LastFailureUntold implements SessionListener {
        private final SessionListener listener;
        private Optional<SessionEvent> untold = Optional.empty();

        LastFailureUntold(SessionListener listener) {
            this.listener = listener;
        }

        @Override
        public void happened(SessionEvent event) {
            untold.ifPresent(listener::happened);
            untold = event instanceof SessionEvent.ConnectFailed ? Optional.of(event) : Optional.empty();
            if (untold.isEmpty()) {
                listener.happened(event);
            }
        }
    }
}
