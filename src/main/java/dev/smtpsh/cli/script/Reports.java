package dev.smtpsh.cli.script;

import dev.smtpsh.cli.option.Usage;
import dev.smtpsh.render.report.ReportForm;
import dev.smtpsh.script.result.RunResult;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The reports that {@code --report FORM:FILE} asks for. */
record Reports(List<Wanted> wanted) {
    /** One of them; the file {@code -} is standard output. */
    record Wanted(ReportForm form, String file) {}

    static Reports read(List<String> given) throws Usage {
        List<Wanted> wanted = new ArrayList<>();
        for (String text : given) {
            int colon = text.indexOf(':');
            Optional<ReportForm> form = colon < 0 ? Optional.empty() : ReportForm.named(text.substring(0, colon));
            if (form.isEmpty() || colon == text.length() - 1) {
                String forms = Arrays.stream(ReportForm.values())
                        .map(ReportForm::label)
                        .collect(Collectors.joining(", "));
                throw new Usage(
                        "--report cannot read " + text,
                        "It is FORM:FILE, and the forms are " + forms,
                        "For example --report junit:report.xml; - is standard output.");
            }
            String file = text.substring(colon + 1);
            Path parent = Path.of(file).toAbsolutePath().getParent();
            if (!file.equals("-") && (parent == null || !Files.isWritable(parent))) {
                throw new Usage(
                        "--report cannot write " + file, "There is no such folder, or no right", "Name another.");
            }
            wanted.add(new Wanted(form.get(), file));
        }
        return new Reports(wanted);
    }

    /** Whether one of them goes to standard output, where then nothing else goes. */
    boolean onStandardOutput() {
        return wanted.stream().anyMatch(each -> each.file().equals("-"));
    }

    void write(RunResult run, String version, PrintStream standard) throws Usage {
        for (Wanted each : wanted) {
            try {
                if (each.file().equals("-")) {
                    Writer out = new OutputStreamWriter(standard, StandardCharsets.UTF_8);
                    each.form().write(run, version, out);
                    out.flush();
                } else {
                    try (BufferedWriter out = Files.newBufferedWriter(Path.of(each.file()))) {
                        each.form().write(run, version, out);
                    }
                }
            } catch (IOException e) {
                throw new Usage("cannot write " + each.file(), String.valueOf(e.getMessage()), "Name another file.");
            }
        }
    }
}
