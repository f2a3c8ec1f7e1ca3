package dev.smtpsh.cli.script;

import dev.smtpsh.script.talk.Reach;
import dev.smtpsh.session.Opening;
import dev.smtpsh.session.SessionListener;
import dev.smtpsh.shell.connect.Connector;
import dev.smtpsh.shell.connect.Route;
import dev.smtpsh.shell.connect.TargetSpec;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Gets a run to its servers as the shell does. A practice server runs for as long as the run does. */
final class NetReach implements Reach, AutoCloseable {
    private final Function<Optional<Duration>, Connector> connectors;
    private final Optional<Integer> port;
    private final boolean programs;
    private Optional<Connector> connector = Optional.empty();

    /**
     * @param port where a target names none
     * @param programs whether {@code open} may start programs; a script may come from anybody
     */
    NetReach(Function<Optional<Duration>, Connector> connectors, Optional<Integer> port, boolean programs) {
        this.connectors = connectors;
        this.port = port;
        this.programs = programs;
    }

    @Override
    public Opening open(String target, Optional<Duration> patience, SessionListener listener) {
        TargetSpec wanted = TargetSpec.read(target, port);
        TargetSpec allowed = wanted.startsProgram() && !programs
                ? new TargetSpec.Unclear(target, "a script may start a program only with --allow-pipe")
                : wanted;
        return connector(patience).open(allowed, listener);
    }

    @Override
    public boolean later(String target, Duration by) {
        return TargetSpec.read(target, port) instanceof TargetSpec.Practice practice
                && connector
                        .filter(one -> one.practice().later(practice.scenario(), by))
                        .isPresent();
    }

    @Override
    public MxHosts mxHosts(String domain) {
        TargetSpec target = TargetSpec.read("@" + domain, port);
        if (!(target instanceof TargetSpec.Domain named)) {
            return new MxHosts(List.of(), domain + " is no domain");
        }
        Optional<Route> route = connector(Optional.empty()).route(named);
        if (route.isEmpty()) {
            // Whoever asks wants to know.
            Thread.currentThread().interrupt();
            return new MxHosts(List.of(), "the look-up was stopped");
        }
        List<String> hosts = route.get().stops().stream()
                .filter(Route.Stop::dialable)
                .map(stop -> stop.host().name().text() + (port.isPresent() ? ":" + port.get() : ""))
                .toList();
        return new MxHosts(
                hosts,
                hosts.isEmpty() ? "no MX host of " + domain + " can be reached; mx " + domain + " tells why" : "");
    }

    @Override
    public void close() {
        connector.ifPresent(Connector::close);
    }

    private Connector connector(Optional<Duration> patience) {
        if (connector.isEmpty()) {
            connector = Optional.of(connectors.apply(patience));
        }
        return connector.get();
    }
}
