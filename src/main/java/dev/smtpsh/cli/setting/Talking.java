package dev.smtpsh.cli.setting;

import dev.smtpsh.cli.option.Arguments;
import dev.smtpsh.cli.option.Flag;
import dev.smtpsh.cli.option.Usage;
import dev.smtpsh.config.Key;
import dev.smtpsh.config.Origin;
import dev.smtpsh.config.Settings;
import dev.smtpsh.shell.Shell;
import dev.smtpsh.shell.connect.TargetSpec;
import dev.smtpsh.shell.login.Keyring;
import dev.smtpsh.shell.means.Identity;
import dev.smtpsh.terminal.Remembering;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.IntSupplier;

/**
 * What a conversation takes from the settings.
 *
 * @param words takes what is to be told besides the conversation
 */
public record Talking(
        Arguments arguments,
        LiveChoices choices,
        Identity identity,
        Optional<Recording> recording,
        Consumer<String> words) {
    private static final String PAGER = "less";

    /** @param localName what this machine is called, where nobody chose a name */
    public static Talking of(Chosen chosen, String version, String localName, Consumer<String> words) throws Usage {
        LiveChoices choices =
                new LiveChoices(chosen.settings(), chosen.arguments().has(Flag.INSECURE));
        Optional<String> file = chosen.arguments().value(Flag.TRANSCRIPT);
        Optional<Recording> recording =
                file.isPresent() ? Optional.of(Recording.at(file.get(), choices.folder(), version)) : Optional.empty();
        GreetingName.remark(chosen.settings()).ifPresent(words);
        String name = chosen.settings().helo().orElse(localName);
        return new Talking(chosen.arguments(), choices, new Identity(name, version), recording, words);
    }

    /** Stands by in case smtpsh is ended from outside; in the end it writes the transcript. */
    public Farewell farewell(Shell shell) {
        return new Farewell(
                shell,
                () -> recording.ifPresent(
                        one -> one.write(shell.transcripts(), choices.manner().redaction(), words)));
    }

    /** Where long answers go; a reader that reads aloud gets no pager. */
    public Pages pages(IntSupplier rows, Consumer<String> screen, Consumer<Runnable> aside) {
        Settings now = choices.now();
        Optional<String> pager =
                Optional.of(now.pager().orElse(PAGER)).filter(command -> !command.isEmpty() && !now.on(Key.ACCESSIBLE));
        return new Pages(pager, rows, screen, aside);
    }

    /**
     * What is kept of the typed lines.
     *
     * @param folder where; empty if there is no place for it
     */
    public Remembering remembering(Optional<Path> folder) {
        return switch (choices.now().history()) {
            case REMOVE -> new Remembering(folder, false);
            case REMOVE_REDACT -> new Remembering(folder, true);
            case OFF -> Remembering.NOTHING;
        };
    }

    /** User and password of a profile are for its host alone. */
    public Keyring bound(Keyring keyring) {
        Settings now = choices.now();
        Optional<String> host = now.text(Key.HOST).filter(name -> ofProfile(now, Key.HOST));
        boolean ofProfile =
                ofProfile(now, Key.USER) || ofProfile(now, Key.PASSWORD_COMMAND) || ofProfile(now, Key.PASSWORD_FILE);
        return host.isPresent() && ofProfile
                ? new HostKeyring(TargetSpec.read(host.get(), Optional.empty()), keyring)
                : keyring;
    }

    private static boolean ofProfile(Settings settings, Key key) {
        return settings.of(key).origin().source() == Origin.Source.PROFILE;
    }
}
