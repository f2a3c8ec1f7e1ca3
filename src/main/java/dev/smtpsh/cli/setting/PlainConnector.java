package dev.smtpsh.cli.setting;

import dev.smtpsh.dns.query.NameService;
import dev.smtpsh.scan.ScanReport;
import dev.smtpsh.session.Opening;
import dev.smtpsh.session.SessionListener;
import dev.smtpsh.shell.connect.Connector;
import dev.smtpsh.shell.connect.PracticeHosts;
import dev.smtpsh.shell.connect.Route;
import dev.smtpsh.shell.connect.TargetSpec;
import dev.smtpsh.wire.Target;
import java.util.List;
import java.util.Optional;

/** Opens everything without TLS before the greeting, port 465 too. */
record PlainConnector(Connector under) implements Connector {
    @Override
    public Opening open(TargetSpec target, SessionListener listener) {
        return under.open(TlsOptions.plain(target), listener);
    }

    @Override
    public Optional<Route> route(TargetSpec.Domain domain) {
        return under.route(new TargetSpec.Domain(domain.name(), domain.port(), false));
    }

    @Override
    public Opening open(Route.Stop stop, SessionListener listener) {
        return under.open(new Route.Stop(stop.host(), stop.targets(), false, stop.skipped()), listener);
    }

    @Override
    public Optional<ScanReport> scan(Target target, boolean tlsOnConnect, String helo) throws InterruptedException {
        return under.scan(target, tlsOnConnect, helo);
    }

    @Override
    public NameService names() {
        return under.names();
    }

    @Override
    public PracticeHosts practice() {
        return under.practice();
    }

    @Override
    public List<String> scenarios() {
        return under.scenarios();
    }

    @Override
    public void close() {
        under.close();
    }
}
