package dev.smtpsh.shell.word;

import dev.smtpsh.annotate.topic.ShippedTopics;
import dev.smtpsh.shell.language.Word;
import dev.smtpsh.smtp.command.Spelling;
import dev.smtpsh.smtp.command.Verb;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Help, made from the tables of verbs and words. */
final class Help {
    private Help() {}

    /** Help for a verb or word; the overview if it is empty. */
    static List<String> about(String name) {
        if (name.isEmpty()) {
            return overview();
        }
        Optional<Verb> verb = Verb.named(name);
        Optional<Word> word = Word.named(name);
        List<String> lines = new ArrayList<>();
        word.ifPresent(known -> lines.add(known.usage() + " - " + known.summary()));
        verb.ifPresent(known -> lines.add(known.grammar() + " - " + known.purpose() + " (" + known.source() + ")"));
        if (lines.isEmpty() && ShippedTopics.open().named(name).isPresent()) {
            lines.add(name + " is a topic. Type: explain " + name);
        }
        if (lines.isEmpty()) {
            String meant = Spelling.nearest(name, names())
                    .map(near -> " Did you mean " + near + "?")
                    .orElse("");
            lines.add("No help for " + name + "." + meant + " help lists all words.");
        }
        return lines;
    }

    private static List<String> overview() {
        List<String> lines = new ArrayList<>();
        lines.add("Type SMTP; each line goes out as you type it, whatever smtpsh thinks of it:");
        lines.add("  EHLO your.host   MAIL FROM:<you@x>   RCPT TO:<them@y>   DATA   QUIT");
        lines.add("  STARTTLS   AUTH   VRFY   EXPN   NOOP   RSET   BDAT   (help MAIL tells more)");
        for (Word.Group group : Word.Group.values()) {
            for (Word word : Word.values()) {
                if (word.group() == group) {
                    lines.add(String.format("%-26s %s", word.usage(), word.summary()));
                }
            }
        }
        return lines;
    }

    private static List<String> names() {
        List<String> names = new ArrayList<>();
        for (Verb verb : Verb.values()) {
            names.add(verb.name());
        }
        for (Word word : Word.values()) {
            names.add(word.label());
        }
        return names;
    }
}
