package dev.smtpsh.shell.language;

import java.util.Locale;
import java.util.Optional;

/** The local words: what is done here and never sent. One table for dispatch, help, completion and the man page. */
public enum Word {
    OPEN(
            Group.CONNECT,
            "open HOST[:PORT]",
            "connect: HOST, [IPv6]:PORT, @DOMAIN [--all], smtps://, lmtp://HOST, unix:PATH, pipe:CMD, practice:NAME"),
    RECONNECT(
            Group.CONNECT,
            "reconnect [--replay]",
            "connect again, EHLO and STARTTLS as before; --replay also the envelope"),
    CLOSE(Group.CONNECT, "close", "say QUIT and stay in the shell"),
    DROP(Group.CONNECT, "drop", "close the connection without a word, without ending TLS"),
    RESET(Group.CONNECT, "reset", "close it with a TCP reset"),
    HALF_CLOSE(Group.CONNECT, "half-close", "shut our sending side down; wait shows what the server still says"),
    SESSIONS(Group.CONNECT, "sessions", "the conversations that are open; @2 NOOP and @all NOOP speak in others"),
    USE(Group.CONNECT, "use N", "go on in conversation N"),
    AUTH(
            Group.CONNECT,
            "auth [MECHANISM] [USER]",
            "log in, asking for what is missing; in capitals AUTH is sent as typed"),
    TLS(
            Group.LOOK,
            "tls [--pem [FILE]]",
            "what TLS negotiated, and what is wrong with it; --pem: the chain; tls scan: all it takes"),
    CAPS(Group.LOOK, "caps", "what the server offered in its last EHLO reply"),
    REPLIES(Group.LOOK, "replies", "all replies of this conversation, one line each"),
    TIMELINE(Group.LOOK, "timeline", "how long each step took"),
    SAVE(Group.LOOK, "save FILE", "write the conversation: .txt .md .json .jsonl .html .cast .smtp"),
    COMPARE(
            Group.LOOK,
            "compare [@N|@all]",
            "all open conversations, or this one and N, side by side, differences marked"),
    MX(Group.LOOK, "mx [DOMAIN]", "where a domain's mail goes: MX hosts, addresses, what is wrong with them"),
    PTR(Group.LOOK, "ptr [ADDRESS|HOST]", "the names of an address, and whether they lead back"),
    WHY(Group.EXPLAIN, "why [N]", "the long story of the last reply, or of reply N, with what was matched"),
    EXPLAIN(Group.EXPLAIN, "explain CODE|TEXT|TOPIC", "meaning and fix of any reply, or a topic such as greylisting"),
    NEXT(Group.EXPLAIN, "next [N]", "what could be typed now; next 1 puts the first on the line, Enter is yours"),
    HELP(Group.EXPLAIN, "help [WORD]", "this page, or help for a word or SMTP verb; help topics lists topics"),
    WAIT(Group.SEND, "wait [3s]", "wait for a reply that is still due, or one not asked for; wait 3s for that long"),
    COMPOSE(Group.SEND, "compose", "write a message before DATA, so that no server waits; ~? lists what helps"),
    UNDO(Group.SEND, "undo", "take the last recipient back: RSET, then the envelope without it"),
    RAW(Group.SEND, "raw TEXT", "send TEXT as it stands; \"...\" sends exactly those octets (\\r \\n \\t \\0 \\xNN)"),
    CHUNK(
            Group.SEND,
            "chunk FILE|\"TEXT\" [last]",
            "send BDAT with the right count, and a file or a text (escapes as for raw)"),
    BYTES(Group.SEND, "bytes FILE", "send a file as it stands, unchanged"),
    EXPECT(
            Group.EXPECT,
            "expect 250 or 45x",
            "judge the last reply; so does a line that begins with a digit, and ? has STARTTLS asks about it"),
    ANY(Group.EXPECT, "any", "expect any reply"),
    CLOSED(Group.EXPECT, "closed", "expect the end of the connection"),
    TIMEOUT(Group.EXPECT, "timeout [within 30s]", "expect that no reply comes in time"),
    NOTHING(Group.EXPECT, "nothing [within 2s]", "expect silence"),
    LET(
            Group.EXPECT,
            "let NAME = SUBJECT",
            "keep something of the last reply, match 1 or \"text\"; {{NAME}} stands for it"),
    NOTE(Group.EXPECT, "note TEXT", "show a remark"),
    LEARN(Group.LEARN, "learn [N]", "the next lesson, or lesson N; learn --list lists them"),
    HINT(Group.LEARN, "hint", "help with the task of the lesson: a nudge, the command, the exact line"),
    SOLUTION(Group.LEARN, "solution", "put the lines that solve the task on the prompt, one by one; Enter is yours"),
    RESTART(Group.LEARN, "restart", "begin the lesson again, with a fresh server"),
    SKIP(Group.LEARN, "skip", "leave this lesson out and go on with the next"),
    GOAL(Group.LEARN, "goal", "show goal and tasks of the lesson again"),
    LATER(Group.LEARN, "later DURATION", "move the practice server's clock on, such as later 10m"),
    VERBOSITY(Group.SHELL, "verbosity terse|normal|full", "how much is explained"),
    SET(Group.SHELL, "set [NAME [VALUE]]", "the settings that can change while talking, and where they came from"),
    EXIT(Group.SHELL, "exit", "say QUIT and leave");

    /** Where help lists it. */
    public enum Group {
        CONNECT("Connect"),
        SEND("Send"),
        EXPECT("Expect"),
        EXPLAIN("Explain"),
        LOOK("Look"),
        LEARN("Learn"),
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
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /**
     * The word that a line as typed begins with. AUTH is an SMTP verb too, and only in small letters it is ours.
     *
     * @param first the first word of the line
     */
    public static Optional<Word> typed(String first) {
        return named(first).filter(word -> word != AUTH || first.equals("auth"));
    }

    /** Whether its line is one of a script, in which names keep their braces until it is judged. */
    public boolean judges() {
        return group == Group.EXPECT && this != NOTE;
    }

    /** The word of a label in any letter case. */
    public static Optional<Word> named(String label) {
        String upper = label.indexOf('_') < 0 ? label.toUpperCase(Locale.ROOT).replace('-', '_') : "";
        for (Word word : values()) {
            if (word.name().equals(upper)) {
                return Optional.of(word);
            }
        }
        return Optional.empty();
    }
}
