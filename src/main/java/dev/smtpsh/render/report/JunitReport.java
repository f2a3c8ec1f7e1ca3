package dev.smtpsh.render.report;

import dev.smtpsh.annotate.Annotation;
import dev.smtpsh.render.Safe;
import dev.smtpsh.render.Words;
import dev.smtpsh.render.transcript.Event;
import dev.smtpsh.render.transcript.Wording;
import dev.smtpsh.script.result.Check;
import dev.smtpsh.script.result.Check.Status;
import dev.smtpsh.script.result.FileResult;
import dev.smtpsh.script.result.RunResult;
import dev.smtpsh.script.result.Step;
import java.io.IOException;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * XML as Ant's JUnit task writes it and build servers read it: a file is a suite, a check is a case. Only what both that
 * format and the stricter readers of it know is written.
 */
final class JunitReport implements ReportForm.Writer {
    private static final DateTimeFormatter WHEN =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);

    private final Wording wording = new Wording(Safe::visible);

    @Override
    public void write(RunResult run, String version, Appendable out) throws IOException {
        out.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites>\n");
        int number = 0;
        for (FileResult file : run.files()) {
            suite(file, number++, version, out);
        }
        out.append("</testsuites>\n");
    }

    private void suite(FileResult file, int number, String version, Appendable out) throws IOException {
        out.append("  <testsuite");
        attribute("name", file.label(), out);
        attribute("package", "smtpsh", out);
        attribute("id", Integer.toString(number), out);
        attribute("timestamp", WHEN.format(file.begun()), out);
        attribute("hostname", file.host().orElse("localhost"), out);
        attribute("tests", Integer.toString(file.checks().size()), out);
        attribute("failures", Long.toString(hard(file, Status.FAILED)), out);
        attribute("errors", Long.toString(hard(file, Status.ERROR)), out);
        attribute("time", seconds(file.took()), out);
        out.append(">\n    <properties>\n      <property");
        attribute("name", "smtpsh", out);
        attribute("value", version, out);
        out.append("/>\n    </properties>\n");
        for (Step step : file.steps()) {
            Duration took = step.took();
            for (Check check : step.checks()) {
                testcase(file, step, check, took, out);
                took = Duration.ZERO;
            }
        }
        out.append("    <system-out>").append(text(transcript(file))).append("</system-out>\n");
        out.append("    <system-err></system-err>\n  </testsuite>\n");
    }

    private static long hard(FileResult file, Status status) {
        return file.checks().stream()
                .filter(check -> check.status() == status && !check.soft())
                .count();
    }

    private void testcase(FileResult file, Step step, Check check, Duration took, Appendable out) throws IOException {
        out.append("    <testcase");
        attribute("name", Titles.of(step, check), out);
        attribute("classname", file.label(), out);
        attribute("time", seconds(took), out);
        if (check.held() || check.soft()) {
            out.append("/>\n");
            return;
        }
        String element = check.status() == Status.ERROR ? "error" : "failure";
        out.append(">\n      <").append(element);
        attribute("message", check.said(), out);
        attribute("type", kind(check, step), out);
        out.append(">")
                .append(text(details(step, check)))
                .append("</")
                .append(element)
                .append(">\n");
        out.append("    </testcase>\n");
    }

    private static String kind(Check check, Step step) {
        Optional<String> failure = check.failure().map(why -> Words.label(why.kind()));
        Optional<String> code =
                step.exchange().flatMap(exchange -> exchange.reply().code()).map(Object::toString);
        return failure.or(() -> code).orElse("expectation");
    }

    private String details(Step step, Check check) {
        StringBuilder details = new StringBuilder(check.place().where())
                .append("\nsent: ")
                .append(step.words())
                .append("\nexpected: ")
                .append(check.expected())
                .append('\n');
        step.exchange()
                .ifPresent(exchange -> wording.received(exchange)
                        .forEach(line -> details.append("S: ").append(line).append('\n')));
        step.annotations().stream().findFirst().ifPresent(best -> meaning(best, details));
        check.failure()
                .ifPresent(why -> details.append("Fix: ").append(why.mend()).append('\n'));
        return details.toString();
    }

    private static void meaning(Annotation best, StringBuilder details) {
        details.append(best.verdict().words())
                .append(": ")
                .append(Words.sentence(best.title()))
                .append(' ')
                .append(best.meaning())
                .append('\n');
        best.fixes().forEach(fix -> details.append("Fix: ").append(fix).append('\n'));
    }

    private String transcript(FileResult file) {
        StringBuilder transcript = new StringBuilder();
        for (Step step : file.steps()) {
            transcript.append("C: ").append(step.words()).append('\n');
            if (step.exchange().isPresent()) {
                wording.received(step.exchange().get())
                        .forEach(line -> transcript.append("S: ").append(line).append('\n'));
                Wording.meaning(new Event.Said(step.exchange().get(), step.annotations(), false))
                        .forEach(line -> transcript.append("# ").append(line).append('\n'));
            }
            for (Check check : step.checks()) {
                String mark = check.held() ? "ok" : check.soft() ? "soft failure" : "failed";
                transcript
                        .append("# ")
                        .append(mark)
                        .append(": ")
                        .append(check.expected())
                        .append('\n');
            }
        }
        file.stopped().ifPresent(why -> transcript.append("# ").append(why).append('\n'));
        return transcript.toString();
    }

    private static void attribute(String name, String value, Appendable out) throws IOException {
        out.append(' ').append(name).append("=\"").append(text(value)).append('"');
    }

    private static String text(String text) {
        return Arrays.stream(text.split("\n", -1))
                .map(Safe::visible)
                .collect(Collectors.joining("\n"))
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    private static String seconds(Duration took) {
        return String.format(Locale.ROOT, "%.3f", took.toMillis() / 1000.0);
    }
}
