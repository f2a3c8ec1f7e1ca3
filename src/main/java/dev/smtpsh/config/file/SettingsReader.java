package dev.smtpsh.config.file;

import dev.smtpsh.config.Key;
import dev.smtpsh.config.Slip;
import dev.smtpsh.config.kind.Kind;
import dev.smtpsh.smtp.command.Spelling;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the text of a settings file, and goes on after whatever is wrong. */
public final class SettingsReader {
    private static final Pattern PROFILE =
            Pattern.compile("\\[profile[ \t]+([A-Za-z0-9][A-Za-z0-9._-]{0,63})][ \t]*(#.*)?");
    private static final String HOW_PROFILE = "Write [profile NAME], the name of letters, digits, dots and hyphens.";

    private final String name;
    private final List<SettingsFile.Line> general = new ArrayList<>();
    private final Map<String, List<SettingsFile.Line>> profiles = new LinkedHashMap<>();
    private final List<Slip> slips = new ArrayList<>();
    // Where lines go; empty behind a heading that was not understood.
    private Optional<List<SettingsFile.Line>> section = Optional.of(general);
    private int number;

    private SettingsReader(String name) {
        this.name = name;
    }

    /** What was read, and what was wrong. */
    public record Reading(SettingsFile file, List<Slip> slips) {}

    /**
     * Reads a text.
     *
     * @param name of the file, for slips and origins
     */
    public static Reading read(String name, String text) {
        SettingsReader reader = new SettingsReader(name);
        String plain = text.startsWith("\ufeff") ? text.substring(1) : text;
        for (String line : plain.split("\n", -1)) {
            reader.number++;
            reader.line(line.endsWith("\r") ? line.substring(0, line.length() - 1) : line);
        }
        return new Reading(new SettingsFile(name, reader.general, reader.profiles), reader.slips);
    }

    private void line(String line) {
        String stripped = line.strip();
        Optional<Integer> control = control(line);
        if (control.isPresent()) {
            int at = control.get();
            error(
                    at + 1,
                    "a control character stands here",
                    String.format("It is \\x%02X", (int) line.charAt(at)),
                    "Take it out.");
        } else if (stripped.startsWith("[")) {
            heading(line, stripped);
        } else if (!stripped.isEmpty() && !stripped.startsWith("#")) {
            assignment(line);
        }
    }

    private void heading(String line, String stripped) {
        Matcher profile = PROFILE.matcher(stripped);
        if (!profile.matches()) {
            section = Optional.empty();
            error(
                    first(line),
                    "no heading of a profile: " + stripped,
                    "Profiles are the only sections there are",
                    HOW_PROFILE);
            return;
        }
        String label = profile.group(1);
        if (profiles.containsKey(label)) {
            warning(first(line), "profile " + label + " begins again", "Both parts count together", "Join them.");
        }
        section = Optional.of(profiles.computeIfAbsent(label, fresh -> new ArrayList<>()));
    }

    private void assignment(String line) {
        int equals = line.indexOf('=');
        if (equals < 0) {
            error(first(line), "no value: " + line.strip(), "There is no equals sign", "Write key = value.");
            return;
        }
        String label = line.substring(0, equals).strip();
        Optional<Key> key = Key.named(label);
        if (key.isEmpty()) {
            warning(first(line), "unknown key: " + label, "The line is left out", meant(label));
            return;
        }
        Quoting.Read read = Quoting.read(line, equals + 1);
        if (!read.trouble().isEmpty()) {
            error(
                    read.column(),
                    label + " cannot be read",
                    read.trouble(),
                    "Write " + label + " = \"...\"; a quote inside is written \\\".");
            return;
        }
        Optional<Kind.Wrong> wrong = key.get().kind().wrong(read.value());
        if (wrong.isPresent()) {
            error(
                    read.column(),
                    label + " cannot be " + (read.value().isEmpty() ? "empty" : read.value()),
                    wrong.get().why(),
                    wrong.get().mend());
        } else {
            keep(first(line), new SettingsFile.Line(key.get(), read.value(), number));
        }
    }

    private void keep(int column, SettingsFile.Line line) {
        String label = line.key().label();
        if (section.isEmpty()) {
            return;
        }
        List<SettingsFile.Line> here = section.get();
        if (here == general && line.key().reach() == Key.Reach.PROFILE) {
            error(
                    column,
                    label + " belongs to one server",
                    "It stands outside every profile",
                    "Put it below a line [profile NAME].");
            return;
        }
        Optional<SettingsFile.Line> before =
                here.stream().filter(one -> one.key() == line.key()).findFirst();
        before.ifPresent(one -> {
            warning(column, label + " is set twice", "Line " + one.line() + " does not count", "Take one of them out.");
            here.remove(one);
        });
        here.add(line);
    }

    private static String meant(String label) {
        List<String> known = new ArrayList<>();
        for (Key key : Key.values()) {
            known.add(key.label());
        }
        return Spelling.nearest(label.replace('-', '_'), known)
                .map(near -> "Did you mean " + near + "?")
                .orElse("smtpsh --show-config lists those there are.");
    }

    private static Optional<Integer> control(String line) {
        for (int i = 0; i < line.length(); i++) {
            if (Character.isISOControl(line.charAt(i)) && line.charAt(i) != '\t') {
                return Optional.of(i);
            }
        }
        return Optional.empty();
    }

    private static int first(String line) {
        int at = 0;
        while (at < line.length() && Character.isWhitespace(line.charAt(at))) {
            at++;
        }
        return at + 1;
    }

    private void error(int column, String what, String why, String mend) {
        slips.add(new Slip(true, place(column), what, why, mend));
    }

    private void warning(int column, String what, String why, String mend) {
        slips.add(new Slip(false, place(column), what, why, mend));
    }

    private String place(int column) {
        return name + ":" + number + ":" + column;
    }
}
