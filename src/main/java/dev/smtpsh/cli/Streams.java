package dev.smtpsh.cli;

import dev.smtpsh.config.place.Folders;
import java.io.InputStream;
import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;

/**
 * The process's surroundings.
 *
 * @param inputTerminal whether standard input is a terminal
 * @param outputTerminal whether standard output is one
 * @param environment the environment variables
 */
public record Streams(
        InputStream in,
        PrintStream out,
        PrintStream err,
        boolean inputTerminal,
        boolean outputTerminal,
        Map<String, String> environment) {
    public Streams {
        environment = Map.copyOf(environment);
    }

    /** Standard output for text; in UTF-8, which ASCII is part of. */
    public PrintWriter writer() {
        return new PrintWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
    }

    /** Whether standard error is a terminal; bin/smtpsh says so. */
    public boolean errorTerminal() {
        return System.getProperty("smtpsh.terminals", "").contains("e");
    }

    /** The value of an environment variable, empty text if it is not set. */
    public String variable(String name) {
        return environment.getOrDefault(name, "");
    }

    /** The operator's folders of smtpsh. */
    public Folders folders() {
        return Folders.of(environment);
    }

    /** What this machine may call itself in EHLO: HOSTNAME if it is a full name, else a name that is reserved. */
    public String localName() {
        String name = variable("HOSTNAME");
        return name.indexOf('.') > 0 ? name : "probe.example.org";
    }

    /** Whether texts must keep to ASCII: the locale's charset is no UTF-8. */
    public boolean ascii() {
        for (String name : new String[] {"LC_ALL", "LC_CTYPE", "LANG"}) {
            String value = variable(name);
            if (!value.isEmpty()) {
                String upper = value.toUpperCase(Locale.ROOT);
                return !(upper.contains("UTF-8") || upper.contains("UTF8"));
            }
        }
        return true;
    }

    /** Whether colours are wanted on standard output, by the conventions of NO_COLOR, FORCE_COLOR and TERM. */
    public boolean colours() {
        if (!variable("FORCE_COLOR").isEmpty()) {
            return true;
        }
        boolean refused =
                !variable("NO_COLOR").isEmpty() || !variable("SMTPSH_NO_COLOR").isEmpty();
        return outputTerminal && !refused && !variable("TERM").equals("dumb");
    }
}
