package dev.smtpsh.script.syntax;

import java.util.Locale;
import java.util.Optional;

/**
 * The words of a script that are not sent. Those of the shell have the same names here; what each of them comes to in a
 * file is its {@link Role}.
 */
public enum ScriptWord {
    OPEN(Role.ACTION, "open HOST[:PORT]", "begins a conversation: HOST, @DOMAIN, smtps://HOST or practice:NAME"),
    RECONNECT(Role.ACTION, "reconnect", "begins it again, up to the login"),
    CLOSE(Role.ACTION, "close", "says QUIT, and nothing is expected of it"),
    EXIT(Role.ACTION, "exit", "the same"),
    AUTH(
            Role.ACTION,
            "auth [MECHANISM [USER [PASSWORD]]]",
            "logs in; what is missing are the variables user and password, and the best mechanism"),
    WAIT(Role.ACTION, "wait 3s, or wait reply", "lets time pass, or waits for one more reply"),
    RAW(Role.ACTION, "raw TEXT, or raw \"EHLO x\\r\\nNOOP\\r\\n\"", "sends a text and CRLF, or exactly these octets"),
    BYTES(Role.ACTION, "bytes FILE", "sends a file unchanged"),
    DROP(Role.ACTION, "drop", "closes TCP at once"),
    RESET(Role.ACTION, "reset", "ends the connection with a TCP reset"),
    HALF_CLOSE(Role.ACTION, "half-close", "shuts our sending side down"),
    NOTE(Role.ACTION, "note TEXT", "words for the report"),
    INCLUDE(Role.ACTION, "include FILE", "the lines of another file"),
    EXPECT(Role.STRUCTURE, "expect 250 or 451 4.7.1 within 5m every 30s", "what must come, also without the word"),
    ANY(Role.STRUCTURE, "any"),
    CLOSED(Role.STRUCTURE, "closed"),
    TIMEOUT(Role.STRUCTURE, "timeout"),
    NOTHING(Role.STRUCTURE, "nothing"),
    LET(Role.STRUCTURE, "let NAME = SUBJECT, match 1 or \"text\"", "keeps something of the last exchange under a name"),
    FOR(Role.STRUCTURE, "for NAME in a, b, c"),
    TRY(Role.STRUCTURE, "try"),
    END(Role.STRUCTURE, "end"),
    TLS(Role.ASIDE, "tls"),
    CAPS(Role.ASIDE, "caps"),
    REPLIES(Role.ASIDE, "replies"),
    TIMELINE(Role.ASIDE, "timeline"),
    SESSIONS(Role.ASIDE, "sessions"),
    COMPARE(Role.ASIDE, "compare"),
    MX(Role.ASIDE, "mx [DOMAIN]"),
    PTR(Role.ASIDE, "ptr [ADDRESS|HOST]"),
    WHY(Role.ASIDE, "why [N]"),
    EXPLAIN(Role.ASIDE, "explain CODE|TEXT"),
    NEXT(Role.ASIDE, "next"),
    HELP(Role.ASIDE, "help"),
    VERBOSITY(Role.ASIDE, "verbosity LEVEL"),
    SAVE(Role.PROMPT, "a run is written by --report or --record"),
    USE(Role.PROMPT, "name a conversation before its lines: [alice] NOOP"),
    COMPOSE(Role.PROMPT, "write the message between lines of \"\"\" after DATA"),
    CHUNK(Role.PROMPT, "write BDAT LAST and the message behind it; the count is filled in"),
    UNDO(Role.PROMPT, "write RSET and the envelope anew"),
    SET(Role.PROMPT, "settings stand at the head: @timeout 30s"),
    LEARN(Role.PROMPT, "lessons are for a person"),
    HINT(Role.PROMPT, "lessons are for a person"),
    SOLUTION(Role.PROMPT, "lessons are for a person"),
    RESTART(Role.PROMPT, "lessons are for a person"),
    SKIP(Role.PROMPT, "lessons are for a person"),
    GOAL(Role.PROMPT, "lessons are for a person"),
    LATER(Role.ACTION, "later 10m", "moves the clock of a practice server on");

    /** What a word is in a file. */
    public enum Role {
        /** Something is done. */
        ACTION,
        /** It belongs to the form of a script. */
        STRUCTURE,
        /** It only shows something to a person; a run passes over it. */
        ASIDE,
        /** It makes sense to a person at the prompt alone; in a file it is a mistake. */
        PROMPT
    }

    private final Role role;
    private final String usage;
    private final String about;

    ScriptWord(Role role, String usage) {
        this(role, usage, "");
    }

    ScriptWord(Role role, String usage, String about) {
        this.role = role;
        this.usage = usage;
        this.about = about;
    }

    public Role role() {
        return role;
    }

    /** How it is written; for a word of the prompt what to write instead. */
    public String usage() {
        return usage;
    }

    /** What it does, half a sentence; empty text where the language says it elsewhere. */
    public String about() {
        return about;
    }

    /** As it is written. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The word of a label in any letter case; AUTH is an SMTP verb too, and only in small letters it is ours. */
    public static Optional<ScriptWord> typed(String label) {
        String upper = label.toUpperCase(Locale.ROOT).replace('-', '_');
        for (ScriptWord word : values()) {
            if (word.name().equals(upper) && label.indexOf('_') < 0) {
                return word == AUTH && !label.equals("auth") ? Optional.empty() : Optional.of(word);
            }
        }
        return Optional.empty();
    }
}
