package dev.smtpsh;

import dev.smtpsh.peers.Peers;
import dev.smtpsh.peers.Tmux;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The completions in the shells that they are for: somebody types the beginning of a word, and Tab. */
@Timeout(90)
class CompletionsIT {
    private static final Path COMPLETIONS = Path.of("completions").toAbsolutePath();

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"bash", "zsh", "fish"})
    void words_options_scenarios_codes_and_files_are_completed(String shell) throws IOException {
        Files.writeString(folder.resolve("probe.smtp"), "");
        try (Tmux screen = start(shell)) {
            screen.see("^ready ");
            completes(screen, "smtpsh expl", "smtpsh explain");
            completes(screen, "smtpsh practice hau", "smtpsh practice haunted");
            completes(screen, "smtpsh practice:hau", "smtpsh practice:haunted");
            completes(screen, "smtpsh --startt", "smtpsh --starttls");
            completes(screen, "smtpsh explain backs", "smtpsh explain backscatter");
            completes(screen, "smtpsh explain 33", "smtpsh explain 334");
            completes(screen, "smtpsh run prob", "smtpsh run probe\\.smtp");
            completes(screen, "smtpsh run --dry", "smtpsh run --dry-run");
            completes(screen, "smtpsh learn --plac", "smtpsh learn --placement");
            completes(screen, "smtpsh completions fi", "smtpsh completions fish");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"zsh", "fish"})
    void where_the_shell_shows_what_a_word_is_for_it_is_told(String shell) {
        try (Tmux screen = start(shell)) {
            screen.see("^ready ").keys("smtpsh --s").keys("Tab").keys("Tab");
            screen.see("STARTTLS at once");
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private Tmux start(String shell) {
        Peers.require(shell);
        String files = COMPLETIONS.toString();
        String interactive = switch (shell) {
            case "bash" ->
                "bash --norc --noprofile -i -c 'PS1=\"ready \"; exec bash --noprofile --rcfile " + folder.resolve("rc")
                        + " -i'";
            case "zsh" -> "ZDOTDIR=" + folder + " zsh -i";
            default ->
                "fish --no-config -i -C 'source " + files
                        + "/smtpsh.fish; function fish_prompt; echo -n \"ready \"; end; function fish_greeting; end'";
        };
        try {
            Files.writeString(folder.resolve("rc"), "PS1='ready '\nsource " + files + "/smtpsh.bash\n");
            Files.writeString(
                    folder.resolve(".zshrc"),
                    "PS1='ready '\nfpath=(" + files + " $fpath)\nautoload -U compinit\ncompinit -u -D\n");
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return Tmux.running(
                120,
                40,
                "cd " + folder + " && env HOME=" + folder + " XDG_DATA_HOME=" + folder + " LC_ALL=C.UTF-8 "
                        + interactive);
    }

    private static void completes(Tmux screen, String typed, String completed) {
        screen.keys(typed).see("ready " + typed.replace("-", "\\-"));
        screen.keys("Tab").see("ready " + completed + "[ ]?");
        screen.keys("C-u").see("ready *$");
    }
}
