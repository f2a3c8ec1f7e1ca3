package dev.smtpsh.practice.scenario;

import dev.smtpsh.datafile.Complaint;
import dev.smtpsh.datafile.Datum;
import dev.smtpsh.datafile.Place;
import dev.smtpsh.practice.fault.Fault;
import dev.smtpsh.practice.scenario.reading.Entry;
import dev.smtpsh.practice.scenario.reading.FaultReader;
import dev.smtpsh.practice.scenario.reading.Nearest;
import dev.smtpsh.smtp.reply.ReplyCode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads turns and scripted replies. */
final class TurnReader {
    private static final List<String> KEYS = List.of(
            "when",
            "path",
            "argument",
            "nth",
            "from",
            "tls",
            "login",
            "new-for",
            "rate-over",
            "connections-over",
            "after",
            "always",
            "reply",
            "faults");
    private static final List<String> MOMENTS =
            Arrays.stream(Moment.values()).map(Moment::word).toList();
    private static final List<String> TASK_KEYS = List.of("title", "when", "path", "argument", "tls", "login", "reply");
    private static final Pattern NAME = Pattern.compile("\\{([a-z]+)\\}");

    private TurnReader() {}

    static List<Turn> turns(Datum datum, List<Complaint> complaints) {
        if (datum instanceof Datum.Items items) {
            return items.items().stream().map(item -> turn(item, complaints)).toList();
        }
        complaints.add(new Complaint(datum.place(), "`turns` wants a list", "begin each turn with `- when:`"));
        return List.of();
    }

    static List<Task> tasks(Datum datum, List<Complaint> complaints) {
        if (datum instanceof Datum.Items items) {
            return items.items().stream().map(item -> task(item, complaints)).toList();
        }
        complaints.add(new Complaint(datum.place(), "`tasks` wants a list", "begin each task with `- title:`"));
        return List.of();
    }

    private static Task task(Datum datum, List<Complaint> complaints) {
        Entry entry = Entry.of(datum, TASK_KEYS, complaints);
        Optional<String> reply = entry.text("reply");
        if (reply.isPresent() && !reply.get().matches("[2-5](xx|[0-9]x|[0-9]{2})")) {
            Place place = entry.datum("reply").orElseThrow().place();
            entry.complain(place, "`reply` of a task wants a code, not `" + reply.get() + "`", "write 250, 45x or 4xx");
        }
        return new Task(
                entry.required("title"),
                moments(entry),
                condition(entry),
                reply.orElse("").replace("x", ""));
    }

    static Optional<ScriptedReply> reply(Entry entry, String key) {
        Optional<Datum> datum = entry.datum(key);
        if (datum.isEmpty()) {
            return Optional.empty();
        }
        Place place = datum.get().place();
        List<String> lines = entry.wordsOf(key, datum.get());
        if (lines.isEmpty()) {
            return Optional.empty();
        }
        String first = lines.get(0);
        if (!first.matches("(?s)[0-9]{3}( .*)?")) {
            String mend = "write `550 5.1.1 No such user`, or use the fault `garbage` for something that is no reply";
            entry.complain(place, "a reply begins with three digits and a space", mend);
            return Optional.empty();
        }
        List<String> texts = new ArrayList<>(lines);
        texts.set(0, first.length() > 3 ? first.substring(4) : "");
        texts.forEach(text -> check(text, place, entry));
        return Optional.of(new ScriptedReply(new ReplyCode(Integer.parseInt(first.substring(0, 3))), texts));
    }

    private static void check(String text, Place place, Entry entry) {
        if (text.indexOf('\r') >= 0 || text.indexOf('\n') >= 0) {
            entry.complain(place, "a line end inside a reply's line", "write a list with one text for each line");
        }
        Matcher matcher = NAME.matcher(text);
        while (matcher.find()) {
            if (!ScriptedReply.NAMES.contains(matcher.group(1))) {
                String hint = Nearest.hint(matcher.group(1), ScriptedReply.NAMES);
                entry.complain(place, "nothing is called `" + matcher.group() + "`", hint);
            }
        }
    }

    private static Turn turn(Datum datum, List<Complaint> complaints) {
        Entry entry = Entry.of(datum, KEYS, complaints);
        Set<Moment> when = moments(entry);
        List<Fault> faults = entry.datum("faults")
                .map(value -> FaultReader.read(value, complaints))
                .orElse(List.of());
        Optional<ScriptedReply> reply = reply(entry, "reply");
        Condition condition = condition(entry);
        if (entry.datum("reply").isEmpty() && entry.datum("faults").isEmpty()) {
            entry.complain(entry.place(), "a turn without `reply` and `faults` changes nothing", "add one of them");
        }
        if (when.contains(Moment.IDLE) && (reply.isEmpty() || condition.after().isEmpty())) {
            entry.complain(entry.place(), "an idle turn wants `after` and `reply`", "add `after: 5s` and `reply: ...`");
        }
        if (when.contains(Moment.CONTENT) && entry.datum("reply").isEmpty()) {
            entry.complain(
                    entry.place(), "a turn within a message wants `reply`", "add `reply: ...`, or use `message`");
        }
        return new Turn(when, condition, reply, faults);
    }

    private static Set<Moment> moments(Entry entry) {
        Set<Moment> moments = EnumSet.noneOf(Moment.class);
        if (entry.datum("when").isEmpty()) {
            entry.complain(entry.place(), "`when` is missing", "add `when: rcpt`");
        }
        for (String word : entry.words("when")) {
            Optional<Moment> moment = Moment.named(word);
            moment.ifPresent(moments::add);
            if (moment.isEmpty()) {
                Place place = entry.datum("when").orElseThrow().place();
                entry.complain(place, "`" + word + "` is no moment", Nearest.hint(word, MOMENTS));
            }
        }
        return moments;
    }

    private static Condition condition(Entry entry) {
        return new Condition(
                entry.text("path").map(Glob::new),
                entry.text("argument").map(Glob::new),
                entry.number("nth"),
                entry.number("from"),
                entry.flag("tls"),
                entry.flag("login"),
                entry.length("new-for"),
                rate(entry),
                entry.number("connections-over"),
                entry.length("after"),
                entry.isSet("always"));
    }

    private static Optional<Condition.Rate> rate(Entry entry) {
        Optional<String> text = entry.text("rate-over");
        if (text.isEmpty()) {
            return Optional.empty();
        }
        String[] words = text.get().split(" per ", 2);
        Optional<Integer> most = Entry.positive(words[0]);
        Optional<Duration> within = words.length < 2 ? Optional.empty() : Entry.duration(words[1]);
        if (most.isEmpty() || within.isEmpty()) {
            Place place = entry.datum("rate-over").orElseThrow().place();
            entry.complain(place, "`rate-over` wants a number and a time", "write it like `3 per 10m`");
            return Optional.empty();
        }
        return Optional.of(new Condition.Rate(most.get(), within.get()));
    }
}
