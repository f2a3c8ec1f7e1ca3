package dev.smtpsh.shell.draft;

import dev.smtpsh.message.Lint;
import dev.smtpsh.message.Template;
import dev.smtpsh.shell.means.Means;
import dev.smtpsh.smtp.Octets;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What the tilde escapes do to a message. */
record Escapes(Means means, Draft message, Letter letter) {
    // Enough to see how it begins; the rest is counted.
    private static final int MOST_SHOWN = 40;

    /** Runs an escape; true if the operator wants to give up. */
    boolean run(Octets line) {
        Optional<Tilde> escape = Tilde.read(line);
        if (escape.isEmpty()) {
            means.face().note("No such escape. ~? lists them; a line that begins with a tilde is typed ~~.");
            return false;
        }
        switch (escape.get()) {
            case EDIT -> edit();
            case INSERT -> insert(Tilde.argument(line));
            case TEMPLATE -> template();
            case PREVIEW -> preview();
            case HELP -> help();
            case LITERAL -> message.add(line.slice(1));
            case GIVE_UP -> {
                return true;
            }
        }
        return false;
    }

    void preview() {
        List<String> lines = message.octets().text().lines().toList();
        for (int i = 0; i < Math.min(MOST_SHOWN, lines.size()); i++) {
            means.face().note(String.format("%4d  %s", i + 1, lines.get(i)));
        }
        if (lines.size() > MOST_SHOWN) {
            means.face().note("      and " + (lines.size() - MOST_SHOWN) + " more lines");
        }
        Lint.Report report =
                Lint.of(message.octets(), letter.eightBit(), letter.state().recipients());
        means.face()
                .note(report.size() + " octets in " + report.lines() + " lines, the longest of them " + report.longest()
                        + " octets.");
        report.remarks().forEach(means.face()::note);
    }

    private void edit() {
        Optional<byte[]> edited = means.questions().edit(message.octets().toByteArray());
        if (edited.isEmpty()) {
            means.face().note("Nothing was changed.");
            return;
        }
        message.clear();
        if (message.addText(Octets.of(edited.get()))) {
            means.face().note("The message has " + message.lines() + " lines now. A line with a single dot ends it.");
        } else {
            tooLarge("the edited message");
        }
    }

    private void insert(String name) {
        if (name.isEmpty()) {
            means.complain("~r needs the name of a file", "Nothing was inserted", "~r message.eml");
            return;
        }
        try {
            Path file = Path.of(name.startsWith("~/") ? System.getProperty("user.home") + name.substring(1) : name);
            if (Files.isRegularFile(file) && Files.size(file) > Draft.MOST) {
                tooLarge(name);
                return;
            }
            int before = message.lines();
            if (message.addText(Octets.of(Files.readAllBytes(file)))) {
                means.face().note((message.lines() - before) + " lines of " + name + " inserted.");
            } else {
                tooLarge(name);
            }
        } catch (IOException | IllegalArgumentException e) {
            means.complain("cannot read " + name, String.valueOf(e.getMessage()), "Nothing was inserted.");
        }
    }

    private void tooLarge(String what) {
        means.complain(
                what + " does not fit",
                "A message written here holds " + Draft.MOST + " octets",
                "Send it from a file.");
    }

    private void template() {
        String host =
                letter.state().helloName().filter(name -> name.indexOf('.') > 0).orElse("probe.example.org");
        String unique =
                Long.toString(System.currentTimeMillis(), 36) + "." + Long.toString(System.nanoTime() & 0xffffffL, 36);
        List<String> header = Template.header(
                letter.state().reversePath().orElse(""),
                letter.state().recipients(),
                ZonedDateTime.now(),
                unique,
                host);
        for (String line : header) {
            message.add(Octets.utf8(line));
            means.face().note(line);
        }
        means.face().note("Inserted. An empty line ends the header; ~e edits it.");
    }

    private void help() {
        means.face()
                .listed(Arrays.stream(Tilde.values())
                        .map(escape -> new String[] {escape.usage(), escape.summary()})
                        .toList());
    }
}
