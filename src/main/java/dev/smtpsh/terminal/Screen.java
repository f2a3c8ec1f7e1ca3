package dev.smtpsh.terminal;

import dev.smtpsh.config.Settings;
import dev.smtpsh.shell.Prompt;
import dev.smtpsh.shell.Shell;
import dev.smtpsh.shell.ask.Questions;
import dev.smtpsh.shell.language.Paste;
import dev.smtpsh.shell.means.Status;
import dev.smtpsh.smtp.Octets;
import java.io.Closeable;
import java.io.IOError;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jline.reader.EndOfFileException;
import org.jline.reader.LineReader;
import org.jline.reader.UserInterruptException;
import org.jline.reader.impl.DefaultParser;
import org.jline.terminal.Terminal;

/** The operator's terminal. */
public final class Screen implements Closeable {
    // JLine's word for "no echo at all".
    private static final Character HIDDEN = (char) 0;
    private static final int RIGHT_PROMPT_FROM = 100;
    private static final Duration GLANCE = Duration.ofMillis(200);

    private final Terminal terminal;
    private final AssistingReader reader;
    private final DiscreetHistory history;
    private final Comfort comfort;
    private final Heartbeat heartbeat;
    // The shell is driven by one thread at a time: the operator's, or the one that watches while the operator types.
    private final Object turn = new Object();
    private volatile boolean reading;
    private volatile boolean waitStopped;

    private final Supplier<Settings> settings;

    private Screen(
            Terminal terminal,
            AssistingReader reader,
            DiscreetHistory history,
            Comfort comfort,
            Supplier<Settings> settings) {
        this.settings = settings;
        this.terminal = terminal;
        this.reader = reader;
        this.history = history;
        this.comfort = comfort;
        this.heartbeat = new Heartbeat(terminal.writer(), terminal::getWidth, comfort.aloud());
    }

    /**
     * Opens the system's terminal.
     *
     * @param comfort what it can offer
     * @param settings what of that is wanted, which may change
     * @throws IOException when there is none
     */
    public static Screen open(Comfort comfort, Supplier<Settings> settings) throws IOException {
        return over(Terminals.system(), comfort, settings);
    }

    /** Makes a terminal of two streams. */
    public static Screen open(InputStream in, OutputStream out, Comfort comfort, Supplier<Settings> settings)
            throws IOException {
        return over(Terminals.over(in, out), comfort, settings);
    }

    private static Screen over(Terminal terminal, Comfort comfort, Supplier<Settings> settings) throws IOException {
        AssistingReader reader = new AssistingReader(terminal, comfort.colours());
        DefaultParser parser = new DefaultParser();
        // An SMTP line is no shell line: quotes and backslashes belong to it.
        parser.setQuoteChars(new char[0]);
        parser.setEscapeChars(null);
        reader.setParser(parser);
        DiscreetHistory history = new DiscreetHistory(comfort.remembering());
        reader.setHistory(history);
        reader.setVariable(LineReader.HISTORY_SIZE, HistoryFile.MOST);
        reader.setOpt(LineReader.Option.DISABLE_EVENT_EXPANSION);
        reader.setOpt(LineReader.Option.CASE_INSENSITIVE);
        reader.setOpt(LineReader.Option.AUTO_LIST);
        reader.setOpt(LineReader.Option.AUTO_GROUP);
        boolean dumb = terminal.getType().startsWith(Terminal.TYPE_DUMB);
        Comfort here = dumb ? comfort.none() : comfort;
        if (here.hints() && settings.get().hints()) {
            // Before anything is printed, so that nothing of ours moves when the first hint comes.
            reader.footer().blank();
        }
        return new Screen(terminal, reader, history, here, settings);
    }

    /** Columns of the terminal, or 0 if it does not tell. */
    public int width() {
        return terminal.getWidth();
    }

    /** Rows there are for what is shown, or 0 if the terminal does not tell. */
    public int height() {
        return Math.max(0, terminal.getHeight() - reader.footer().rows());
    }

    /** Gives the whole screen away while another program runs. */
    public void aside(Runnable program) {
        reader.footer().release();
        program.run();
    }

