package dev.smtpsh.render.report;

import dev.smtpsh.render.json.ScriptJson;
import dev.smtpsh.script.result.RunResult;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;

/** The forms in which a run can be reported. */
public enum ReportForm {
    TAP(new TapReport()),
    JUNIT(new JunitReport()),
    JSON((run, version, out) -> ScriptJson.write(run, version, out)),
    HTML(new HtmlReport());

    /** Writes a report. */
    interface Writer {
        void write(RunResult run, String version, Appendable out) throws IOException;
    }

    private final Writer writer;

    ReportForm(Writer writer) {
        this.writer = writer;
    }

    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @param version of smtpsh */
    public void write(RunResult run, String version, Appendable out) throws IOException {
        writer.write(run, version, out);
    }

    public static Optional<ReportForm> named(String label) {
        for (ReportForm form : values()) {
            if (form.label().equals(label)) {
                return Optional.of(form);
            }
        }
        return Optional.empty();
    }
}
