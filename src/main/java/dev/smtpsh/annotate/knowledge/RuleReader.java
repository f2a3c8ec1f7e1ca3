package dev.smtpsh.annotate.knowledge;

import dev.smtpsh.annotate.Actor;
import dev.smtpsh.annotate.Confidence;
import dev.smtpsh.annotate.Reason;
import dev.smtpsh.annotate.Retry;
import dev.smtpsh.annotate.Scope;
import dev.smtpsh.annotate.Verdict;
import dev.smtpsh.annotate.circumstance.Circumstance;
import dev.smtpsh.datafile.Complaint;
import dev.smtpsh.datafile.DataFile;
import dev.smtpsh.datafile.Datum;
import dev.smtpsh.datafile.Place;
import dev.smtpsh.smtp.state.Stage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads rule files as {@code docs/rules.md} describes them; every slip becomes a complaint with its place. */
public final class RuleReader {
    private static final List<String> FILE_KEYS = List.of("family", "about", "rules");
    private static final List<String> KEYS = List.of(
            "id",
            "when",
            "title",
            "reason",
            "meaning",
            "deliverability",
            "who",
            "fix",
            "retry",
            "wait",
            "permanent",
            "verdict",
            "suppress",
            "scope",
            "confidence",
            "provider",
            "software",
            "list",
            "references",
            "examples",
            "near-misses");
    private static final List<String> NEEDED =
            List.of("id", "when", "title", "meaning", "who", "fix", "retry", "scope", "confidence", "references");
    private static final List<String> EXAMPLE_KEYS = List.of("reply", "stage", "provider", "software", "session");
    private static final int MOST_FIXES = 3;
    private static final int MOST_TITLE_WORDS = 6;

    private static final Pattern ID = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
    private static final Pattern WAIT = Pattern.compile("([1-9][0-9]{0,4})([smhd])");
    private static final Map<String, Duration> UNITS = Map.of(
            "s", Duration.ofSeconds(1), "m", Duration.ofMinutes(1), "h", Duration.ofHours(1), "d", Duration.ofDays(1));

    private final List<RuleFiles.Written> rules = new ArrayList<>();
    private final List<Complaint> complaints = new ArrayList<>();
    private final Map<String, Place> ids = new HashMap<>();

    private RuleReader() {}

    /** Reads files in the order of their names; the names are what complaints call them. */
    public static RuleFiles read(SortedMap<String, String> textByName) {
        RuleReader reader = new RuleReader();
        textByName.forEach(reader::readFile);
        return new RuleFiles(reader.rules, reader.complaints);
    }

    private void readFile(String name, String text) {
        DataFile data = DataFile.read(name, text);
        complaints.addAll(data.complaints());
        if (data.value().isEmpty()) {
            if (data.complaints().isEmpty()) {
                complaints.add(new Complaint(new Place(name, 1, 1), "the file is empty", "add `family: ...`"));
            }
            return;
        }
        RuleEntry file = RuleEntry.of(data.value().get(), FILE_KEYS, complaints);
        file.need("family", "add `family: NAME`");
        file.need("about", "add `about: ...`, one sentence");
        file.need("rules", "add `rules:` and a list");
        Optional<Datum> list = file.datum("rules");
        if (list.isPresent() && list.get() instanceof Datum.Items items) {
            items.items().forEach(this::readRule);
        } else if (list.isPresent()) {
            file.complain(list.get().place(), "`rules` wants a list", "begin each rule with `- id:`");
        }
    }

    private void readRule(Datum datum) {
        int before = complaints.size();
        RuleEntry entry = RuleEntry.of(datum, KEYS, complaints);
        if (complaints.size() > before && !(datum instanceof Datum.Fields)) {
            return;
        }
        NEEDED.forEach(key -> entry.need(key, "add `" + key + ": ...`"));
        String id = id(entry);
        Optional<Conditions> when = entry.datum("when").map(conditions -> ConditionReader.read(conditions, complaints));
        List<RuleFiles.Example> examples = examples(entry, "examples");
        List<RuleFiles.Example> nearMisses = examples(entry, "near-misses");
        checkTitle(entry);
        checkFixes(entry);
        entry.checkReferences("references");
        Optional<Rule.Meaning> says = meaning(entry);
        when.ifPresent(conditions -> checkReason(entry, conditions));
        if (complaints.size() == before && when.isPresent() && says.isPresent()) {
            rules.add(new RuleFiles.Written(new Rule(id, when.get(), says.get()), examples, nearMisses, entry.place()));
        }
    }

    private String id(RuleEntry entry) {
        String id = entry.text("id").orElse("");
        if (!id.isEmpty() && !ID.matcher(id).matches()) {
            entry.complain(
                    entry.placeOf("id"), "`" + id + "` is no id", "use lower-case words and digits joined by `-`");
        }
        Place first = ids.putIfAbsent(id, entry.placeOf("id"));
        if (first != null && !id.isEmpty()) {
            entry.complain(entry.placeOf("id"), "the id `" + id + "` is taken at " + first, "choose another");
        }
        return id;
    }

