package dev.smtpsh.practice.scenario.reading;

import dev.smtpsh.datafile.Complaint;
import dev.smtpsh.datafile.Datum;
import dev.smtpsh.datafile.Place;
import dev.smtpsh.practice.fault.Act;
import dev.smtpsh.practice.fault.Fault;
import dev.smtpsh.practice.fault.OrderFault;
import dev.smtpsh.practice.fault.ShapeFault;
import dev.smtpsh.smtp.Octets;
import dev.smtpsh.smtp.reply.ReplyCode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Reads a turn's faults: each is a name, or a name with a value. */
public final class FaultReader {
    /** What value a fault takes, and how it comes out of it; an empty result is a complaint. */
    private record Row(String wants, Function<String, Optional<Fault>> maker) {}

    private static final int MOST_LINES = 100_000;
    private static final Map<String, Row> ROWS = rows();

    private FaultReader() {}

    /** The faults of a turn, one or a list. */
    public static List<Fault> read(Datum datum, List<Complaint> complaints) {
        if (!(datum instanceof Datum.Items items)) {
            return fault(datum, complaints).map(List::of).orElse(List.of());
        }
        List<Fault> faults = new ArrayList<>();
        items.items().forEach(item -> fault(item, complaints).ifPresent(faults::add));
        return faults;
    }

    private static Map<String, Row> rows() {
        Map<String, Row> rows = new LinkedHashMap<>();
        rows.put("delay", new Row("a time such as 20s", v -> Entry.duration(v).map(Fault.Delay::new)));
        rows.put("drip", new Row("a time such as 100ms", v -> Entry.duration(v).map(Fault.Drip::new)));
        rows.put("cut", new Row("a number of octets", v -> Entry.positive(v).map(Fault.Cut::new)));
        rows.put("close", new Row("nothing, or instead", v -> leaving(Act.Way.CLOSE, v)));
        rows.put("drop", new Row("instead or after", v -> leaving(Act.Way.DROP, v)));
        rows.put("reset", new Row("instead or after", v -> leaving(Act.Way.RESET, v)));
        rows.put("stall", new Row("instead or after", v -> leaving(Act.Way.STALL, v)));
        rows.put("half-close", new Row("instead or after", v -> leaving(Act.Way.HALF_CLOSE, v)));
        rows.put("deaf", new Row("instead or after", v -> leaving(Act.Way.DEAF, v)));
        rows.put("no-reply", flag(new OrderFault.NoReply()));
        rows.put("hold", flag(new OrderFault.Hold(false)));
        rows.put("overtaken", flag(new OrderFault.Hold(true)));
        rows.put("early", flag(new OrderFault.Early()));
        rows.put("split", new Row("a number of octets", v -> Entry.positive(v).map(ShapeFault.Split::new)));
        rows.put(
                "line-delay",
                new Row("a time such as 100ms", v -> Entry.duration(v).map(ShapeFault.LineDelay::new)));
        rows.put("many-lines", new Row("a number up to 100000", v -> few(v).map(ShapeFault.ManyLines::new)));
        rows.put(
                "long-line",
                new Row("a number of octets", v -> Entry.positive(v).map(ShapeFault.LongLine::new)));
        rows.put("cr-cr-lf", flag(new ShapeFault.CrCrLf()));
        rows.put("bare-lf", flag(new Fault.BareLf()));
        rows.put("bare-cr", flag(new Fault.BareCr()));
        rows.put("codes-differ", new Row("a reply code", v -> code(v).map(Fault.CodesDiffer::new)));
        rows.put("no-separator", flag(new Fault.NoSeparator()));
        rows.put("no-last-line", flag(new Fault.NoLastLine()));
        rows.put("garbage", octets(Fault.Garbage::new));
        rows.put("unasked", octets(Fault.Unasked::new));
        rows.put("endless-reply", flag(new Fault.EndlessReply()));
        rows.put("endless-line", flag(new Fault.EndlessLine()));
        rows.put("scram-iterations", new Row("a number", v -> digits(v).map(Fault.ScramIterations::new)));
        rows.put("scram-other-nonce", flag(new Fault.ScramOtherNonce()));
        rows.put("scram-wrong-signature", flag(new Fault.ScramWrongSignature()));
        rows.put("inject-after-starttls", octets(Fault.InjectAfterStartTls::new));
        rows.put("inject-late", octets(OrderFault.InjectLate::new));
        rows.put("plain-instead-of-tls", octets(Fault.PlainInsteadOfTls::new));
        return rows;
    }

    private static Optional<Fault> fault(Datum datum, List<Complaint> complaints) {
        if (datum instanceof Datum.Text name) {
            return make(name.value(), "", name.place(), complaints);
        }
        if (datum instanceof Datum.Fields fields
                && fields.fields().size() == 1
                && fields.fields().get(0).value() instanceof Datum.Text value) {
            return make(fields.fields().get(0).key(), value.value(), datum.place(), complaints);
        }
        complaints.add(
                new Complaint(datum.place(), "a fault is a name, or a name with a value", "write `- delay: 20s`"));
        return Optional.empty();
    }

    private static Optional<Fault> make(String name, String value, Place place, List<Complaint> complaints) {
        Row row = ROWS.get(name);
        if (row == null) {
            complaints.add(new Complaint(place, "unknown fault `" + name + "`", Nearest.hint(name, ROWS.keySet())));
            return Optional.empty();
        }
        Optional<Fault> fault = row.maker().apply(value);
        if (fault.isEmpty()) {
            complaints.add(new Complaint(place, "`" + name + "` takes " + row.wants(), "not `" + value + "`"));
        }
        return fault;
    }

    private static Row flag(Fault fault) {
        return new Row("no value", value -> value.isEmpty() ? Optional.of(fault) : Optional.empty());
    }

    // Each character is one octet, so that a scenario can send any octet: "\xff" in YAML is octet 255.
    private static Row octets(Function<Octets, Fault> maker) {
        return new Row(
                "octets in double quotes, with \\r\\n where a line ends",
                value -> value.isEmpty() ? Optional.empty() : Optional.of(maker.apply(Octets.latin1(value))));
    }

    // A goodbye in good order comes after the reply unless told otherwise, any other instead of it.
    private static Optional<Fault> leaving(Act.Way way, String value) {
        boolean known = value.isEmpty() || value.equals("instead") || value.equals("after");
        boolean instead = value.isEmpty() ? way != Act.Way.CLOSE : value.equals("instead");
        return known ? Optional.of(new Fault.Leaving(way, instead)) : Optional.empty();
    }

    private static Optional<Integer> few(String value) {
        return Entry.positive(value).filter(number -> number <= MOST_LINES);
    }

    private static Optional<String> digits(String value) {
        return value.matches("[0-9]{1,30}") ? Optional.of(value) : Optional.empty();
    }

    private static Optional<ReplyCode> code(String value) {
        return value.matches("[0-9]{3}") ? Optional.of(new ReplyCode(Integer.parseInt(value))) : Optional.empty();
    }
}
