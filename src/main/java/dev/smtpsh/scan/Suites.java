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
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;

/** Finds the suites of one version: offers all, takes away what the server chose, and again. */
final class Suites {
    private static final int PARTS = 6;

    private final Entrance entrance;
    private final CipherSuites names;
    private final Hello hello;
    private final ExecutorService workers;
    private final List<HelloAnswer> answers = Collections.synchronizedList(new ArrayList<>());

    /** @param hello offers everything of its version */
    Suites(Entrance entrance, CipherSuites names, Hello hello, ExecutorService workers) {
        this.entrance = entrance;
        this.names = names;
        this.hello = hello;
        this.workers = workers;
    }

    /** What the server agreed to, one after the other. */
    List<HelloAnswer> answers() {
        return answers;
    }

    Version find(String name) throws IOException, InterruptedException {
        List<Integer> left = new ArrayList<>(hello.suites());
        Optional<Taken> first = next(left);
        if (first.isEmpty()) {
            return new Version(name, false, List.of(), Order.NONE);
        }
        List<Taken> taken = new ArrayList<>(List.of(first.get()));
        Order order = order(first.get());
        if (order == Order.CLIENT) {
            taken.addAll(parts(left));
        } else {
            taken.addAll(all(left));
        }
        return new Version(name, true, taken, taken.size() > 1 ? order : Order.NONE);
    }

    // Where the server has no order of its own, each part of the list can be asked for by itself.
    private List<Taken> parts(List<Integer> left) throws IOException, InterruptedException {
        int size = Math.max(1, (left.size() + PARTS - 1) / PARTS);
        List<Future<List<Taken>>> running = new ArrayList<>();
        for (int from = 0; from < left.size(); from += size) {
            List<Integer> part = new ArrayList<>(left.subList(from, Math.min(left.size(), from + size)));
            running.add(workers.submit(() -> all(part)));
        }
        List<Taken> taken = new ArrayList<>();
        for (Future<List<Taken>> one : running) {
            try {
                taken.addAll(one.get());
            } catch (ExecutionException e) {
                throw new IOException(e.getCause().getMessage(), e);
            }
        }
        return taken;
    }

    private List<Taken> all(List<Integer> left) throws IOException, InterruptedException {
        List<Taken> taken = new ArrayList<>();
        for (Optional<Taken> one = next(left); one.isPresent(); one = next(left)) {
            taken.add(one.get());
        }
        return taken;
    }

    /** What the server takes of a list, which is then no longer in it. */
    private Optional<Taken> next(List<Integer> left) throws IOException, InterruptedException {
        if (left.isEmpty()) {
            return Optional.empty();
        }
        HelloAnswer answer = entrance.ask(hello.withSuites(left));
        boolean same = answer.agreed() && answer.version() == hello.version();
        // A suite that was not offered would be chosen for ever.
        if (!same || !left.remove((Integer) answer.suite().orElse(-1))) {
            return Optional.empty();
        }
        answers.add(answer);
        return Optional.of(new Taken(names.numbered(answer.suite().getAsInt()), group(answer)));
    }

    private Order order(Taken first) throws IOException, InterruptedException {
        List<Integer> reversed = new ArrayList<>(hello.suites());
        Collections.reverse(reversed);
        HelloAnswer answer = entrance.ask(hello.withSuites(reversed));
        return answer.suite().orElse(-1) == first.suite().number() ? Order.SERVER : Order.CLIENT;
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
