package dev.smtpsh.shell.language;

import dev.smtpsh.smtp.Octets;
import dev.smtpsh.smtp.command.Spelling;
import dev.smtpsh.smtp.command.Verb;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a typed line is. */
public sealed interface Input {
    /** What a line of a script can begin with, beside a word. No SMTP verb begins so. */
    String SIGNS = "0123456789?~";

    /** Lines of a script that belong together with others, or take them from elsewhere. */
    List<String> BLOCKS = List.of("for", "try", "end", "include");

    /** A line for the server, byte for byte. */
    record SmtpLine(Octets typed) implements Input {}

    /** A word of ours with the rest of its line. */
    record LocalLine(Word word, Octets argument) implements Input {}

    /** A line of a script: what must come, what must be true, what is to be kept. Never sent. */
    record ScriptLine(Octets typed) implements Input {}

    /** Neither; nothing is sent. */
    record Misspelt(String word, Optional<String> meant, String line) implements Input {}

    /** An empty line or a comment. */
    record Nothing() implements Input {}

    /**
     * Reads a line typed at the prompt of a conversation. SMTP verbs come first, but {@code HELP} alone is ours ({@code
     * raw HELP} asks the server), and so is {@code auth} in small letters; {@code /word} is always ours. A line
     * that begins with a digit is what must come; {@code raw 250} sends it.
     */
    static Input read(Octets typed) {
        String line = typed.latin1();
        int begin = 0;
        while (begin < line.length() && line.charAt(begin) <= ' ') {
            begin++;
        }
        if (begin == line.length() || line.charAt(begin) == '#') {
            return new Nothing();
        }
        if (line.startsWith("\"\"\"", begin)
                || line.startsWith("<<<", begin)
                || SIGNS.indexOf(line.charAt(begin)) >= 0) {
            return new ScriptLine(typed);
        }
        boolean ours = line.charAt(begin) == '/';
        int from = ours ? begin + 1 : begin;
        int end = from;
        while (end < line.length() && line.charAt(end) > ' ') {
            end++;
        }
        String first = line.substring(from, end);
        Optional<Word> word = ours ? Word.named(first) : Word.typed(first);
        Optional<Verb> verb = ours ? Optional.empty() : Verb.named(first);
        if (verb.isPresent() && word.isEmpty()) {
            return new SmtpLine(typed);
        }
        if (BLOCKS.contains(first)) {
            return new ScriptLine(typed);
        }
        if (word.isPresent()) {
            return new LocalLine(word.get(), argument(typed, end));
        }
        return new Misspelt(
                first, Spelling.nearest(first, known()), typed.text().trim());
    }

    private static Octets argument(Octets typed, int from) {
        int begin = from;
        while (begin < typed.length() && typed.at(begin) == ' ') {
            begin++;
        }
        return typed.slice(begin);
    }

    private static List<String> known() {
        List<String> known = new ArrayList<>();
        for (Verb verb : Verb.values()) {
            known.add(verb.name());
        }
        for (Word word : Word.values()) {
            known.add(word.label());
        }
        return known;
    }
}
