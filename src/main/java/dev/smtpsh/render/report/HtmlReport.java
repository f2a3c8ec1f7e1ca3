package dev.smtpsh.render.report;

import dev.smtpsh.render.Words;
import dev.smtpsh.script.result.Check.Status;
import dev.smtpsh.script.result.FileResult;
import dev.smtpsh.script.result.RunResult;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/** One page with nothing outside it and no script: how it went, how long each step took, and what was said. */
final class HtmlReport implements ReportForm.Writer {
    private static final DateTimeFormatter WHEN =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm 'UTC'", Locale.ROOT).withZone(ZoneOffset.UTC);

    @Override
    public void write(RunResult run, String version, Appendable out) throws IOException {
        Markup page = new Markup();
        page.tags("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\"/>\n")
                .tags("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/>\n")
                .tags("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src"
                        + " 'unsafe-inline'\"/>\n")
                .element("title", "smtpsh: " + title(run))
                .tags("\n<style>\n" + style("transcript.css") + style("report.css") + "</style>\n</head>\n")
                .tags("<body>\n<main>\n");
        head(run, page);
        index(run, page);
        out.append(page.toString());
        for (int number = 0; number < run.files().size(); number++) {
            boolean open = run.files().size() == 1 || !run.files().get(number).passed();
            out.append(new HtmlFile(run.files().get(number), number + 1, open).article());
        }
        out.append(new Markup()
                .tags("<footer>")
                .text("smtpsh " + version)
                .tags("</footer>\n</main>\n</body>\n</html>\n")
                .toString());
    }

    private static String title(RunResult run) {
        int files = run.files().size();
        long failed = run.files().stream().filter(file -> !file.passed()).count();
        if (files == 1) {
            return failed == 0 ? "Passed" : "Failed";
        }
        return failed == 0 ? "All " + files + " files passed" : failed + " of " + files + " files failed";
    }

    private static void head(RunResult run, Markup page) {
        String kind = run.passed() ? "ok" : "refused";
        page.tags("<h1 class=\"" + kind + "\"><i></i>").text(title(run)).tags("</h1>\n");
        page.element("p", "sum", sum(run)).line();
        page.tags("<div class=\"share\" aria-hidden=\"true\">");
        share("ok", run.count(Status.HELD), page);
        share("refused", run.count(Status.FAILED), page);
        share("broken", run.count(Status.ERROR), page);
        page.tags("</div>\n");
        if (!run.passed()) {
            page.tags("<input type=\"checkbox\" id=\"only\"/><label for=\"only\">Show only what failed</label>\n");
        }
    }

    private static String sum(RunResult run) {
        String when =
                run.files().isEmpty() ? "" : WHEN.format(run.files().get(0).begun()) + " · ";
        return when + run.exchanges() + " exchanges · " + run.count(Status.HELD) + " held, " + run.count(Status.FAILED)
                + " failed, " + run.count(Status.ERROR) + " errors · " + Words.seconds(run.took()) + " s";
    }

    private static void share(String kind, long count, Markup page) {
        if (count > 0) {
            page.tags("<i class=\"" + kind + "\" style=\"flex-grow:" + count + "\"></i>");
        }
    }

    private static void index(RunResult run, Markup page) {
        if (run.files().size() < 2) {
            return;
        }
        int shared = sharedFolder(run.files());
        page.tags("<table>\n");
        int number = 0;
        for (FileResult file : run.files()) {
            number++;
            boolean titled = !file.title().equals(file.file());
            page.tags("<tr class=\"" + (file.passed() ? "ok" : "refused") + "\"><td><i></i><a href=\"#f" + number
                            + "\">")
                    .text(titled ? file.title() : file.label().substring(shared))
                    .tags("</a>" + (titled ? "<small>" : ""))
                    .text(titled ? file.label().substring(shared) : "")
                    .tags((titled ? "</small>" : "") + "</td>")
                    .element("td", "count", counts(file))
                    .element("td", "ms", Words.milliseconds(file.took()) + " ms")
                    .tags("</tr>\n");
        }
        page.tags("</table>\n");
    }

    private static String counts(FileResult file) {
        long failed = file.count(Status.FAILED) + file.count(Status.ERROR);
        return file.count(Status.HELD) + " held" + (failed > 0 ? ", " + failed + " not" : "");
    }

    // So much of the names is a folder that all of them have.
    private static int sharedFolder(List<FileResult> files) {
        String first = files.get(0).file();
        int shared = first.lastIndexOf('/') + 1;
        for (FileResult file : files) {
            while (shared > 0 && !file.file().startsWith(first.substring(0, shared))) {
                shared = first.lastIndexOf('/', shared - 2) + 1;
            }
        }
        return shared;
    }

    private static String style(String name) {
        try (InputStream in = HtmlReport.class.getResourceAsStream("/dev/smtpsh/render/" + name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("smtpsh was built without its style sheet", e);
        }
    }
}
