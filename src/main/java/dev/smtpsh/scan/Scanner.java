package dev.smtpsh.scan;

import dev.smtpsh.scan.ScanReport.Finding;
import dev.smtpsh.scan.ScanReport.Shown;
import dev.smtpsh.scan.ScanReport.Version;
import dev.smtpsh.tls.certificate.CertificateExaminer;
import dev.smtpsh.tls.certificate.ReferenceIdentifier;
import dev.smtpsh.tls.hello.Hello;
import dev.smtpsh.tls.hello.HelloAnswer;
import dev.smtpsh.tls.registry.CipherSuite;
import dev.smtpsh.tls.registry.CipherSuites;
import dev.smtpsh.tls.registry.Group;
import dev.smtpsh.tls.registry.Scheme;
import dev.smtpsh.wire.Dialer;
import dev.smtpsh.wire.Tap;
import dev.smtpsh.wire.Target;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Scans one server: everything that does not depend on each other at the same time, within a bound. */
public final class Scanner {
    private static final List<String> VERSIONS = List.of("SSLv3", "TLSv1.0", "TLSv1.1", "TLSv1.2", "TLSv1.3");

    private final Dialer dialer;
    private final ScanSettings settings;
    private final Clock clock;
    private final CipherSuites names = CipherSuites.shipped();

