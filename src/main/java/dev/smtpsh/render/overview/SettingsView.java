package dev.smtpsh.render.overview;

import dev.smtpsh.config.Key;
import dev.smtpsh.config.Setting;
import dev.smtpsh.config.Settings;
import dev.smtpsh.config.file.SettingsFile;
import dev.smtpsh.render.Drawing;
import dev.smtpsh.render.Intent;
import dev.smtpsh.render.StyledText;
import java.util.List;
import java.util.Optional;

/** All settings, one a line, with their origins as comments: a settings file again. */
public final class SettingsView {
    private static final int VALUE_COLUMNS = 46;

    private final Drawing drawing;

    public SettingsView(Drawing drawing) {
        this.drawing = drawing;
    }

    /**
     * Draws them. They are data and are not wrapped.
     *
     * @param file where the settings file is or would be
     * @param there whether there is one
     */
    public StyledText draw(Settings settings, Optional<String> file, boolean there, Optional<String> profile) {
        StyledText.Builder out = new StyledText.Builder();
        String place = file.map(name -> name + (there ? "" : ", which is not there"))
                .orElse("nowhere, as neither XDG_CONFIG_HOME nor HOME is set: nothing is read or kept");
        out.add(Intent.DIM, drawing.visible("# Settings file: " + place)).endLine();
        settings.list().stream()
                .filter(setting -> setting.key().reach() != Key.Reach.PROFILE)
                .forEach(setting -> line(out, setting));
        List<Setting> ofProfile = settings.list().stream()
                .filter(setting -> setting.key().reach() == Key.Reach.PROFILE && setting.chosen())
                .toList();
        if (profile.isPresent()) {
            out.add(Intent.PLAIN, "[profile " + profile.get() + "]").endLine();
            ofProfile.forEach(setting -> line(out, setting));
        }
        return out.build();
    }

    private void line(StyledText.Builder out, Setting setting) {
        String label = setting.key().label();
        if (setting.value().isEmpty()) {
            String unset = setting.key().unset();
            out.add(Intent.DIM, String.format("# %-" + (VALUE_COLUMNS - 2) + "s # %s", label + " =", unset))
                    .endLine();
            return;
        }
        String text = new SettingsFile.Line(setting.key(), setting.value().get(), 0).text();
        out.add(Intent.PLAIN, String.format("%-" + VALUE_COLUMNS + "s", drawing.visible(text)))
                .add(Intent.DIM, drawing.visible(" # " + setting.origin().words()))
                .endLine();
    }
}
