package dev.smtpsh.diagnosis;

import dev.smtpsh.annotate.Annotation;
import dev.smtpsh.annotate.Annotator;
import dev.smtpsh.annotate.Symptom.ReplySymptom;
import dev.smtpsh.annotate.circumstance.Circumstances;
import dev.smtpsh.annotate.circumstance.Scene;
import dev.smtpsh.annotate.recognition.KnownServers;
import dev.smtpsh.session.Exchange;
import dev.smtpsh.smtp.state.Stage;
import dev.smtpsh.wire.Target;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Supplier;

/** What the replies of one conversation mean, by all that it has shown. */
public final class Diagnosis {
    private final Supplier<Annotator> annotator;
    private final OptionalInt port;
    private final Map<String, Integer> firstSaid = new HashMap<>();
    private final Map<String, Integer> lastSaid = new HashMap<>();
    private Optional<KnownServers> servers = Optional.empty();
    private Optional<String> provider = Optional.empty();
    private Optional<String> software = Optional.empty();
    private final String host;

    /** @param target where the conversation goes; empty while there is none */
    public Diagnosis(Supplier<Annotator> annotator, Optional<Target> target) {
        this.annotator = annotator;
        this.host = target.map(Target::name).orElse("");
        this.port = target.filter(one -> one.port() > 0).isPresent()
                ? OptionalInt.of(target.get().port())
                : OptionalInt.empty();
    }

    /** The annotations of an exchange, the best first, by what was known when it came. */
    public List<Annotation> of(Exchange exchange) {
        if (exchange.stage() == Stage.GREETING) {
            recognise(exchange.reply().text());
        }
        Scene scene = new Scene(
                exchange.stage(), exchange.command(), exchange.before(), exchange.took(), port, Measure.of(exchange));
        Map<String, String> saidBefore = new HashMap<>();
        firstSaid.forEach((rule, number) -> {
            if (number < exchange.number()) {
                saidBefore.put(rule, "#" + number);
            }
        });
        return annotator
                .get()
                .annotate(new ReplySymptom(
                        exchange.reply(),
                        Optional.of(exchange.stage()),
                        new Circumstances(scene.circumstances(exchange.reply()), saidBefore),
                        provider,
                        software));
    }

    /** Keeps what an exchange was said to mean; gives the exchange before in which the same was said. */
    public OptionalInt remember(Exchange exchange, Annotation best) {
        firstSaid.putIfAbsent(best.rule(), exchange.number());
        Integer before = lastSaid.put(best.rule(), exchange.number());
        return before == null ? OptionalInt.empty() : OptionalInt.of(before);
    }

    private void recognise(String greeting) {
        if (servers.isEmpty()) {
            servers = Optional.of(KnownServers.shipped());
        }
        KnownServers known = servers.get();
        provider =
                known.provider(host).or(() -> KnownServers.greetedBy(greeting).flatMap(known::provider));
        software = known.software(greeting);
    }
}