    public Scanner(Dialer dialer, ScanSettings settings, Clock clock) {
        this.dialer = dialer;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * Looks at a server.
     *
     * @throws InterruptedException when the operator stops it; connections that stand are then dropped
     */
    public ScanReport scan(Target target) throws InterruptedException {
        ExecutorService workers = Executors.newCachedThreadPool(task -> {
            Thread thread = new Thread(task, "smtpsh-scan");
            thread.setDaemon(true);
            return thread;
        });
        try {
            return new Run(workers, new Entrance(dialer, target, settings)).report();
        } finally {
            workers.shutdownNow();
        }
    }

    private final class Run {
        private final long begun = System.nanoTime();
        private final ExecutorService workers;
        private final Entrance entrance;
        private final Choices choices;
        private final List<Suites> lanes = new ArrayList<>();
        private final List<String> troubles = Collections.synchronizedList(new ArrayList<>());

        Run(ExecutorService workers, Entrance entrance) {
            this.workers = workers;
            this.entrance = entrance;
            this.choices = new Choices(entrance);
        }

        ScanReport report() throws InterruptedException {
            Starttls first = new Starttls(entrance, settings, clock);
            Starttls second = new Starttls(entrance, settings, clock);
            List<Future<Version>> versions = new ArrayList<>();
            for (int i = VERSIONS.size() - 1; i >= 0; i--) {
                int number = Hello.SSL_3_0 + i;
                String name = VERSIONS.get(i);
                Suites lane = new Suites(entrance, names, everything(number), workers);
                lanes.add(lane);
                versions.add(start(() -> lane.find(name), new Version(name, false, List.of(), ScanReport.Order.NONE)));
            }
            Future<Boolean> talk = start(() -> starttls(first, second), false);
            Hello newest = everything(Hello.TLS_1_3);
            Hello before = everything(Hello.TLS_1_2);
            Future<List<String>> groups13 = start(() -> choices.groups(newest), List.of());
            Future<List<String>> groups = start(() -> choices.groups(curves(before)), List.of());
            Future<List<String>> schemes = start(() -> choices.schemes(signed(before)), List.of());
            Future<HelloAnswer> nameless = start(() -> entrance.ask(before.withoutServerName()), null);
            Map<Scheme, Future<Boolean>> schemes13 = new LinkedHashMap<>();
            for (Scheme scheme : Scheme.values()) {
                if (scheme.inTls13()) {
                    schemes13.put(scheme, start(() -> choices.signs(newest, scheme), false));
                }
            }
            List<Version> found = new ArrayList<>();
            for (Future<Version> one : versions) {
                found.add(result(one));
            }
            result(talk);
            List<String> signing = new ArrayList<>();
            for (Map.Entry<Scheme, Future<Boolean>> one : schemes13.entrySet()) {
                if (result(one.getValue())) {
                    signing.add(one.getKey().label());
                }
            }
            List<Finding> findings = new ArrayList<>(first.findings());
            findings.addAll(second.findings());
            List<HelloAnswer> answers =
                    lanes.stream().flatMap(one -> one.answers().stream()).toList();
            List<String> all13 = result(groups13);
            findings.addAll(new Findings(found, answers, all13).all());
            List<Shown> shown = certificates(answers, Optional.ofNullable(result(nameless)), first);
            findings.sort((a, b) -> a.grade().compareTo(b.grade()));
            return new ScanReport(
                    entrance.target(),
                    found,
                    all13,
                    result(groups),
                    signing,
                    result(schemes),
                    shown,
                    first.handshake().or(second::handshake),
                    findings,
                    entrance.connections(),
                    Duration.ofNanos(System.nanoTime() - begun),
                    troubles.stream().findFirst());
        }

        private boolean starttls(Starttls first, Starttls second) throws IOException, InterruptedException {
            if (settings.tlsOnConnect()) {
                return entrance.inTurn(() -> first.handshakeOnly(dialer.dial(entrance.target(), Tap.NONE)));
            }
            return entrance.inTurn(() -> first.injection() & second.memory() & second.resumption());
        }

        private List<Shown> certificates(List<HelloAnswer> answers, Optional<HelloAnswer> nameless, Starttls talk) {
            Map<String, Shown> shown = new LinkedHashMap<>();
            for (HelloAnswer answer : answers) {
                show(shown, answer, "");
            }
            nameless.ifPresent(answer -> show(shown, answer, "without SNI"));
            talk.handshake()
                    .filter(one -> !one.chain().isEmpty())
                    .ifPresent(one -> shown.putIfAbsent(
                            one.chain().get(0).sha256(),
                            new Shown("whole handshake", one.chain().get(0))));
            return List.copyOf(shown.values());
        }

        private void show(Map<String, Shown> shown, HelloAnswer answer, String when) {
            if (!answer.certificates().isEmpty()) {
                var facts = new CertificateExaminer(settings.anchors(), clock)
                        .facts(answer.certificates().subList(0, 1))
                        .facts()
                        .get(0);
                String kind = facts.key().startsWith("EC") || facts.key().startsWith("Ed") ? "ECDSA" : "RSA";
                shown.putIfAbsent(facts.sha256(), new Shown(when.isEmpty() ? kind + " suites" : when, facts));
            }
        }

        private <T> Future<T> start(Callable<T> task, T otherwise) {
            return workers.submit(() -> {
                try {
                    return task.call();
                } catch (IOException e) {
                    troubles.add(e.getMessage());
                    return otherwise;
                }
            });
        }
    }

    private static <T> T result(Future<T> future) throws InterruptedException {
        try {
            return future.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("a scan broke: " + e.getCause(), e.getCause());
        }
    }

    private Hello everything(int version) {
        boolean newest = version == Hello.TLS_1_3;
        List<Integer> suites = names.all().stream()
                .filter(one -> one.ofTls13() == newest)
                .map(CipherSuite::number)
                .toList();
        List<Integer> groups = Arrays.stream(Group.values())
                .filter(one -> newest ? one.inTls13() : one.beforeTls13())
                .map(Group::number)
                .toList();
        List<Integer> schemes = Arrays.stream(Scheme.values())
                .filter(one -> !newest || one.inTls13())
                .map(Scheme::number)
                .toList();
        return new Hello(version, suites, groups, schemes, settings.serverName(), false);
    }

    // Only with them does a server say which curve it takes.
    private Hello curves(Hello hello) {
        return hello.withSuites(hello.suites().stream()
                .filter(number -> names.numbered(number).name().contains("_ECDHE_"))
                .toList());
    }

    // Only with them does a server sign what can be read.
    private Hello signed(Hello hello) {
        return hello.withSuites(hello.suites().stream()
                .filter(number -> names.numbered(number).name().matches("TLS_(ECDHE|DHE)_(RSA|ECDSA|DSS)_.*"))
                .toList());
    }

    /** What a name may be sent as SNI. */
    public static Optional<String> sni(String name) {
        return ReferenceIdentifier.of(name).forSni();
    }
}
