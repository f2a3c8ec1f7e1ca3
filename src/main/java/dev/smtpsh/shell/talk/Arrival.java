package dev.smtpsh.shell.talk;

import dev.smtpsh.session.Opening;
import dev.smtpsh.session.SessionEvent;
import dev.smtpsh.session.SessionListener;
import dev.smtpsh.shell.ask.Questions.Reach;
import dev.smtpsh.shell.connect.FirstReachable;
import dev.smtpsh.shell.connect.Route;
import dev.smtpsh.shell.connect.TargetSpec;
import dev.smtpsh.shell.connect.Unreachable;
import dev.smtpsh.shell.means.Means;
import dev.smtpsh.smtp.state.Stage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Where a conversation is to begin.
 *
 * @param stop the host of a domain that was chosen already
 * @param lookup how long it took to find that one
 */
record Arrival(TargetSpec target, Optional<Route.Stop> stop, Duration lookup) {
    private static final String MX = "MX+A+AAAA";

    /**
     * Every mail host of a domain that can be dialled.
     *
     * @param skipped hears of each other one, and why
     */
    static List<Arrival> all(TargetSpec.Domain domain, Route route, Duration lookup, Consumer<String> skipped) {
        List<Arrival> all = new ArrayList<>();
        for (Route.Stop stop : route.stops()) {
            String name = stop.host().name().text();
            if (stop.dialable()) {
                TargetSpec host = new TargetSpec.Host(name, domain.port(), domain.tlsOnConnect());
                all.add(new Arrival(host, Optional.of(stop), lookup));
            } else {
                skipped.accept("Skipped: " + name + " " + stop.skipped());
            }
        }
        return all;
    }

    /** Opens it; of a domain all mail hosts are shown and the best is taken. */
    Opening open(Means means, Watch watch, SessionListener listener) {
        if (stop.isPresent()) {
            listener.happened(new SessionEvent.LookedUp(MX, lookup));
            return means.connector().open(stop.get(), listener);
        }
        if (target instanceof TargetSpec.Practice practice && means.questions().reach() == Reach.PROMPT) {
            means.connector().practice().about(practice.scenario()).ifPresent(means.face()::note);
        }
        if (!(target instanceof TargetSpec.Domain domain)) {
            watch.begin("the server's address", Stage.OTHER);
            return means.connector().open(target, listener);
        }
        watch.begin("the MX records of " + domain.name().text(), Stage.OTHER);
        long begun = System.nanoTime();
        Optional<Route> route = means.connector().route(domain);
        listener.happened(new SessionEvent.LookedUp(MX, Duration.ofNanos(System.nanoTime() - begun)));
        if (route.isEmpty()) {
            return Unreachable.stopped(domain.name().text());
        }
        // Without any host the failure says it all.
        if (!route.get().stops().isEmpty()) {
            means.face().mx(route.get().plan());
        }
        return FirstReachable.open(route.get(), means.connector(), listener, means.face()::note);
    }
}
