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
              smtpsh @example.net                the best of a domain's mail hosts
              smtpsh practice:greylist           practise on a built-in server
              smtpsh explain "550 5.7.1"         meaning and fix, no network
              printf 'EHLO a.example\\nQUIT\\n' | smtpsh --json mx1.example.net

            TARGET is HOST, HOST:PORT, [IPv6]:PORT, @DOMAIN, smtp://HOST, smtps://HOST or
            practice:SCENARIO.

            Commands:
              explain CODE|TEXT   meaning and fix of a reply, or a topic, offline
              annotate FILE|-     replies or a transcript of another tool, explained
              mx DOMAIN           where a domain's mail goes
              ptr ADDRESS|HOST    the names of an address, and whether they lead back
              tls scan HOST       versions, suites, groups and weaknesses of TLS
              run FILE|DIR|-      probe scripts, against the servers they name
              format FILE         lay a script out
              rules check FILE    what is wrong with a file of rules
              learn [N]           lessons on a built-in server
              practice [NAME]     run the built-in practice server
              completions SHELL   completions for bash, zsh or fish
              help [COMMAND]      this page, or one about a command; help topics

            Options:
            """;

    private static final String MX = """
            Usage: smtpsh mx [OPTIONS] DOMAIN

            Shows where the mail of a domain goes: every MX host with its preference and
            addresses, and what is wrong with it. Without MX records it is the domain's own
            address. What does not exist, what has no such record, and what could not be
            found out are three things.

            Exit code 0: there is an address to take mail to. 4: there is none, or it could
            not be found out. 7: no name server answered in time.

            Examples:
              smtpsh mx example.net
              smtpsh mx --json --resolver 192.0.2.53 example.net

            Options:
            """;
    private static final String PTR = """
            Usage: smtpsh ptr [OPTIONS] ADDRESS|HOST

            Shows the names of an address (PTR records), and whether each of them leads back
            to it. Of a host, all addresses are looked at.

            Exit code 0: each address has a name that leads back. 4: one has none, or it
            could not be found out. 7: no name server answered in time.

            Examples:
              smtpsh ptr 192.0.2.1
              smtpsh ptr mx1.example.net

            Options:
            """;

    private static final String TLS = """
            Usage: smtpsh tls [OPTIONS] scan HOST[:PORT]

            Finds out what the TLS of a server takes: versions, cipher suites in the server's
            order, groups, signature schemes, certificates; and what is weak about it and about
            its STARTTLS. It asks by many short hellos, several at a time, and sends no mail.
            For one handshake with all its details: smtpsh --starttls HOST, and there the word tls.

            Exit code 0: the server speaks TLS. 4: it was not reached. 5: it speaks no TLS.

            Examples:
              smtpsh tls scan mx1.example.net
              smtpsh tls scan --json --connections 2 smtps://mail.example.net

            Options:
            """;

    private HelpPage() {}

    public static String overview() {
        return OVERVIEW + flags("talk");
    }

    public static String explain() {
        return """
               Usage: smtpsh explain [OPTIONS] CODE|TEXT|TOPIC

               Examples:
                 smtpsh explain 550
                 smtpsh explain 5.7.1
                 smtpsh explain "550 5.7.1 Relay access denied"
                 smtpsh explain greylisting       a topic; --list names them all
                 smtpsh explain STARTTLS          a verb or a keyword

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

    /** About {@code mx}, {@code ptr} or {@code tls}. */
    public static String lookup(String word) {
        String page = word.equals("mx") ? MX : word.equals("tls") ? TLS : PTR;
        return page + flags(word);
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

    /** About {@code run} or {@code format}. */
    public static String script(String word) {
        String page = word.equals("run") ? """
                  Usage: smtpsh run [OPTIONS] FILE|DIR|GLOB|- ...

                  Runs script files: a dialogue, and what must come of it. Every file is checked
                  before anything is sent. docs/script.md tells the language.

                  Exit code 0: all held. 1: something expected did not come. 2: a file is wrong,
                  and nothing was sent. 4 to 8: no conversation came about, or it broke.

                  Examples:
                    smtpsh run probe.smtp
                    smtpsh run --var host=mx1.example.net --report junit:report.xml probes/
                    smtpsh run --record probe.smtp practice:greylist < commands

                  Options:
                  """ : """
                  Usage: smtpsh format [OPTIONS] FILE|DIR|GLOB|- ...

                  Lays script files out in the one way there is, comments kept; - is standard
                  input, laid out to standard output.

                  Options:
                  """;
        return page + flags(word);
    }

    public static String practice() {
        return """
               Usage: smtpsh practice [OPTIONS] [SCENARIO]

               Runs a mail server for practice on 127.0.0.1 until Ctrl-C. It sends mail nowhere.
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
