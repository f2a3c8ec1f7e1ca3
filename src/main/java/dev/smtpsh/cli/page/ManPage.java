package dev.smtpsh.cli.page;

import dev.smtpsh.cli.option.Flag;
import dev.smtpsh.shell.language.Word;
import dev.smtpsh.shell.means.ExitCode;
import dev.smtpsh.smtp.command.Verb;
import java.util.Arrays;
import java.util.Comparator;

/** The manual page smtpsh(1), made from the tables of flags, words, verbs and exit codes. */
public final class ManPage {
    private static final String HEAD = """
            .\\" made by: smtpsh help man
            .TH SMTPSH 1 "" smtpsh "User Commands"
            .SH NAME
            smtpsh \\- talk SMTP by hand, with every reply explained
            .SH SYNOPSIS
            .B smtpsh
            [OPTIONS] [TARGET]
            .br
            .B smtpsh explain
            [OPTIONS] CODE|TEXT
            .br
            .B smtpsh mx
            [OPTIONS] DOMAIN
            .br
            .B smtpsh ptr
            [OPTIONS] ADDRESS|HOST
            .br
            .B smtpsh run
            [OPTIONS] FILE|DIR|GLOB|\\- ...
            .br
            .B smtpsh format
            [OPTIONS] FILE ...
            .br
            .B smtpsh learn
            [OPTIONS] [N]
            .br
            .B smtpsh practice
            [OPTIONS] [SCENARIO]
            .SH DESCRIPTION
            Opens a conversation with a mail server. Lines that begin with an SMTP verb go out byte for byte as
            typed; after each reply smtpsh says what it means, who must act, and what to do. TARGET is HOST,
            HOST:PORT, [IPv6]:PORT, @DOMAIN, smtp://HOST, smtps://HOST or practice:SCENARIO. When standard input is no
            terminal, it is read line by line, each command waiting for its reply.
            .PP
            For @DOMAIN all MX hosts are shown and the best one that can be reached is talked to, on the port of
            .BR \\-\\-port ,
            as MX records name none.
            .PP
            .B explain
            answers offline.
            .B mx
            shows where the mail of a domain goes,
            .B ptr
            the names of an address and whether they lead back.
            .B run
            runs script files, which say what must come of what they send;
            .B format
            lays them out.
            .B learn
            teaches, lesson by lesson, on a server of its own, and keeps what you have done in
            $XDG_STATE_HOME/smtpsh/learn.json.
            .B practice
            runs a mail server on loopback that delivers nothing.
            """;

    private ManPage() {}

    /** The page in the man macros of roff. */
    public static String text() {
        StringBuilder page = new StringBuilder(HEAD);
        page.append(".SH OPTIONS\n");
        for (Flag flag : Flag.values()) {
            String letter = flag.letter().isEmpty() ? "" : "\\-" + flag.letter() + ", ";
            String value = flag.value().isEmpty() ? "" : " \\fI" + escaped(flag.value()) + "\\fR";
            entry(page, letter + "\\-\\-" + escaped(flag.word()) + value, flag.summary());
        }
        page.append(".SH SMTP VERBS\nSent as typed, in any order.\n");
        for (Verb verb : Verb.values()) {
            entry(page, escaped(verb.grammar()), verb.purpose() + " (" + verb.source() + ")");
        }
        page.append(".SH LOCAL WORDS\nDone here and never sent; a slash before a word makes sure of it.\n");
        for (Word word : Word.values()) {
            entry(page, escaped(word.usage()), word.summary());
        }
        page.append(".SH EXIT STATUS\nThe worst one wins.\n");
        ExitCode[] codes = ExitCode.values();
        Arrays.sort(codes, Comparator.comparing(ExitCode::value));
        for (ExitCode code : codes) {
            entry(page, Integer.toString(code.value()), code.words());
        }
        page.append(".SH ENVIRONMENT\n");
        entry(page, "SMTPSH_JAVA_HOME, JAVA_HOME", "the Java to use, 17 or newer");
        entry(page, "SMTPSH_JAVA_OPTS", "further options for Java");
        entry(page, "NO_COLOR, SMTPSH_NO_COLOR, FORCE_COLOR", "whether to use colours");
        entry(page, "ACCESSIBLE", "words instead of gutters and columns");
        entry(page, "SMTPSH_VERBOSITY, SMTPSH_HELO and others", "settings; smtpsh-config(5) lists them");
        page.append(".SH FILES\n");
        entry(page, "$XDG_CONFIG_HOME/smtpsh/config, ~/.config/smtpsh/config", "settings; see smtpsh-config(5)");
        page.append(".SH SEE ALSO\n.BR smtpsh\\-config (5),\n.BR smtpsh\\-script (5)\n");
        return page.toString();
    }

    private static void entry(StringBuilder page, String term, String text) {
        page.append(".TP\n.B ").append(term).append('\n').append(escaped(text)).append('\n');
    }

    private static String escaped(String text) {
        String dashes = text.replace("\\", "\\e").replace("-", "\\-");
        return dashes.startsWith(".") || dashes.startsWith("'") ? "\\&" + dashes : dashes;
    }
}
