package dev.smtpsh.practice;

import dev.smtpsh.practice.scenario.ShippedScenarios;
import java.io.IOException;
import java.util.List;

/** The practice server telling what it got: what a client shows of what it sent proves nothing. */
public final class Listening implements AutoCloseable {
    private final EventLog log = new EventLog();
    private final PracticeServer server;

    private Listening(String scenario) throws IOException {
        server = PracticeServer.start(
                ShippedScenarios.named(scenario).orElseThrow(), Setup.ordinary().toldTo(log));
    }

    public static Listening to(String scenario) throws IOException {
        return new Listening(scenario);
    }

    /** What a client calls it by. */
    public String address() {
        return "127.0.0.1:" + server.port();
    }

    /** The lines that came so far, without their line ends. */
    public List<String> lines() {
        return log.events().stream()
                .filter(PracticeEvent.Received.class::isInstance)
                .map(event ->
                        ((PracticeEvent.Received) event).line().withoutLineEnd().latin1())
                .toList();
    }

    /** The messages that were taken. */
    public List<String> messages() {
        return server.mailroom().messages().stream()
                .map(message -> message.content().latin1())
                .toList();
    }

    /** Waits until a connection is over. */
    public void awaitClosed() throws InterruptedException {
        log.awaitClosed();
    }

    @Override
    public void close() {
        server.close();
    }
}
