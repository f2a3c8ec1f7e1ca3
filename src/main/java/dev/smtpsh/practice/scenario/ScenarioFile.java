package dev.smtpsh.practice.scenario;

import dev.smtpsh.datafile.Complaint;
import dev.smtpsh.datafile.DataFile;
import dev.smtpsh.datafile.Datum;
import dev.smtpsh.datafile.Place;
import dev.smtpsh.practice.mail.DotEnd;
import dev.smtpsh.practice.scenario.reading.Entry;
import dev.smtpsh.practice.scenario.reading.Nearest;
import dev.smtpsh.smtp.reply.ReplyCode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The result of reading a scenario: the scenario, or what is wrong with it.
 *
 * @param scenario present only without complaints
 * @param complaints in the order of their places
 */
public record ScenarioFile(Optional<Scenario> scenario, List<Complaint> complaints) {
    private static final List<String> KEYS = List.of(
            "name",
            "title",
            "about",
            "host",
            "protocol",
            "greeting",
            "keywords",
            "keywords-after-tls",
            "certificate",
            "users",
            "domains",
            "relay",
            "login",
            "tls",
            "verify",
            "strict",
            "class",
            "keep-state",
            "ends",
            "handshake",
            "tasks",
            "turns");
    private static final Map<String, Scenario.Relay> RELAYS = Arrays.stream(Scenario.Relay.values())
            .collect(Collectors.toMap(relay -> relay.name().toLowerCase(Locale.ROOT), relay -> relay));
    private static final Map<String, Boolean> LOGINS = Map.of("optional", false, "required", true);
    private static final Map<String, Need> NEEDS =
            Map.of("optional", Need.OPTIONAL, "required", Need.REQUIRED, "first", Need.FIRST);
    private static final Map<String, DotEnd> ENDS = Arrays.stream(DotEnd.values())
            .collect(Collectors.toMap(end -> end.name().toLowerCase(Locale.ROOT).replace('_', '-'), end -> end));
    private static final Map<String, Boolean> PROTOCOLS = Map.of("smtp", false, "lmtp", true);
    private static final List<String> GREETING = List.of("{host} ESMTP smtpsh practice server");

    public ScenarioFile {
        complaints = complaints.stream()
                .sorted(Comparator.comparingInt(
                                (Complaint complaint) -> complaint.where().line())
                        .thenComparingInt(complaint -> complaint.where().column()))
                .toList();
    }

    /** Reads a scenario. {@code file} is what complaints call it. */
    public static ScenarioFile read(String file, String text) {
        DataFile data = DataFile.read(file, text);
        List<Complaint> complaints = new ArrayList<>(data.complaints());
        if (data.value().isEmpty() && complaints.isEmpty()) {
            complaints.add(new Complaint(new Place(file, 1, 1), "the file is empty", "add `name: ...`"));
        }
        Optional<Scenario> scenario =
                data.value().map(datum -> scenario(Entry.of(datum, KEYS, complaints), complaints));
        return new ScenarioFile(complaints.isEmpty() ? scenario : Optional.empty(), complaints);
    }

    private static Scenario scenario(Entry entry, List<Complaint> complaints) {
        return new Scenario(
                entry.required("name"),
                entry.required("title"),
                entry.required("about"),
                entry.required("host"),
                TurnReader.reply(entry, "greeting").orElse(new ScriptedReply(new ReplyCode(220), GREETING)),
                offers(entry),
                entry.datum("handshake")
                        .map(datum -> HandshakeReader.read(datum, complaints))
                        .orElse(Handshake.GOOD),
                residents(entry, complaints),
                rules(entry),
                entry.datum("tasks")
                        .map(datum -> TurnReader.tasks(datum, complaints))
                        .orElse(List.of()),
                entry.datum("turns")
                        .map(datum -> TurnReader.turns(datum, complaints))
                        .orElse(List.of()));
    }

    private static Offers offers(Entry entry) {
        List<String> keywords = entry.words("keywords");
        List<String> afterTls = entry.datum("keywords-after-tls").isPresent()
                ? entry.words("keywords-after-tls")
                : keywords.stream()
                        .filter(line -> !line.equalsIgnoreCase("STARTTLS"))
                        .toList();
        return new Offers(
                keywords,
                afterTls,
                entry.choice("certificate", HandshakeReader.CERTIFICATES).orElse(CertificateKind.VALID));
    }

    private static Residents residents(Entry entry, List<Complaint> complaints) {
        Map<String, List<String>> domains = new LinkedHashMap<>();
        for (Datum.Field field : mapping(entry, "domains", complaints)) {
            domains.put(field.key().toLowerCase(Locale.ROOT), entry.wordsOf(field.key(), field.value()));
        }
        Map<String, String> users = new LinkedHashMap<>();
        for (Datum.Field field : mapping(entry, "users", complaints)) {
            entry.wordsOf(field.key(), field.value()).forEach(password -> users.put(field.key(), password));
        }
        return new Residents(domains, users);
    }

    private static List<Datum.Field> mapping(Entry entry, String key, List<Complaint> complaints) {
        Optional<Datum> datum = entry.datum(key);
        if (datum.isEmpty()) {
            return List.of();
        }
        List<String> any = datum.get() instanceof Datum.Fields fields
                ? fields.fields().stream().map(Datum.Field::key).toList()
                : List.of();
        return Entry.of(datum.get(), any, complaints).all();
    }

    private enum Need {
        OPTIONAL,
        REQUIRED,
        FIRST
    }

    private static Set<DotEnd> ends(Entry entry) {
        Set<DotEnd> ends = EnumSet.noneOf(DotEnd.class);
        for (String word : entry.words("ends")) {
            DotEnd end = ENDS.get(word);
            if (end == null) {
                Place place = entry.datum("ends").orElseThrow().place();
                entry.complain(
                        place,
                        "`" + word + "` is no value of `ends`",
                        Nearest.hint(word, ENDS.keySet().stream().sorted().toList()));
            } else {
                ends.add(end);
            }
        }
        return Set.copyOf(ends);
    }

    private static Scenario.Rules rules(Entry entry) {
        Need tls = entry.choice("tls", NEEDS).orElse(Need.OPTIONAL);
        return new Scenario.Rules(
                entry.choice("relay", RELAYS).orElse(Scenario.Relay.LOGIN),
                entry.choice("login", LOGINS).orElse(false),
                tls == Need.REQUIRED,
                entry.isSet("verify"),
                entry.choice("protocol", PROTOCOLS).orElse(false),
                entry.isSet("class"),
                tls == Need.FIRST,
                entry.isSet("keep-state"),
                ends(entry),
                entry.isSet("strict"));
    }
}
