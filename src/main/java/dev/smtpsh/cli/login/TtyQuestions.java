package dev.smtpsh.cli.login;

import dev.smtpsh.shell.ask.Questions;
import dev.smtpsh.shell.ask.YesOrNo;
import java.io.File;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Asks at the controlling terminal while standard input is a pipe. Java's own Console wants both standard streams to be
 * terminals, so echo is switched by {@code stty}.
 */
public final class TtyQuestions implements Questions {
    private static final File TERMINAL = new File("/dev/tty");
    private static final int LONGEST_SETTING = 4096;

    private TtyQuestions() {}

    /** Somebody to ask if there is a controlling terminal, else nobody. */
    public static Questions find() {
        try {
            new FileInputStream(TERMINAL).close();
            return new TtyQuestions();
        } catch (IOException e) {
            return NOBODY;
        }
    }

    @Override
    public Reach reach() {
        return Reach.ASIDE;
    }

    @Override
    public Optional<String> line(String prompt) {
        return ask(prompt).map(typed -> new String(typed).strip());
    }

    @Override
    public Optional<char[]> secret(String prompt) {
        Optional<String> before = stty("-g");
        if (before.isEmpty()) {
            return Optional.empty();
        }
        // The hook is for whoever ends the program by Ctrl-C while the question stands.
        Thread restore = new Thread(() -> stty(before.get()), "smtpsh-echo");
        Runtime.getRuntime().addShutdownHook(restore);
        try {
            return stty("-echo").isPresent() ? ask(prompt) : Optional.empty();
        } finally {
            stty(before.get());
            say("\n");
            forget(restore);
        }
    }

    @Override
    public boolean confirm(String question, boolean otherwise) {
        while (true) {
            Optional<String> typed = line(YesOrNo.prompt(question, otherwise));
            Optional<Boolean> answer = typed.isEmpty() ? Optional.of(false) : YesOrNo.read(typed.get(), otherwise);
            if (answer.isPresent()) {
                return answer.get();
            }
        }
    }

    private static Optional<char[]> ask(String prompt) {
        say(prompt);
        try (InputStream in = new FileInputStream(TERMINAL)) {
            // Ctrl-D alone ends the input: no answer.
            InputStream whole = new NotAtOnceOver(in);
            return Optional.of(FirstLine.of(whole));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static void say(String text) {
        try (OutputStream out = new FileOutputStream(TERMINAL)) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            // Without a terminal there is no answer either, and that is told.
        }
    }

    /** What stty prints; empty if it fails. */
    private static Optional<String> stty(String setting) {
        try {
            Process process = new ProcessBuilder("stty", setting)
                    .redirectInput(TERMINAL)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            try (InputStream out = process.getInputStream()) {
                String printed = new String(out.readNBytes(LONGEST_SETTING), StandardCharsets.US_ASCII).strip();
                return process.waitFor() == 0 ? Optional.of(printed) : Optional.empty();
            }
        } catch (IOException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    private static void forget(Thread hook) {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // The program ends already, and the hook has run or runs.
        }
    }

    /** Fails where a stream is over before its first octet. */
    private static final class NotAtOnceOver extends FilterInputStream {
        private boolean begun;

        NotAtOnceOver(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            int octet = super.read();
            if (octet < 0 && !begun) {
                throw new IOException("no answer");
            }
            begun = true;
            return octet;
        }
    }
}
