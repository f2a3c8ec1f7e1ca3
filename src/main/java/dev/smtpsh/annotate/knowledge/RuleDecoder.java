package dev.smtpsh.annotate.knowledge;

import dev.smtpsh.annotate.Actor;
import dev.smtpsh.annotate.Confidence;
import dev.smtpsh.annotate.Reason;
import dev.smtpsh.annotate.Retry;
import dev.smtpsh.annotate.Scope;
import dev.smtpsh.annotate.Verdict;
import dev.smtpsh.annotate.circumstance.Circumstance;
import dev.smtpsh.smtp.state.Stage;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads one rule as {@link RulePress} wrote it: field by field in the same order. */
final class RuleDecoder {
    private final ByteBuffer in;
    private final RuleBook book;

    RuleDecoder(ByteBuffer in, RuleBook book) {
        this.in = in;
        this.book = book;
    }

    Rule rule() {
        String id = string();
        Conditions when = new Conditions(
                stages(),
                codes(),
                statuses(),
                in.get() != 0,
                literals(),
                literals(),
                literals(),
                optional(),
                strings(),
                strings(),
                session());
        return new Rule(id, when, meaning());
    }

    private Rule.Meaning meaning() {
        return new Rule.Meaning(
                string(),
                choice(Reason.values()),
                string(),
                optional(),
                Actor.values()[in.get()],
                strings(),
                Retry.values()[in.get()],
                duration(),
                truth(),
                choice(Verdict.values()),
                in.get() != 0,
                Scope.values()[in.get()],
                Confidence.values()[in.get()],
                optional(),
                optional(),
                in.get() != 0,
                strings());
    }

    private Set<Stage> stages() {
        int mask = in.getInt();
        Set<Stage> stages = EnumSet.noneOf(Stage.class);
        for (Stage stage : Stage.values()) {
            if ((mask & 1 << stage.ordinal()) != 0) {
                stages.add(stage);
            }
        }
        return stages;
    }

    private Set<Circumstance> session() {
        long mask = in.getLong();
        if (mask == 0) {
            return Set.of();
        }
        Set<Circumstance> session = EnumSet.noneOf(Circumstance.class);
        for (Circumstance circumstance : Circumstance.values()) {
            if ((mask & 1L << circumstance.ordinal()) != 0) {
                session.add(circumstance);
            }
        }
        return session;
    }

    private List<CodePattern> codes() {
        int count = in.getShort();
        List<CodePattern> codes = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            codes.add(new CodePattern(in.getShort()));
        }
        return codes;
    }

    private List<StatusPattern> statuses() {
        int count = in.getShort();
        List<StatusPattern> statuses = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            statuses.add(StatusPattern.ofKey(in.getInt()));
        }
        return statuses;
    }

    private List<Conditions.Literal> literals() {
        int count = in.getShort();
        List<Conditions.Literal> literals = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            int number = in.getInt();
            literals.add(new Conditions.Literal(string(), number));
        }
        return literals;
    }

    private Optional<Duration> duration() {
        int seconds = in.getInt();
        return seconds < 0 ? Optional.empty() : Optional.of(Duration.ofSeconds(seconds));
    }

    private Optional<Boolean> truth() {
        int truth = in.get();
        return truth < 0 ? Optional.empty() : Optional.of(truth == 1);
    }

    private <T> Optional<T> choice(T[] values) {
        int ordinal = in.get();
        return ordinal < 0 ? Optional.empty() : Optional.of(values[ordinal]);
    }

    private String string() {
        return book.string(in.getInt());
    }

    private Optional<String> optional() {
        int number = in.getInt();
        return number < 0 ? Optional.empty() : Optional.of(book.string(number));
    }

    private List<String> strings() {
        int count = in.getShort();
        List<String> strings = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            strings.add(string());
        }
        return strings;
    }
}
