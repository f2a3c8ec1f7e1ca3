package dev.smtpsh.cli.page;

import dev.smtpsh.script.syntax.Predicate.Operator;
import dev.smtpsh.script.syntax.ScriptWord;
import dev.smtpsh.script.syntax.ScriptWord.Role;
import dev.smtpsh.script.syntax.Subject;
import java.util.Arrays;
import java.util.stream.Collectors;

/** The manual page smtpsh-script(5), made from the tables of words and subjects. */
public final class ScriptPage {
    private static final String HEAD = """
            .\\" made by: mvn test -Dtest=GeneratedPagesTest -Dgolden=write
            .TH SMTPSH-SCRIPT 5 "2026-01-01" smtpsh "File Formats"
            .SH NAME
            smtpsh\\-script \\- dialogues with a mail server, and what must come of them
            .SH DESCRIPTION
            A script is a text file in UTF\\-8 that reads like a dialogue in an RFC.
            .B smtpsh run FILE
            checks it whole and runs it,
            .B smtpsh format FILE
            lays it out. Its lines can be typed at the prompt of
            .BR smtpsh (1)
            as well, but for blocks and messages.
            .PP
            A line that begins with an SMTP verb goes out byte for byte. A line that begins with a digit is what must come of
            the line above it; where none stands, success is expected. Blanks at the beginning of a line are layout. A number
            sign begins a comment, at the beginning of a line, or behind a blank in a line that does not go to the server.
            .B [alice]
            before a line names the conversation it is for;
            .B ~
            before what must come, or be true, makes a failure count and stop nothing.
            .SH EXPECTATIONS
            .TP
            .B 250, 25x, 2xx, any
            a reply code, a pattern, any reply
            .TP
            .B 550 5.1.1, 451 4.7.x
            with an enhanced status code
            .TP
            .B 250 \\(dqtext\\(dq, 250 /expression/i
            with a text, or an expression, in any letter case
            .TP
            .B closed, timeout, nothing
            the end of the connection, no reply in time, silence
            .TP
            .B A or B
            either
            .TP
            .B A or B within 5m every 30s
            the command is repeated until A comes; B is put up with. After a close greeting, TLS, login and envelope are said
            again.
            .SH PREDICATES
            .B ?
            .RB [ not ]
            SUBJECT [OPERATOR VALUE] asks about the exchange above. Without an operator a subject must be true, there, or more
            than none. The operators are
            """;

    private static final String SETTINGS = """
            .SH SETTINGS
            They stand at the head of a file.
            .TP
            .B @title TEXT, @tags A, B
            for reports, and for
            .B \\-\\-tags
            .TP
            .B @timeout 30s
            patience for each reply
            .TP
            .B @var NAME=VALUE, @secret NAME
            a value for {{NAME}}; one that is never shown, nor is its base64
            .TP
            .B @session NAME
            the conversation of lines that name none
            .TP
            .B @continue on
            no failure stops the file
            .SH MESSAGES
            After DATA, or BDAT,
            .B <<< FILE
            is a message from a file, and lines between two lines of \\(dq\\(dq\\(dq are one in the script.
            .SH BLOCKS
            .TP
            .B for NAME in a, b, c
            the lines up to
            .B end
            for each value; also
            .B in file \\(dqpeople.csv\\(dq
            and
            .B in mx DOMAIN
            .TP
            .B try
            the lines up to
            .BR end ;
            what fails in them is told and stops nothing after them
            .SH VARIABLES
            .B {{NAME}}
            stands for a value, which comes from the first of these that has one: what is kept or looped over while the script
            runs,
            .BR \\-\\-var ", " \\-\\-vars ,
            the environment (SMTPSH_VAR_NAME), and
            .BR @var .
            .BR {{helo}} ", " {{run.id}} " and " {{run.date}}
            are always there.
            """;

    private static final String EXAMPLE = """
            .SH EXAMPLE
            .nf
            open {{host}}
            EHLO {{helo}}
            250
            ? has STARTTLS
            MAIL FROM:<>
            RCPT TO:<postmaster@{{domain}}>
            250 or 451 4.7.1 within 10m every 1m
            QUIT
            .fi
            .SH SEE ALSO
            .BR smtpsh (1)
            """;

    private ScriptPage() {}

    /** The page in the man macros of roff. */
    public static String man() {
        StringBuilder page = new StringBuilder(HEAD);
        String operators = Arrays.stream(Operator.values()).map(Operator::sign).collect(Collectors.joining(" "));
        page.append(".BR \"").append(escaped(operators)).append("\" .\n");
        for (Subject subject : Subject.values()) {
            entry(page, subject.label(), subject.about());
        }
        page.append(SETTINGS);
        page.append(".SH WORDS\n");
        words(page, Role.ACTION);
        words(page, Role.STRUCTURE);
        page.append(".PP\nWhat only shows something at the prompt is passed over: ");
        page.append(Arrays.stream(ScriptWord.values())
                .filter(word -> word.role() == Role.ASIDE)
                .map(ScriptWord::label)
                .collect(Collectors.joining(", ")));
        page.append(".\n").append(EXAMPLE);
        return page.toString().lines().map(ConfigPage::wrapped).collect(Collectors.joining("\n", "", "\n"));
    }

    private static void words(StringBuilder page, Role role) {
        for (ScriptWord word : ScriptWord.values()) {
            if (word.role() == role && !word.about().isEmpty()) {
                entry(page, word.usage(), word.about());
            }
        }
    }

    private static void entry(StringBuilder page, String term, String text) {
        page.append(".TP\n.B \"")
                .append(escaped(term))
                .append("\"\n")
                .append(escaped(text))
                .append('\n');
    }

    private static String escaped(String text) {
        return text.replace("\\", "\\e").replace("-", "\\-").replace("\"", "\\(dq");
    }
}
