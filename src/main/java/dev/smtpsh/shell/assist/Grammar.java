package dev.smtpsh.shell.assist;

import dev.smtpsh.smtp.command.Verb;
import dev.smtpsh.smtp.state.SessionState;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** How a command is written, the part that is being typed in brackets; of the parameters those that are offered. */
final class Grammar {
    private Grammar() {}

    static String of(Verb verb, String line, Optional<SessionState> state) {
        if (verb != Verb.MAIL && verb != Verb.RCPT) {
            return marked(verb.grammar(), line);
        }
        List<String> parts = new ArrayList<>();
        parts.add(verb == Verb.MAIL ? "MAIL FROM:" : "RCPT TO:");
        parts.add("<address>");
        parts.addAll(Parameters.offered(verb, state));
        return join(parts, current(parts, line));
    }

    // Which part the cursor is in: the address until it is closed, then the parameter that is begun.
    private static int current(List<String> parts, String line) {
        int colon = line.indexOf(':');
        if (colon < 0) {
            return 0;
        }
        int close = line.indexOf('>');
        if (close < 0 || close == line.length() - 1) {
            return 1;
        }
        String begun = line.substring(line.lastIndexOf(' ') + 1).toUpperCase(Locale.ROOT);
        int equals = begun.indexOf('=');
        String name = equals < 0 ? begun : begun.substring(0, equals + 1);
        for (int i = 2; i < parts.size(); i++) {
            if (!name.isEmpty() && parts.get(i).startsWith(name)) {
                return i;
            }
        }
        return -1;
    }

    private static String join(List<String> parts, int current) {
        StringBuilder joined = new StringBuilder();
        for (int i = 0; i < parts.size(); i++) {
            joined.append(i > 1 ? " " : "");
            joined.append(i == current ? "[" + parts.get(i) + "]" : parts.get(i));
        }
        return joined.toString();
    }

    // Word for word, as far as there are words for it.
    private static String marked(String grammar, String line) {
        String[] parts = grammar.replace("[", "").replace("]", "").split(" ");
        int word = line.strip().isEmpty() ? 0 : line.strip().split("\\s+").length - (line.endsWith(" ") ? 0 : 1);
        if (parts.length == 1) {
            return grammar;
        }
        int current = Math.min(word, parts.length - 1);
        StringBuilder joined = new StringBuilder();
        for (int i = 0; i < parts.length; i++) {
            joined.append(i > 0 ? " " : "").append(i == current ? "[" + parts[i] + "]" : parts[i]);
        }
        return joined.toString();
    }
}
