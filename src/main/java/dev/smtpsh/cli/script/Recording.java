package dev.smtpsh.cli.script;

import dev.smtpsh.cli.option.Usage;
import dev.smtpsh.script.reading.ScriptReader;
import dev.smtpsh.script.result.FileResult;
import dev.smtpsh.script.run.Recorder;
import dev.smtpsh.script.syntax.Printer;
import dev.smtpsh.script.syntax.Problems;
import dev.smtpsh.script.syntax.Script;
import dev.smtpsh.smtp.Octets;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The file of {@code --record}: a script that expects what came. */
final class Recording {
    private Recording() {}

    static void write(String file, String script, Octets octets, FileResult result, String version) throws Usage {
        Script read = ScriptReader.read(script, octets, new Problems());
        String text = "# Recorded by smtpsh " + version + ".\n" + Printer.print(Recorder.record(read, result));
        try {
            Files.writeString(Path.of(file), text);
        } catch (IOException e) {
            throw new Usage("cannot write " + file, String.valueOf(e.getMessage()), "Name another file.");
        }
    }
}