    /** Asks where the operator types. */
    public Questions questions() {
        return new PromptQuestions(reader, new Editor(terminal, comfort.editor(), this::aside));
    }

    /** Prints text, styled or not, that ends in a line end. */
    public void print(String text) {
        if (reading) {
            reader.printAbove(text.stripTrailing());
        } else {
            heartbeat.print(text);
        }
    }

    /**
     * Begins with something, then reads lines and hands them to the shell until either wants to leave.
     *
     * @return whether the operator left by interrupting again and again
     */
    public boolean run(Shell shell, Consumer<Shell> opening) {
        if (comfort.suggestions() || comfort.hints()) {
            reader.assistedBy(new Assistant(shell, comfort, settings));
        }
        interruptibly(shell, () -> {
            opening.accept(shell);
            return Status.GO_ON;
        });
        watch(shell);
        Impatience impatience = new Impatience();
        while (true) {
            String typed;
            try {
                typed = read(shell);
            } catch (UserInterruptException e) {
                if (interrupted(shell, impatience)) {
                    return true;
                }
                continue;
            } catch (EndOfFileException | IOError e) {
                // IOError: the terminal is gone.
                return false;
            }
            impatience.calm();
            if (interruptibly(shell, () -> accept(shell, typed)) == Status.LEAVE) {
                return false;
            }
            if (waitStopped) {
                impatience.stoppedWaiting();
            }
        }
    }

    private String read(Shell shell) {
        history.turnTo(shell.host());
        Prompt prompt = shell.prompt(terminal.getWidth());
        Settings.Presence wished = settings.get().rightPrompt();
        boolean room = wished == Settings.Presence.ON || terminal.getWidth() >= RIGHT_PROMPT_FROM;
        boolean right = comfort.rightPrompt() && room && wished != Settings.Presence.OFF;
        // Neither a message nor what one says to log in belongs among the commands.
        reader.setVariable(LineReader.DISABLE_HISTORY, !shell.speaksCommands());
        try {
            reading = true;
            return reader.readLine(
                    prompt.text(),
                    right && !prompt.right().isEmpty() ? prompt.right() : null,
                    prompt.secret() ? HIDDEN : null,
                    shell.takePrefill());
        } finally {
            reading = false;
            reader.footer().quiet();
        }
    }

    // Once stops a wait; again closes the connection; a third time leaves. True to leave.
    private boolean interrupted(Shell shell, Impatience impatience) {
        int times = impatience.again();
        if (times == 1) {
            interruptibly(shell, () -> {
                shell.interrupted();
                return Status.GO_ON;
            });
        } else if (times == 2) {
            shell.hangUp();
        }
        return times > 2;
    }

    // What a server says while somebody types is shown at once, above the line that is being typed.
    private void watch(Shell shell) {
        Thread watcher = new Thread(() -> look(shell), "smtpsh-watch");
        watcher.setDaemon(true);
        watcher.start();
    }

    private void look(Shell shell) {
        try {
            while (true) {
                TimeUnit.MILLISECONDS.sleep(GLANCE.toMillis());
                synchronized (turn) {
                    if (reading && shell.news()) {
                        shell.showNews();
                    }
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    // While something is waited for, Ctrl-C interrupts the waiting thread and nothing else.
    private Status interruptibly(Shell shell, Supplier<Status> work) {
        Thread operator = Thread.currentThread();
        waitStopped = false;
        Terminal.SignalHandler before = terminal.handle(Terminal.Signal.INT, signal -> {
            waitStopped = true;
            operator.interrupt();
        });
        heartbeat.begin(shell::waiting);
        try {
            synchronized (turn) {
                return work.get();
            }
        } finally {
            heartbeat.end();
            // An interrupt that came after the wait was over must not stop the next one.
            Thread.interrupted();
            terminal.handle(Terminal.Signal.INT, before);
            terminal.flush();
        }
    }

    // A paste arrives as one string with line ends inside.
    private static Status accept(Shell shell, String typed) {
        return typed.indexOf('\n') < 0 ? shell.accept(Octets.utf8(typed)) : shell.paste(Paste.lines(typed));
    }

    @Override
    public void close() throws IOException {
        reader.footer().release();
        terminal.close();
    }
}
