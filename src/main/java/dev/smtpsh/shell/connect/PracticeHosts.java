package dev.smtpsh.shell.connect;

import dev.smtpsh.practice.Authority;
import dev.smtpsh.practice.PracticeClock;
import dev.smtpsh.practice.PracticeListener;
import dev.smtpsh.practice.Setup;
import dev.smtpsh.practice.scenario.Scenario;
import dev.smtpsh.practice.scenario.ShippedScenarios;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The practice servers that run inside this process, by the name after {@code practice:}. */
public final class PracticeHosts implements AutoCloseable {
    // One for all, so that keys are made once.
    private final Authority authority = new Authority(Clock.systemUTC());
    private final Map<String, PracticeHost> running = new HashMap<>();

    /**
     * Starts a server of one's own under a name, in place of one that has it.
     *
     * @return what kept it from starting
     */
    public Optional<String> play(String name, Scenario scenario, PracticeListener listener) {
        stop(name);
        PracticeHost.Started started = PracticeHost.start(scenario, setup().toldTo(listener));
        started.host().ifPresent(host -> running.put(name, host));
        return started.host().isPresent() ? Optional.empty() : Optional.of(started.what());
    }

    /** Stops a server, if it runs. */
    public void stop(String name) {
        Optional.ofNullable(running.remove(name)).ifPresent(PracticeHost::close);
    }

    /** What a server that is about to be started does and teaches; empty if it runs already, or there is none. */
    public Optional<String> about(String name) {
        return running.containsKey(name)
                ? Optional.empty()
                : ShippedScenarios.named(name).map(PracticeHosts::withoutSecrets);
    }

    // Not even a practice password stands on the screen of somebody who may be showing it to others.
    private static String withoutSecrets(Scenario scenario) {
        String about = scenario.about();
        for (String password : scenario.residents().users().values()) {
            about = about.replace(password, "as practice --list says");
        }
        return about;
    }

    /** Moves a server's clock on; false if none of that name runs. */
    public boolean later(String name, Duration by) {
        Optional<PracticeHost> host = Optional.ofNullable(running.get(name));
        host.ifPresent(one -> one.server().clock().later(by));
        return host.isPresent();
    }

    /** Waits until a server has done and told all it has to do about what it was sent, but not for long. */
    public void settle(String name, Duration atMost) {
        Optional<PracticeHost> host = Optional.ofNullable(running.get(name));
        try {
            if (host.isPresent()) {
                host.get().server().settle(atMost);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        running.values().forEach(PracticeHost::close);
        running.clear();
    }

    PracticeHost.Started open(String name) {
        PracticeHost host = running.get(name);
        if (host != null) {
            return new PracticeHost.Started(Optional.of(host), "", "");
        }
        PracticeHost.Started started = PracticeHost.start(name, setup());
        started.host().ifPresent(one -> running.put(name, one));
        return started;
    }

    private Setup setup() {
        return Setup.ordinary().by(PracticeClock.system()).certifiedBy(authority);
    }
}
