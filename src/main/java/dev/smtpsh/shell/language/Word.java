package dev.smtpsh.shell.language;

import java.util.Locale;
import java.util.Optional;

/** The local words: what is done here and never sent. One table for dispatch, help, completion and the man page. */
public enum Word {
    OPEN(Group.CONNECT, "open HOST[:PORT]", "connect: HOST, [IPv6]:PORT, smtps://HOST, practice:NAME"),
    RECONNECT(Group.CONNECT, "reconnect", "connect again to the same server"),
    CLOSE(Group.CONNECT, "close", "say QUIT and stay in the shell"),
    TLS(Group.LOOK, "tls", "what TLS negotiated, and what is wrong with the certificate"),
    CAPS(Group.LOOK, "caps", "what the server offered in its last EHLO reply"),
    WHY(Group.EXPLAIN, "why", "the long story of the last reply, with what was matched"),
    EXPLAIN(Group.EXPLAIN, "explain CODE|TEXT|TOPIC", "meaning and fix of any reply, or a topic such as greylisting"),
    NEXT(Group.EXPLAIN, "next [N]", "what could be typed now; next 1 puts the first on the line, Enter is yours"),
    HELP(Group.EXPLAIN, "help [WORD]", "this page, or help for a word or SMTP verb; help topics lists topics"),
    WAIT(Group.SEND, "wait", "wait for a reply that is still due, or one not asked for"),
    RAW(Group.SEND, "raw TEXT", "send TEXT as it stands; \"...\" sends exactly those octets (\\r \\n \\t \\0 \\xNN)"),
    VERBOSITY(Group.SHELL, "verbosity terse|normal|full", "how much is explained"),
    EXIT(Group.SHELL, "exit", "say QUIT and leave");

    /** Where help lists it. */
    public enum Group {
        CONNECT("Connect"),
        SEND("Send"),
        EXPLAIN("Explain"),
        LOOK("Look"),
        SHELL("Shell");

        private final String title;

        Group(String title) {
            this.title = title;
        }

        public String title() {
            return title;
        }
    }

    private final Group group;
    private final String usage;
    private final String summary;

    Word(Group group, String usage, String summary) {
        this.group = group;
        this.usage = usage;
        this.summary = summary;
    }

    public Group group() {
        return group;
    }

    /** How it is written. */
    public String usage() {
        return usage;
    }

    /** What it does, as half a sentence. */
    public String summary() {
        return summary;
    }

    /** As it is typed. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The word of a label in any letter case. */
    public static Optional<Word> named(String label) {
        String upper = label.toUpperCase(Locale.ROOT);
        for (Word word : values()) {
            if (word.name().equals(upper)) {
                return Optional.of(word);
            }
        }
        return Optional.empty();
    }
}
