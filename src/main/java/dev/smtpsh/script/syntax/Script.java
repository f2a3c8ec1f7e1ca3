package dev.smtpsh.script.syntax;

import dev.smtpsh.script.syntax.Statement.Setting;
import dev.smtpsh.script.syntax.Statement.Setting.Kind;
import java.util.List;
import java.util.Optional;

/**
 * A file that could be read.
 *
 * @param file what it is called in messages
 */
public record Script(String file, List<Line> lines) {
    public Script {
        lines = List.copyOf(lines);
    }

    /** The settings of a kind, in the order in which they stand. */
    public List<Setting> settings(Kind kind) {
        return lines.stream()
                .map(Line::statement)
                .filter(Setting.class::isInstance)
                .map(Setting.class::cast)
                .filter(setting -> setting.kind() == kind)
                .toList();
    }

    /** The last setting of a kind. */
    public Optional<Setting> setting(Kind kind) {
        List<Setting> all = settings(kind);
        return all.isEmpty() ? Optional.empty() : Optional.of(all.get(all.size() - 1));
    }

    /** The words of {@code @tags}. */
    public List<String> tags() {
        return settings(Kind.TAGS).stream()
                .flatMap(setting -> List.of(setting.value().source().split("[ ,\t]+")).stream())
                .filter(tag -> !tag.isEmpty())
                .toList();
    }
}
