package dev.smtpsh.script.talk;

import dev.smtpsh.annotate.Annotation;
import dev.smtpsh.annotate.Annotator;
import dev.smtpsh.annotate.Symptom.ReplySymptom;
import dev.smtpsh.annotate.circumstance.Circumstances;
import dev.smtpsh.annotate.circumstance.Scene;
import dev.smtpsh.annotate.recognition.KnownServers;
import dev.smtpsh.session.Exchange;
import dev.smtpsh.smtp.state.Stage;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Supplier;

/** What the replies of one conversation mean, by all that it has shown. */
final class Meanings {
    private final Supplier<Annotator> annotator;
    private final String host;
    private final int port;
    private final Map<String, String> said = new HashMap<>();
    private Optional<String> provider = Optional.empty();
    private Optional<String> software = Optional.empty();

    Meanings(Supplier<Annotator> annotator, String host, int port) {
        this.annotator = annotator;
        this.host = host;
        this.port = port;
    }

    List<Annotation> of(Exchange exchange) {
        if (exchange.stage() == Stage.GREETING) {
            KnownServers known = KnownServers.shipped();
            String greeting = exchange.reply().text();
            provider = known.provider(host)
                    .or(() -> KnownServers.greetedBy(greeting).flatMap(known::provider));
            software = known.software(greeting);
        }
        Scene scene = new Scene(
                exchange.stage(),
                exchange.command(),
                exchange.before(),
                exchange.took(),
                OptionalInt.of(port),
                Optional.empty());
        List<Annotation> annotations = annotator
                .get()
                .annotate(new ReplySymptom(
                        exchange.reply(),
                        Optional.of(exchange.stage()),
                        new Circumstances(scene.circumstances(exchange.reply()), said),
                        provider,
                        software));
        annotations.stream().findFirst().ifPresent(best -> said.putIfAbsent(best.rule(), "#" + exchange.number()));
        return annotations;
    }
}