    private static Optional<Rule.Meaning> meaning(RuleEntry entry) {
        Optional<Actor> who = entry.choice("who", Actor.values(), Actor::label);
        Optional<Retry> retry = entry.choice("retry", Retry.values(), Retry::label);
        Optional<Scope> scope = entry.choice("scope", Scope.values(), Scope::label);
        Optional<Confidence> confidence = entry.choice("confidence", Confidence.values(), Confidence::label);
        Optional<Reason> reason = entry.choice("reason", Reason.values(), Reason::label);
        Optional<Verdict> verdict = entry.choice("verdict", Verdict.values(), Verdict::label);
        Optional<Duration> wait = duration(entry);
        if (who.isEmpty() || retry.isEmpty() || scope.isEmpty() || confidence.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Rule.Meaning(
                entry.text("title").orElse(""),
                reason,
                entry.text("meaning").orElse(""),
                entry.text("deliverability"),
                who.get(),
                entry.words("fix"),
                retry.get(),
                wait,
                entry.flag("permanent"),
                verdict,
                entry.flag("suppress").orElse(false),
                scope.get(),
                confidence.get(),
                entry.text("provider"),
                entry.text("software"),
                entry.flag("list").orElse(false),
                entry.words("references")));
    }

    private static Optional<Duration> duration(RuleEntry entry) {
        Optional<String> text = entry.text("wait");
        if (text.isEmpty()) {
            return Optional.empty();
        }
        Matcher wait = WAIT.matcher(text.get());
        if (!wait.matches()) {
            String title = "`wait` wants a length of time, not `" + text.get() + "`";
            entry.complain(entry.placeOf("wait"), title, "write it like `30s`, `15m`, `4h` or `1d`");
            return Optional.empty();
        }
        return Optional.of(UNITS.get(wait.group(2)).multipliedBy(Long.parseLong(wait.group(1))));
    }

    private static void checkTitle(RuleEntry entry) {
        Optional<String> title = entry.text("title");
        if (title.isPresent() && title.get().endsWith(".")) {
            entry.complain(entry.placeOf("title"), "a title is a heading", "drop the full stop");
        }
        if (title.isPresent() && title.get().split(" +").length > MOST_TITLE_WORDS) {
            entry.complain(entry.placeOf("title"), "the title is too long", "say it in two to six words");
        }
    }

    private static void checkFixes(RuleEntry entry) {
        if (entry.words("fix").size() > MOST_FIXES) {
            entry.complain(entry.placeOf("fix"), "more than three steps", "keep the three that help most");
        }
    }

    private static void checkReason(RuleEntry entry, Conditions when) {
        boolean refused = when.codes().stream()
                .anyMatch(code -> code.severity().filter(digit -> digit >= 4).isPresent());
        if (refused && !entry.has("reason")) {
            entry.complain(entry.place(), "`reason` is missing", "a rule for 4yz or 5yz says why, at least `other`");
        }
    }

    private static List<RuleFiles.Example> examples(RuleEntry entry, String key) {
        Optional<Datum> datum = entry.datum(key);
        List<RuleFiles.Example> examples = new ArrayList<>();
        if (datum.isPresent() && datum.get() instanceof Datum.Items items) {
            items.items().forEach(item -> example(entry, key, item).ifPresent(examples::add));
        }
        if (examples.isEmpty()) {
            entry.complain(
                    entry.placeOf(key), "`" + key + "` needs at least one reply", "write `- \"550 ...\"` below it");
        }
        return examples;
    }

    private static Optional<RuleFiles.Example> example(RuleEntry rule, String key, Datum datum) {
        if (datum instanceof Datum.Text text && !text.value().isBlank()) {
            return Optional.of(new RuleFiles.Example(
                    text.value(), Optional.empty(), Optional.empty(), Optional.empty(), Set.of(), text.place()));
        }
        if (!(datum instanceof Datum.Fields)) {
            rule.complain(datum.place(), "`" + key + "` wants a reply here", "write \"550 ...\" or {reply: ...}");
            return Optional.empty();
        }
        RuleEntry entry = RuleEntry.of(datum, EXAMPLE_KEYS, rule.complaints());
        entry.need("reply", "add `reply: \"550 ...\"`");
        Optional<Stage> stage = entry.choice("stage", Stage.values(), Stage::label);
        Set<Circumstance> session = Set.copyOf(ConditionReader.circumstances(entry));
        return entry.text("reply")
                .map(reply -> new RuleFiles.Example(
                        reply, stage, entry.text("provider"), entry.text("software"), session, datum.place()));
    }
}
