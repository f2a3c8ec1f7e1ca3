package dev.smtpsh.shell.word;

import dev.smtpsh.annotate.topic.ShippedTopics;
import dev.smtpsh.shell.face.Face;
import dev.smtpsh.shell.language.Word;
import dev.smtpsh.shell.means.ExitCode;
import dev.smtpsh.shell.talk.Desk;
import dev.smtpsh.smtp.command.Spelling;
import dev.smtpsh.smtp.command.Verb;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** Help, made from the tables of verbs and words. */
final class Help {
    private static final List<String> PAGES = List.of("keys", "states", "topics", "exit-codes");

    private Help() {}

    /** Help for a verb, a word or a page; the overview, which fits on one screen, if the name is empty. */
    static void about(Desk desk, String name) {
        switch (name.toLowerCase(Locale.ROOT)) {
            case "" -> overview(desk.face());
            case "keys" -> desk.face().listed(KEYS);
            case "states" -> desk.face().listed(STATES);
            case "exit-codes" ->
                desk.face()
                        .listed(Arrays.stream(ExitCode.values())
                                .map(code -> new String[] {String.valueOf(code.value()), code.words()})
                                .toList());
            default -> about(desk, name, Word.named(name), Verb.named(name));
        }
    }

    private static void about(Desk desk, String name, Optional<Word> word, Optional<Verb> verb) {
        word.ifPresent(known -> desk.face().listed(List.<String[]>of(new String[] {known.usage(), known.summary()})));
        verb.ifPresent(known -> desk.face().listed(VerbHelp.rows(known, desk.memory())));
        if (word.isPresent() || verb.isPresent()) {
            return;
        }
        if (ShippedTopics.open().named(name).isPresent()) {
            desk.face().note(name + " is a topic. Type: explain " + name);
            return;
        }
        String meant = Spelling.nearest(name, names())
                .map(near -> " Did you mean " + near + "?")
                .orElse("");
        desk.face().note("No help for " + name + "." + meant + " help lists all words.");
    }

    private static void overview(Face face) {
        face.note("Type SMTP: each line goes out as typed, whatever smtpsh thinks of it.");
        List<String[]> rows = new ArrayList<>();
        rows.add(new String[] {"SMTP", "EHLO  STARTTLS  AUTH  MAIL FROM:<>  RCPT TO:<>  DATA  RSET  VRFY  NOOP  QUIT"});
        for (Word.Group group : Word.Group.values()) {
            String words = Arrays.stream(Word.values())
                    .filter(word -> word.group() == group)
                    .map(Word::label)
                    .collect(Collectors.joining("  "));
            rows.add(new String[] {group.title(), words});
        }
        rows.add(new String[] {"Help", "help MAIL, help save: one of them;  help " + String.join(", help ", PAGES)});
        face.listed(rows);
        face.note("Tab completes, Right accepts, Ctrl-C stops a wait, Ctrl-D leaves.");
    }

    private static List<String> names() {
        List<String> names = new ArrayList<>(PAGES);
        for (Verb verb : Verb.values()) {
            names.add(verb.name());
        }
        for (Word word : Word.values()) {
            names.add(word.label());
        }
        return names;
    }

    private static final List<String[]> KEYS = List.of(
            new String[] {"Tab", "completes; once more lists what is possible, and why some of it is not for now"},
            new String[] {"Right, Ctrl-F", "takes the grey suggestion"},
            new String[] {"<", "after MAIL FROM: or RCPT TO: brings its > along"},
            new String[] {"Up, Down", "lines typed before; those for this server first"},
            new String[] {"Ctrl-R", "searches them"},
            new String[] {"Ctrl-A, Ctrl-E", "beginning and end of the line"},
            new String[] {"Ctrl-W, Ctrl-U", "deletes the word, the line"},
            new String[] {"Ctrl-Y", "brings back what was deleted"},
            new String[] {"Ctrl-L", "clears the screen"},
            new String[] {
                "Ctrl-C", "clears the line; while waiting it stops the wait; twice it hangs up, three times it leaves"
            },
            new String[] {"Ctrl-D", "on an empty line leaves, with QUIT"});

    private static final List<String[]> STATES = List.of(
            new String[] {"smtpsh>", "not connected"},
            new String[] {"mx1:25 plain greeted>", "the greeting was read; nothing is encrypted"},
            new String[] {"mx1:25 tls ready>", "EHLO was accepted, inside TLS"},
            new String[] {"mx1:25 tls amy ready>", "amy has logged in"},
            new String[] {"mail*>", "an envelope is open: MAIL was accepted"},
            new String[] {"rcpt*2/3>", "2 of 3 recipients were accepted"},
            new String[] {"data   1|", "line 1 of a message"},
            new String[] {"closed>", "the connection is over"},
            new String[] {"mail!>", "the last command was refused; an envelope may be open all the same"},
            new String[] {"mail?>", "a reply is still due; wait reads it"},
            new String[] {"#2", "the second of several conversations"});
}
