package dev.smtpsh.cli.script;

import dev.smtpsh.cli.option.Arguments;
import dev.smtpsh.cli.option.Flag;
import dev.smtpsh.cli.option.Usage;
import dev.smtpsh.render.Intent;
import dev.smtpsh.render.StyledText;
import dev.smtpsh.render.report.ProblemView;
import dev.smtpsh.script.reading.ScriptReader;
import dev.smtpsh.script.syntax.Printer;
import dev.smtpsh.script.syntax.Problems;
import dev.smtpsh.script.syntax.Script;
import dev.smtpsh.script.syntax.ScriptLimits;
import dev.smtpsh.shell.means.ExitCode;
import dev.smtpsh.smtp.Octets;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;

/** {@code smtpsh format FILE}: one layout for all scripts. */
public final class FormatCommand {
    private final InputStream in;
    private final PrintStream plain;
    private final Consumer<StyledText> err;

    /** @param plain standard output, for what {@code -} is laid out to */
    public FormatCommand(InputStream in, PrintStream plain, Consumer<StyledText> err) {
        this.in = in;
        this.plain = plain;
        this.err = err;
    }

    /** 0: laid out; 1: with {@code --check}, a file is laid out otherwise; 2: a file cannot be read. */
    public ExitCode run(Arguments arguments) throws Usage {
        ExitCode code = ExitCode.FINE;
        for (String file : ScriptFiles.named(arguments.rest())) {
            code = code.or(format(file, arguments.has(Flag.CHECK)));
        }
        return code;
    }

    private ExitCode format(String file, boolean check) throws Usage {
        Octets before = read(file);
        Problems problems = new Problems();
        Script script = ScriptReader.read(file, before, problems);
        if (problems.count() > 0) {
            err.accept(ProblemView.draw(problems));
            return ExitCode.USAGE;
        }
        Octets after = Octets.utf8(Printer.print(script));
        if (file.equals(ScriptFiles.STANDARD_INPUT) && !check) {
            plain.write(after.toByteArray(), 0, after.length());
            return ExitCode.FINE;
        }
        if (after.equals(before)) {
            return ExitCode.FINE;
        }
        if (check) {
            err.accept(new StyledText.Builder()
                    .add(Intent.STRONG, file + ": ")
                    .add(Intent.PLAIN, "laid out otherwise; smtpsh format " + file + " mends it")
                    .endLine()
                    .build());
            return ExitCode.REFUSED;
        }
        write(file, after);
        return ExitCode.FINE;
    }

    private Octets read(String file) throws Usage {
        try {
            return Octets.of(
                    file.equals(ScriptFiles.STANDARD_INPUT)
                            ? in.readNBytes(ScriptLimits.FILE_SIZE + 1)
                            : Files.readAllBytes(Path.of(file)));
        } catch (IOException e) {
            throw new Usage("cannot read " + file, String.valueOf(e.getMessage()), "Check the name.");
        }
    }

    private static void write(String file, Octets octets) throws Usage {
        try {
            Files.writeString(Path.of(file), octets.text(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new Usage("cannot write " + file, String.valueOf(e.getMessage()), "Check your rights.");
        }
    }
}
