package dev.smtpsh.shell.connect;

import dev.smtpsh.practice.PracticeServer;
import dev.smtpsh.practice.Setup;
import dev.smtpsh.practice.scenario.Scenario;
import dev.smtpsh.practice.scenario.ShippedScenarios;
import dev.smtpsh.wire.Target;
import java.io.IOException;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;

/** A practice server that runs inside this process, for as long as somebody talks to it. */
final class PracticeHost implements AutoCloseable {
    /** Started, or what kept it from starting. */
    record Started(Optional<PracticeHost> host, String what, String mend) {}

    private final PracticeServer server;

    private PracticeHost(PracticeServer server) {
        this.server = server;
    }

    static Started start(String name, Setup setup) {
        Optional<Scenario> scenario = ShippedScenarios.named(name);
        if (scenario.isEmpty()) {
            String meant = ShippedScenarios.nearest(name)
                    .map(near -> "Did you mean practice:" + near + "?")
                    .orElse("There are " + String.join(", ", ShippedScenarios.names()) + ".");
            return new Started(Optional.empty(), "no scenario is called " + name, meant);
        }
        return start(scenario.get(), setup);
    }

    static Started start(Scenario scenario, Setup setup) {
        try {
            return new Started(Optional.of(new PracticeHost(PracticeServer.start(scenario, setup))), "", "");
        } catch (IOException e) {
            return new Started(Optional.empty(), String.valueOf(e.getMessage()), "Check that loopback works here.");
        }
    }

    PracticeServer server() {
        return server;
    }

    List<Target> targets() {
        return List.of(new Target("practice", server.address(), server.port()));
    }

    /** Who signed the server's certificate: it is to be judged like one of a known authority. */
    X509Certificate authority() {
        return server.authority().certificate();
    }

    @Override
    public void close() {
        server.close();
    }
}
