package dev.smtpsh.scan;

import dev.smtpsh.tls.hello.Hello;
import dev.smtpsh.tls.hello.HelloAnswer;
import dev.smtpsh.tls.registry.Group;
import dev.smtpsh.tls.registry.Scheme;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.BiFunction;
import java.util.function.Function;

/** Finds groups and signature schemes. */
final class Choices {
    private final Entrance entrance;

    Choices(Entrance entrance) {
        this.entrance = entrance;
    }

    /** Groups in the server's order. */
    List<String> groups(Hello hello) throws IOException, InterruptedException {
        return one(hello, hello.groups(), Hello::withGroups, HelloAnswer::group, Group::label);
    }

    /** Schemes of TLS 1.2 in the server's order: they can be read. */
    List<String> schemes(Hello hello) throws IOException, InterruptedException {
        return one(hello, hello.schemes(), Hello::withSchemes, HelloAnswer::scheme, Scheme::label);
    }

    /** Whether TLS 1.3 goes on with this scheme alone; it would sign where nobody can read. */
    boolean signs(Hello hello, Scheme scheme) throws IOException, InterruptedException {
        return entrance.ask(hello.withKeys().withSchemes(List.of(scheme.number())))
                        .kind()
                == HelloAnswer.Kind.HELLO;
    }

    private List<String> one(
            Hello hello,
            List<Integer> offered,
            BiFunction<Hello, List<Integer>, Hello> with,
            Function<HelloAnswer, OptionalInt> chosen,
            Function<Integer, String> label)
            throws IOException, InterruptedException {
        List<Integer> left = new ArrayList<>(offered);
        List<String> found = new ArrayList<>();
        while (!left.isEmpty()) {
            HelloAnswer answer = entrance.ask(with.apply(hello, left));
            boolean same = answer.agreed() && answer.version() == hello.version();
            if (!same || !left.remove((Integer) chosen.apply(answer).orElse(-1))) {
                break;
            }
            found.add(label.apply(chosen.apply(answer).getAsInt()));
        }
        return found;
    }
}
