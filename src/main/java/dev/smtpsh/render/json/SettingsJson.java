package dev.smtpsh.render.json;

import dev.smtpsh.config.Settings;
import java.io.UncheckedIOException;
import java.util.Optional;

/** All settings as one JSON object on one line. */
public final class SettingsJson {
    private static final int SHAPE = 1;

    private SettingsJson() {}

    /**
     * Writes them; what is not set has the value null.
     *
     * @param file where the settings file is or would be
     * @param there whether there is one
     * @throws UncheckedIOException if {@code out} fails
     */
    public static void write(
            Settings settings, Optional<String> file, boolean there, Optional<String> profile, Appendable out) {
        JsonLine.write(
                out,
                json -> json.number("v", SHAPE)
                        .text("file", file)
                        .fact("there", there)
                        .text("profile", profile)
                        .objects(
                                "settings",
                                settings.list(),
                                (each, setting) -> each.text(
                                                "key", setting.key().label())
                                        .text("value", setting.value())
                                        .text(
                                                "source",
                                                setting.origin().source().word())
                                        .text("where", setting.origin().where()))
                        .nothing("error"));
    }
}
