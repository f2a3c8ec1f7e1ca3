package dev.smtpsh.cli.page;

import dev.smtpsh.cli.option.Flag;
import dev.smtpsh.shell.means.ExitCode;
import java.util.Arrays;
import java.util.Comparator;

/** The pages that {@code --help} prints. */
public final class HelpPage {
    private static final String OVERVIEW = """
            Usage: smtpsh [OPTIONS] [TARGET]     open a conversation with a mail server
                   smtpsh COMMAND [ARGS]

            Examples:
              smtpsh mx1.example.net             talk to one server, port 25
              smtpsh practice:greylist           practise on a built-in server
              smtpsh explain "550 5.7.1"         meaning and fix, no network
              printf 'EHLO a.example\\nQUIT\\n' | smtpsh --json mx1.example.net

            TARGET is HOST, HOST:PORT, [IPv6]:PORT, smtp://HOST, smtps://HOST or
            practice:SCENARIO.

            Commands:
              explain CODE|TEXT   meaning and fix of a reply, offline
              annotate FILE|-     replies or a transcript of another tool, explained
              rules check FILE    what is wrong with a file of rules
              learn [N]           lessons on a built-in server
              practice [NAME]     run the built-in practice server
              completions SHELL   completions for bash, zsh or fish
              help [COMMAND]      this page, or one about a command; help exit-codes

            Options:
            """;

    private HelpPage() {}

    public static String overview() {
        return OVERVIEW + flags("talk");
    }

    public static String explain() {
        return """
               Usage: smtpsh explain [OPTIONS] CODE|TEXT

               Examples:
                 smtpsh explain 550
                 smtpsh explain 5.7.1
                 smtpsh explain "550 5.7.1 Relay access denied"

               Options:
               """ + flags("explain");
    }

    public static String annotate() {
        return """
               Usage: smtpsh annotate [OPTIONS] FILE|-

               Reads reply lines, or a transcript of telnet, openssl s_client, swaks,
               posttls-finger, curl -v, msmtp, exim -v, Python's smtplib or smtpsh, and writes
               it back with the meaning of each reply below it.

               Examples:
                 smtpsh annotate session.txt
                 swaks --to amy@example.net 2>&1 | smtpsh annotate -
                 smtpsh annotate --summary replies.txt

               Options:
               """ + flags("annotate");
    }

    public static String learn() {
        return """
               Usage: smtpsh learn [OPTIONS] [N]

               Opens the next lesson, or lesson N, on a built-in server: a goal, some tasks, and
               the ordinary prompt. What counts is what happens at the server. Words that help:
               hint, solution, restart, skip, goal. Progress is kept.

               Options:
               """ + flags("learn");
    }

    public static String practice() {
        return """
               Usage: smtpsh practice [OPTIONS] [SCENARIO]

               Runs a mail server for practice on 127.0.0.1 until Ctrl-C. It delivers nothing.
               At a terminal, and without options, it opens a conversation with it at once,
               as smtpsh practice:SCENARIO does everywhere.

               Options:
               """ + flags("practice");
    }

    public static String exitCodes() {
        StringBuilder page = new StringBuilder("Exit codes; the worst one wins:\n\n");
        ExitCode[] codes = ExitCode.values();
        Arrays.sort(codes, Comparator.comparing(ExitCode::value));
        for (ExitCode code : codes) {
            page.append(String.format("  %3d  %s%n", code.value(), code.words()));
        }
        return page.append("\nA conversation at a terminal ends with 0 unless no connection came about.\n")
                .toString();
    }

    private static String flags(String command) {
        StringBuilder page = new StringBuilder();
        for (Flag flag : Flag.values()) {
            if (flag.belongsTo(command)) {
                String letter = flag.letter().isEmpty() ? "    " : "-" + flag.letter() + ", ";
                String name = letter + "--" + flag.word() + (flag.value().isEmpty() ? "" : " " + flag.value());
                page.append(String.format("  %-28s %s%n", name, flag.summary()));
            }
        }
        return page.toString();
    }
}
