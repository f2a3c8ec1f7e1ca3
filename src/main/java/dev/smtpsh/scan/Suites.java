package dev.smtpsh.scan;

import dev.smtpsh.scan.ScanReport.Order;
import dev.smtpsh.scan.ScanReport.Taken;
import dev.smtpsh.scan.ScanReport.Version;
import dev.smtpsh.tls.hello.Hello;
import dev.smtpsh.tls.hello.HelloAnswer;
import dev.smtpsh.tls.registry.CipherSuites;
import dev.smtpsh.tls.registry.Group;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** Finds the suites of one version: offers all, takes away what the server chose, and again. */
final class Suites {
    private final Entrance entrance;
    private final CipherSuites names;
    private final Hello hello;
    private final List<HelloAnswer> answers = new ArrayList<>();

    /** @param hello offers everything of its version */
    Suites(Entrance entrance, CipherSuites names, Hello hello) {
        this.entrance = entrance;
        this.names = names;
        this.hello = hello;
    }

    /** What the server agreed to, one after the other. */
    List<HelloAnswer> answers() {
        return answers;
    }

    Version find(String name) throws IOException, InterruptedException {
        List<Integer> left = new ArrayList<>(hello.suites());
        List<Taken> taken = new ArrayList<>();
        while (!left.isEmpty()) {
            HelloAnswer answer = entrance.ask(hello.withSuites(left));
            boolean same = answer.agreed() && answer.version() == hello.version();
            // A suite that was not offered would be chosen for ever.
            if (!same || !left.remove((Integer) answer.suite().orElse(-1))) {
                break;
            }
            answers.add(answer);
            taken.add(new Taken(names.numbered(answer.suite().getAsInt()), group(answer)));
        }
        return new Version(name, !taken.isEmpty(), taken, order(taken));
    }

    private Order order(List<Taken> taken) throws IOException, InterruptedException {
        if (taken.size() < 2) {
            return Order.NONE;
        }
        List<Integer> reversed =
                new ArrayList<>(taken.stream().map(one -> one.suite().number()).toList());
        Collections.reverse(reversed);
        HelloAnswer answer = entrance.ask(hello.withSuites(reversed));
        return answer.suite().orElse(-1) == reversed.get(0) ? Order.CLIENT : Order.SERVER;
    }

    private static Optional<String> group(HelloAnswer answer) {
        if (answer.groupBits() > 0) {
            return Optional.of("DH " + answer.groupBits());
        }
        // Of TLS 1.3 the group says nothing about the suite.
        return answer.group().isPresent() && answer.version() < Hello.TLS_1_3
                ? Optional.of(Group.label(answer.group().getAsInt()))
                : Optional.empty();
    }
}
