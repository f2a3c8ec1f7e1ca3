package dev.smtpsh.cli.setting;

import dev.smtpsh.config.Key;
import dev.smtpsh.config.Origin;
import dev.smtpsh.config.Setting;
import dev.smtpsh.config.Settings;
import dev.smtpsh.config.kind.Kind;
import dev.smtpsh.render.transcript.Redaction;
import dev.smtpsh.shell.means.Choices;
import dev.smtpsh.shell.means.Manner;
import dev.smtpsh.shell.means.Upgrade;
import dev.smtpsh.smtp.command.Spelling;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The settings of a conversation as they are now. Read by several threads, changed by the operator's. */
public final class LiveChoices implements Choices {
    private final boolean insecure;
    private volatile Settings settings;

    /** @param insecure whether a certificate that proves nothing is taken */
    public LiveChoices(Settings settings, boolean insecure) {
        this.settings = settings;
        this.insecure = insecure;
    }

    /** All of them, as they are now. */
    public Settings now() {
        return settings;
    }

    @Override
    public Manner manner() {
        Settings here = settings;
        return new Manner(
                here.deliver(),
                here.confirm().contains(Settings.Confirm.DELIVER),
                Redaction.named(here.redact()).orElseThrow());
    }

    @Override
    public Upgrade upgrade() {
        Settings.Starttls wanted = settings.starttls();
        boolean required = wanted == Settings.Starttls.REQUIRED;
        return new Upgrade(required || wanted == Settings.Starttls.ON, required, required && !insecure);
    }

    @Override
    public boolean asksBeforeCleartext() {
        return settings.confirm().contains(Settings.Confirm.CLEARTEXT_AUTH);
    }

    @Override
    public boolean wantsProof() {
        return !insecure;
    }

    @Override
    public boolean keepsLogin() {
        return settings.on(Key.KEEP_AUTH);
    }

    @Override
    public Optional<String> prompt() {
        Setting prompt = settings.of(Key.PROMPT);
        return prompt.chosen() ? prompt.value() : Optional.empty();
    }

    @Override
    public Optional<Path> folder() {
        return settings.text(Key.TRANSCRIPT_DIR).map(Path::of);
    }

    @Override
    public List<Choice> list() {
        return settings.list().stream()
                .filter(setting -> setting.key().reach() == Key.Reach.TALKING)
                .map(setting -> new Choice(
                        setting.key().label(),
                        setting.value().orElse(""),
                        setting.origin().words(),
                        setting.key().label() + " is " + setting.key().meaning() + ". Write "
                                + setting.key().kind().grammar(),
                        setting.key().kind().words()))
                .toList();
    }

    @Override
    public Optional<Refusal> set(String name, String value) {
        Optional<Key> key = Key.named(name.replace('-', '_'));
        if (key.isEmpty()) {
            return Optional.of(new Refusal("no setting is called " + name, "Nothing was changed", meant(name)));
        }
        if (key.get().reach() != Key.Reach.TALKING) {
            return Optional.of(new Refusal(
                    name + " cannot change while smtpsh runs",
                    "It counts from the start",
                    "Set it in the settings file, or start anew with its option."));
        }
        Optional<Kind.Wrong> wrong = key.get().kind().wrong(value);
        if (wrong.isPresent()) {
            return Optional.of(new Refusal(
                    name + " cannot be " + (value.isEmpty() ? "empty" : value),
                    wrong.get().why(),
                    wrong.get().mend()));
        }
        settings = settings.with(Setting.of(key.get(), value, Origin.TYPED));
        return Optional.empty();
    }

    private String meant(String name) {
        List<String> known = list().stream().map(Choice::name).toList();
        return Spelling.nearest(name.replace('-', '_'), known)
                .map(near -> "Did you mean " + near + "?")
                .orElse("There are " + String.join(", ", known) + ".");
    }
}
