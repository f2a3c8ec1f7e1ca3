package dev.smtpsh.jmh;

import dev.smtpsh.annotate.Annotation;
import dev.smtpsh.annotate.Symptom.ReplySymptom;
import dev.smtpsh.annotate.counting.ReplyCounter;
import dev.smtpsh.annotate.matching.RuleAnnotator;
import dev.smtpsh.annotate.matching.ShippedRules;
import dev.smtpsh.annotate.transcript.Tally;
import dev.smtpsh.smtp.reply.Reply;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** From a reply to what it means, by the shipped rules. Each figure is for one reply, the hostile ones for one text. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class MatcherBenchmark {
    private static final int LINES = 20_000;

    private final byte[][] lines = new byte[LINES][];
    private final ReplySymptom[] symptoms = new ReplySymptom[LINES];
    private final Reply[] hostile = new Reply[2];
    private final RuleAnnotator annotator = ShippedRules.annotator();
    private final Tally tally = new Tally();
    private final ReplyCounter counter = new ReplyCounter(annotator, tally);
    private int next;

    /** Makes the lines. */
    @Setup
    public void lines() throws IOException {
        Replies replies = new Replies();
        for (int i = 0; i < LINES; i++) {
            String line = replies.next();
            lines[i] = line.getBytes(StandardCharsets.UTF_8);
            symptoms[i] = ReplySymptom.of(Reply.of(line));
        }
        for (int i = 0; i < hostile.length; i++) {
            hostile[i] = Reply.of("550 " + "blocked usinblocked usin ".repeat(600 << 2 * i));
        }
    }

    /** As {@code annotate --summary} does for a plain list. */
    @Benchmark
    public boolean count() {
        byte[] line = lines[next = (next + 1) % LINES];
        return counter.count(line, 0, line.length, Optional.empty());
    }

    /** As the prompt does after each reply. */
    @Benchmark
    public Annotation best() {
        return annotator.best(symptoms[next = (next + 1) % LINES]);
    }

    /** As {@code explain} does: all explanations, with their evidence. */
    @Benchmark
    public List<Annotation> annotate() {
        return annotator.annotate(symptoms[next = (next + 1) % LINES]);
    }

    /** 15,000 characters made of beginnings of known words. */
    @Benchmark
    public Annotation hostile15k() {
        return annotator.best(ReplySymptom.of(hostile[0]));
    }

    /** Four times as many: a linear search takes four times as long. */
    @Benchmark
    public Annotation hostile60k() {
        return annotator.best(ReplySymptom.of(hostile[1]));
    }
}
