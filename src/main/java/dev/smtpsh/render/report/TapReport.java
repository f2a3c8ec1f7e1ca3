package dev.smtpsh.render.report;

import dev.smtpsh.annotate.Annotation;
import dev.smtpsh.render.Safe;
import dev.smtpsh.script.result.Check;
import dev.smtpsh.script.result.FileResult;
import dev.smtpsh.script.result.RunResult;
import dev.smtpsh.script.result.Step;
import java.io.IOException;
import java.util.Optional;

/** TAP version 14: a file is a test with its checks as a subtest; what is soft is marked TODO, as TAP calls it. */
final class TapReport implements ReportForm.Writer {
    @Override
    public void write(RunResult run, String version, Appendable out) throws IOException {
        out.append("TAP version 14\n1..")
                .append(String.valueOf(run.files().size()))
                .append('\n');
        int number = 0;
        for (FileResult file : run.files()) {
            number++;
            out.append("# Subtest: ").append(text(file.label())).append('\n');
            subtest(file, out);
            out.append(file.passed() ? "ok " : "not ok ")
                    .append(String.valueOf(number))
                    .append(" - ")
                    .append(text(file.label()))
                    .append('\n');
        }
    }

    private static void subtest(FileResult file, Appendable out) throws IOException {
        int checks = file.checks().size();
        out.append("    1..").append(String.valueOf(checks));
        out.append(checks == 0 ? " # SKIP nothing was checked\n" : "\n");
        int number = 0;
        for (Step step : file.steps()) {
            for (Check check : step.checks()) {
                number++;
                out.append(check.held() ? "    ok " : "    not ok ").append(String.valueOf(number));
                out.append(" - ").append(text(Titles.of(step, check)));
                out.append(check.soft() && !check.held() ? " # TODO soft\n" : "\n");
                if (!check.held()) {
                    diagnosis(step, check, out);
                }
            }
        }
    }

    private static void diagnosis(Step step, Check check, Appendable out) throws IOException {
        out.append("      ---\n");
        entry("message", check.said(), out);
        entry("severity", check.status() == Check.Status.ERROR ? "error" : "fail", out);
        entry("at", check.place().where(), out);
        entry("sent", step.words(), out);
        entry("wanted", check.expected(), out);
        Optional<Annotation> best = step.annotations().stream().findFirst();
        if (best.isPresent()) {
            entry("meaning", best.get().meaning(), out);
            entry("fix", String.join(" ", best.get().fixes()), out);
        }
        out.append("      ...\n");
    }

    // A double-quoted scalar of YAML: backslash and quote are escaped, and nothing unprintable is left by then.
    private static void entry(String name, String value, Appendable out) throws IOException {
        String quoted = Safe.visible(value).replace("\\", "\\\\").replace("\"", "\\\"");
        out.append("      ").append(name).append(": \"").append(quoted).append("\"\n");
    }

    private static String text(String text) {
        return Safe.visible(text).replace("\\", "\\\\").replace("#", "\\#");
    }
}
