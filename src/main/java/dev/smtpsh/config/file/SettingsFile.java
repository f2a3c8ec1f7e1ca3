package dev.smtpsh.config.file;

import dev.smtpsh.config.Key;
import dev.smtpsh.config.Origin;
import dev.smtpsh.config.Setting;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a settings file says.
 *
 * @param name of the file, for origins
 * @param general what counts always
 * @param profiles by name, in their order
 */
public record SettingsFile(String name, List<Line> general, Map<String, List<Line>> profiles) {
    /**
     * One key with its value.
     *
     * @param line where it stands, from 1
     */
    public record Line(Key key, String value, int line) {
        /** As it is written, quoted where it would be read as something else. */
        public String text() {
            return (key.label() + " = " + Quoting.quoted(value)).stripTrailing();
        }
    }

    /** A file that is not there. */
    public static SettingsFile none() {
        return new SettingsFile("", List.of(), Map.of());
    }

    /** What counts always. */
    public List<Setting> settings() {
        return general.stream()
                .map(line -> Setting.of(line.key(), line.value(), new Origin(Origin.Source.FILE, place(line))))
                .toList();
    }

    /** What a profile sets; empty if there is no such profile. */
    public Optional<List<Setting>> profile(String profile) {
        return Optional.ofNullable(profiles.get(profile))
                .map(lines -> lines.stream()
                        .map(line -> Setting.of(
                                line.key(),
                                line.value(),
                                new Origin(Origin.Source.PROFILE, profile + " (" + place(line) + ")")))
                        .toList());
    }

    /** The same as text, that reads back to the same. */
    public String print() {
        StringBuilder text = new StringBuilder();
        general.forEach(line -> text.append(line.text()).append('\n'));
        profiles.forEach((profile, lines) -> {
            text.append("[profile ").append(profile).append("]\n");
            lines.forEach(line -> text.append(line.text()).append('\n'));
        });
        return text.toString();
    }

    private String place(Line line) {
        return name + ":" + line.line();
    }
}
