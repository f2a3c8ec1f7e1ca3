package dev.smtpsh.lesson.book;

import dev.smtpsh.datafile.Complaint;
import dev.smtpsh.datafile.Datum;
import dev.smtpsh.datafile.Place;
import dev.smtpsh.lesson.proof.Proof;
import dev.smtpsh.practice.scenario.Glob;
import dev.smtpsh.practice.scenario.reading.Entry;
import dev.smtpsh.smtp.command.Verb;
import java.time.Duration;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;

/** Reads what proves a task: one key tells the kind, the others narrow it. */
final class ProofReader {
    private static final List<String> MOMENTS = List.of("GREETING", "MESSAGE", "LOGIN");
    private static final Map<String, Boolean> SIDES = Map.of("client", false, "server", true);
    private static final Map<String, List<String>> KEYS = keys();
    private static final Map<String, BiFunction<Entry, List<Complaint>, Proof>> KINDS = kinds();

    private ProofReader() {}

    private static Map<String, List<String>> keys() {
        Map<String, List<String>> keys = new LinkedHashMap<>();
        keys.put("command", List.of("command", "reply", "status", "path", "argument", "tls", "again"));
        keys.put("reply", keys.get("command"));
        keys.put("stored", List.of("stored", "from", "header", "header-differs", "tls", "login", "sized"));
        keys.put("tls", List.of("tls"));
        keys.put("login", List.of("login"));
        keys.put("connections", List.of("connections"));
        keys.put("closed-by", List.of("closed-by"));
        keys.put("fault", List.of("fault"));
        keys.put("later", List.of("later"));
        keys.put("word", List.of("word"));
        keys.put("any", List.of("any"));
        return keys;
    }

    private static Map<String, BiFunction<Entry, List<Complaint>, Proof>> kinds() {
        Map<String, BiFunction<Entry, List<Complaint>, Proof>> kinds = new LinkedHashMap<>();
        kinds.put("command", (entry, complaints) -> answer(entry));
        kinds.put("reply", (entry, complaints) -> answer(entry));
        kinds.put("stored", (entry, complaints) -> stored(entry));
        kinds.put("tls", (entry, complaints) -> new Proof.Tls());
        kinds.put("login", (entry, complaints) -> new Proof.Login());
        kinds.put(
                "connections",
                (entry, complaints) ->
                        new Proof.Connections(entry.number("connections").orElse(1)));
        kinds.put(
                "closed-by",
                (entry, complaints) ->
                        new Proof.Closed(entry.choice("closed-by", SIDES).orElse(false)));
        kinds.put("fault", (entry, complaints) -> new Proof.Misbehaved(new Glob(entry.required("fault"))));
        kinds.put(
                "later",
                (entry, complaints) -> new Proof.Later(entry.length("later").orElse(Duration.ZERO)));
        kinds.put("word", (entry, complaints) -> new Proof.Used(Set.copyOf(entry.words("word"))));
        kinds.put("any", ProofReader::any);
        return kinds;
    }

    static Proof read(Datum datum, List<Complaint> complaints) {
        Optional<String> kind = datum instanceof Datum.Fields fields
                ? KINDS.keySet().stream()
                        .filter(key -> fields.find(key).isPresent())
                        .findFirst()
                : Optional.empty();
        if (kind.isEmpty()) {
            complaints.add(new Complaint(
                    datum.place(),
                    "a proof begins with what must happen",
                    "use one of: " + String.join(", ", KINDS.keySet())));
            return new Proof.Any(List.of());
        }
        return KINDS.get(kind.get()).apply(Entry.of(datum, KEYS.get(kind.get()), complaints), complaints);
    }

    private static Proof answer(Entry entry) {
        Set<String> verbs = new HashSet<>();
        for (String word : entry.words("command")) {
            String verb = word.toUpperCase(Locale.ROOT);
            verbs.add(verb);
            if (Verb.named(verb).isEmpty() && !MOMENTS.contains(verb)) {
                Place place = entry.datum("command").orElseThrow().place();
                entry.complain(place, "`" + word + "` is no SMTP verb", "or use GREETING, MESSAGE (the dot) or LOGIN");
            }
        }
        Optional<String> reply = entry.text("reply");
        if (reply.filter(text -> !text.matches("[2-5x][0-9x][0-9x]")).isPresent()) {
            Place place = entry.datum("reply").orElseThrow().place();
            entry.complain(place, "`reply` wants three digits", "write it like `250` or `4xx`");
        }
        return new Proof.Answer(
                verbs,
                reply,
                entry.text("status").map(Glob::new),
                entry.text("path").map(Glob::new),
                entry.text("argument").map(Glob::new),
                entry.flag("tls"),
                entry.flag("again"));
    }

    private static Proof stored(Entry entry) {
        return new Proof.Stored(
                Optional.of(new Glob(entry.required("stored"))),
                entry.text("from").map(Glob::new),
                entry.text("header"),
                entry.isSet("header-differs"),
                entry.flag("tls"),
                entry.flag("login"),
                entry.flag("sized"));
    }

    private static Proof any(Entry entry, List<Complaint> complaints) {
        Datum datum = entry.datum("any").orElseThrow();
        if (datum instanceof Datum.Items items) {
            return new Proof.Any(
                    items.items().stream().map(item -> read(item, complaints)).toList());
        }
        entry.complain(datum.place(), "`any` wants a list of proofs", "begin each with `- `");
        return new Proof.Any(List.of());
    }
}
