package dev.smtpsh.shell.connect;

import dev.smtpsh.dns.AddressLiteral;
import dev.smtpsh.dns.Family;
import dev.smtpsh.dns.HostAnswer;
import dev.smtpsh.dns.query.NameService;
import dev.smtpsh.domain.MxLookup;
import dev.smtpsh.practice.scenario.ShippedScenarios;
import dev.smtpsh.scan.ScanReport;
import dev.smtpsh.scan.ScanSettings;
import dev.smtpsh.scan.Scanner;
import dev.smtpsh.session.Opener;
import dev.smtpsh.session.Opening;
import dev.smtpsh.session.SessionEvent;
import dev.smtpsh.session.SessionListener;
import dev.smtpsh.session.setting.SessionSettings;
import dev.smtpsh.tls.certificate.Anchors;
import dev.smtpsh.wire.Dialer;
import dev.smtpsh.wire.Tap;
import dev.smtpsh.wire.Target;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Connects by name and TCP, or to a practice server started for the purpose. */
public final class NetConnector implements Connector {
    private static final Map<Family, String> ADDRESSES =
            Map.of(Family.ANY, "A+AAAA", Family.IPV4, "A", Family.IPV6, "AAAA");

    private final NameService names;
    private final Family family;
    private final Dialer dialer;
    private final SessionSettings settings;
    private final Clock clock;
    private final List<Detour> detours;
    private final PracticeHosts practice = new PracticeHosts();

    public NetConnector(NameService names, Family family, Dialer dialer, SessionSettings settings, Clock clock) {
        this(names, family, dialer, settings, clock, List.of());
    }

    /** @param detours other places to go to instead of hosts */
    public NetConnector(
            NameService names,
            Family family,
            Dialer dialer,
            SessionSettings settings,
            Clock clock,
            List<Detour> detours) {
        this.detours = List.copyOf(detours);
        this.names = names;
        this.family = family;
        this.dialer = dialer;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public Opening open(TargetSpec target, SessionListener listener) {
        return target instanceof TargetSpec.Lmtp lmtp
                ? open(lmtp.under(), settings.withLmtp(true), listener)
                : open(target, settings, listener);
    }

    private Opening open(TargetSpec target, SessionSettings settings, SessionListener listener) {
        if (target instanceof TargetSpec.Unclear unclear) {
            return Unreachable.unclear(unclear);
        }
        if (target instanceof TargetSpec.Practice scenario) {
            return practise(scenario, listener);
        }
        if (target instanceof TargetSpec.Domain domain) {
            return route(domain)
                    .map(found -> FirstReachable.open(found, this, listener, untold -> {}))
                    .orElseGet(() -> Unreachable.stopped(domain.name().text()));
        }
        if (target instanceof TargetSpec.Here here) {
            return dial(List.of(new Target(here.label(), here.place())), settings, listener);
        }
        TargetSpec.Host host = (TargetSpec.Host) target;
        SessionSettings here = settings.withTlsOnConnect(settings.tlsOnConnect() || host.tlsOnConnect());
        TargetSpec there = Detour.of(detours, host.name(), host.port()).orElse(host);
        if (there instanceof TargetSpec.Here local) {
            return dial(List.of(new Target(host.name(), local.place())), here, listener);
        }
        TargetSpec.Host way = (TargetSpec.Host) there;
        HostAnswer answer;
        long begun = System.nanoTime();
        try {
            answer = names.hosts().addresses(way.name(), family);
        } catch (InterruptedException e) {
            return Unreachable.stopped(way.name());
        }
        if (AddressLiteral.read(host.name()).isEmpty()) {
            Duration took = Duration.ofNanos(System.nanoTime() - begun);
            listener.happened(new SessionEvent.LookedUp(ADDRESSES.get(family), took));
        }
        if (!(answer instanceof HostAnswer.Found found)) {
            return Unreachable.named(answer);
        }
        List<Target> targets = found.addresses().stream()
                .map(address -> new Target(host.name(), address, way.port()))
                .toList();
        return dial(targets, here, listener);
    }

    @Override
    public Optional<Route> route(TargetSpec.Domain domain) {
        try {
            MxLookup lookup = new MxLookup(names.resolver());
            return Optional.of(Route.along(lookup.plan(domain.name(), names.deadline()), domain, family));
        } catch (InterruptedException e) {
            return Optional.empty();
        }
    }

    @Override
    public Opening open(Route.Stop stop, SessionListener listener) {
        boolean tls = settings.tlsOnConnect() || stop.tlsOnConnect();
        String name = stop.host().name().text();
        int port = stop.targets().isEmpty()
                ? TargetSpec.SMTP
                : stop.targets().get(0).port();
        if (Detour.of(detours, name, port).isPresent()) {
            return open(new TargetSpec.Host(name, port, stop.tlsOnConnect()), listener);
        }
        return dial(stop.targets(), settings.withTlsOnConnect(tls), listener);
    }

    @Override
    public NameService names() {
        return names;
    }

    @Override
    public Optional<ScanReport> scan(Target target, boolean tlsOnConnect, String helo) throws InterruptedException {
        ScanSettings how = new ScanSettings(
                ScanSettings.CONNECTIONS,
                settings.patience().all().orElse(ScanSettings.PATIENCE),
                helo,
                tlsOnConnect,
                settings.tls().serverName().or(() -> Scanner.sni(target.name())),
                settings.anchors());
        return Optional.of(new Scanner(dialer, how, clock).scan(target));
    }

    @Override
    public List<String> scenarios() {
        return ShippedScenarios.names();
    }

    @Override
    public PracticeHosts practice() {
        return practice;
    }

    @Override
    public void close() {
        practice.close();
    }

    private Opening practise(TargetSpec.Practice scenario, SessionListener listener) {
        PracticeHost.Started started = practice.open(scenario.scenario());
        return started.host().isEmpty()
                ? Unreachable.practice(started.what(), started.mend())
                : dial(started.host().get(), listener);
    }

    private Opening dial(PracticeHost host, SessionListener listener) {
        Anchors anchors = settings.anchors().plusLater(() -> List.of(host.authority()));
        return dial(host.targets(), settings.withTlsOnConnect(false).withAnchors(anchors), listener);
    }

    private Opening dial(List<Target> targets, SessionSettings here, SessionListener listener) {
        return new Opener(dialer, here, clock, listener).open(targets, Tap.NONE);
    }
}
