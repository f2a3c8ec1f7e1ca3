package dev.smtpsh.peers;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A terminal of its own, by tmux, with a program inside: type keys, look at the screen. */
public final class Tmux implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration GLANCE = Duration.ofMillis(50);

    private final String socket;

    private Tmux(String socket) {
        this.socket = socket;
    }

    /**
     * Starts a command in a new terminal.
     *
     * @param command for a shell; {@code EXIT=n} is shown when it has ended
     */
    public static Tmux running(int columns, int rows, String command) {
        Peers.require("tmux");
        Tmux tmux = new Tmux("smtpsh-test-" + ProcessHandle.current().pid() + "-" + System.nanoTime());
        String shown = command + "; echo EXIT=$?; exec sleep 120";
        tmux.call("-f", "/dev/null", "new-session", "-d", "-s", "t", "-x", "" + columns, "-y", "" + rows, shown);
        return tmux;
    }

    /** Types keys by tmux's names, such as {@code Enter} and {@code C-c}; other text is typed as it is. */
    public Tmux keys(String... keys) {
        List<String> words = new ArrayList<>(List.of("send-keys", "-t", "t"));
        words.addAll(List.of(keys));
        call(words.toArray(String[]::new));
        return this;
    }

    /** Types a line and Enter. */
    public Tmux line(String text) {
        call("send-keys", "-t", "t", "-l", text);
        return keys("Enter");
    }

    /** Pastes a text as a terminal does, marked as a paste where the program has asked for that. */
    public Tmux paste(String text) {
        call("set-buffer", text);
        call("paste-buffer", "-p", "-d", "-t", "t");
        return this;
    }

    /** The screen and what has scrolled off it, without colours. */
    public String screen() {
        return call("capture-pane", "-p", "-J", "-S", "-500", "-t", "t");
    }

    /** What is on the screen now, line by line as wide as the terminal shows it. */
    public List<String> visible() {
        return call("capture-pane", "-p", "-t", "t").lines().toList();
    }

    /** The screen with its escape sequences. */
    public String coloured() {
        return call("capture-pane", "-e", "-p", "-S", "-500", "-t", "t");
    }

    public String title() {
        return call("display-message", "-p", "-t", "t", "#{pane_title}").strip();
    }

    /** Waits until a regular expression is found on the screen; fails with the screen if it never is. */
    public Tmux see(String regex) {
        return await(regex, this::screen);
    }

    /** Waits until a regular expression is found in what is visible, line by line as the terminal shows it. */
    public Tmux seeNow(String regex) {
        return await(regex, () -> String.join("\n", visible()));
    }

    /** How often a regular expression is found on the screen and in what has scrolled off it. */
    public long count(String regex) {
        return Pattern.compile(regex, Pattern.MULTILINE)
                .matcher(screen())
                .results()
                .count();
    }

    /** Fails if a regular expression is found on the screen now. */
    public Tmux doNotSee(String regex) {
        if (Pattern.compile(regex, Pattern.MULTILINE).matcher(screen()).find()) {
            throw new AssertionError("seen: " + regex + "\n" + screen());
        }
        return this;
    }

    /** The processes of the terminal, the shell first that runs the command. */
    public List<ProcessHandle> processes() {
        long shell = Long.parseLong(
                call("display-message", "-p", "-t", "t", "#{pane_pid}").strip());
        ProcessHandle first = ProcessHandle.of(shell).orElseThrow();
        return Stream.concat(Stream.of(first), first.descendants()).toList();
    }

    public void resize(int columns, int rows) {
        call("resize-window", "-t", "t", "-x", "" + columns, "-y", "" + rows);
    }

    @Override
    public void close() throws IOException {
        Program.of("tmux", "-L", socket, "kill-server").run();
    }

    private Tmux await(String regex, Supplier<String> shown) {
        Pattern pattern = Pattern.compile(regex, Pattern.MULTILINE);
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!pattern.matcher(shown.get()).find()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("never seen: " + regex + "\n" + shown.get());
            }
            LockSupport.parkNanos(GLANCE.toNanos());
        }
        return this;
    }

    private String call(String... words) {
        List<String> command = new ArrayList<>(List.of("tmux", "-L", socket));
        command.addAll(List.of(words));
        return Program.of(command.toArray(String[]::new))
                .with("LANG", "C.UTF-8")
                .without("TMUX")
                .in(Path.of("."))
                .run()
                .wentWell()
                .out();
    }
}
