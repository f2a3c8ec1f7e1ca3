package dev.smtpsh.cli.script;

import dev.smtpsh.cli.option.Arguments;
import dev.smtpsh.cli.option.Flag;
import dev.smtpsh.cli.option.Usage;
import dev.smtpsh.datafile.DataFile;
import dev.smtpsh.datafile.Datum;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/**
 * Variables and secrets from outside a script.
 *
 * @param variables by {@code --var}, else {@code --vars}, else {@code SMTPSH_VAR_name}
 * @param secrets by {@code --secret-file}, else {@code SMTPSH_SECRET_name}
 */
record GivenValues(Map<String, String> variables, Map<String, String> secrets) {
    private static final String VARIABLE = "SMTPSH_VAR_";
    private static final String SECRET = "SMTPSH_SECRET_";

    static GivenValues read(Arguments arguments, Map<String, String> environment) throws Usage {
        Map<String, String> variables = named(environment, VARIABLE);
        for (String file : arguments.values(Flag.VARS)) {
            variables.putAll(file(Flag.VARS, file));
        }
        for (String given : arguments.values(Flag.VAR)) {
            int equals = given.indexOf('=');
            if (equals < 1) {
                throw new Usage("--var cannot read " + given, "There is no = in it", "Write --var name=value.");
            }
            variables.put(given.substring(0, equals), given.substring(equals + 1));
        }
        Map<String, String> secrets = named(environment, SECRET);
        for (String file : arguments.values(Flag.SECRET_FILE)) {
            secrets.putAll(file(Flag.SECRET_FILE, file));
        }
        return new GivenValues(variables, secrets);
    }

    /** Without the values. */
    @Override
    public String toString() {
        return "GivenValues of " + variables.keySet() + ", " + secrets.size() + " secrets";
    }

    private static Map<String, String> named(Map<String, String> environment, String prefix) {
        Map<String, String> found = new HashMap<>();
        environment.forEach((name, value) -> {
            if (name.startsWith(prefix)) {
                found.put(name.substring(prefix.length()), value);
            }
        });
        return found;
    }

    private static Map<String, String> file(Flag flag, String name) throws Usage {
        String text;
        try {
            text = Files.readString(Path.of(name));
        } catch (IOException | InvalidPathException e) {
            throw new Usage(
                    "--" + flag.word() + " cannot read " + name,
                    "There is no such file, no right to read it, or it is not UTF-8",
                    "Check its name.");
        }
        return text.strip().startsWith("{") ? json(flag, name, text) : lines(flag, name, text);
    }

    private static Map<String, String> lines(Flag flag, String name, String text) throws Usage {
        Map<String, String> found = new HashMap<>();
        int number = 0;
        for (String line : text.split("\r?\n", -1)) {
            number++;
            int equals = line.indexOf('=');
            if (line.isBlank() || line.startsWith("#")) {
                continue;
            }
            if (equals < 1) {
                // The line itself may be a secret.
                throw new Usage(
                        "--" + flag.word() + " cannot read " + name + ", line " + number,
                        "There is no = in it",
                        "Write name=value, one a line, or a JSON object.");
            }
            found.put(line.substring(0, equals).strip(), line.substring(equals + 1));
        }
        return found;
    }

    // JSON is YAML, which is read already.
    private static Map<String, String> json(Flag flag, String name, String text) throws Usage {
        DataFile file = DataFile.read(name, text);
        if (!file.complaints().isEmpty() || !(file.value().orElse(null) instanceof Datum.Fields fields)) {
            throw new Usage(
                    "--" + flag.word() + " cannot read " + name,
                    "It begins like JSON and is no JSON object",
                    "Write {\"name\": \"value\"}.");
        }
        Map<String, String> found = new HashMap<>();
        for (Datum.Field field : fields.fields()) {
            if (!(field.value() instanceof Datum.Text value)) {
                throw new Usage(
                        "--" + flag.word() + " cannot read " + name,
                        field.key() + " is no text or number",
                        "A variable has one value.");
            }
            found.put(field.key(), value.value());
        }
        return found;
    }
}
