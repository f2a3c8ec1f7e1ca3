package dev.smtpsh.smtp.command;

import java.util.Locale;
import java.util.Optional;

/** The SMTP verbs, with their grammar as one shows it to people and the clause that defines them. */
public enum Verb {
    HELO("HELO domain", "greet, the old way", "RFC 5321 4.1.1.1"),
    EHLO("EHLO domain", "greet, and ask what the server can do", "RFC 5321 4.1.1.1"),
    LHLO("LHLO domain", "greet an LMTP server", "RFC 2033 4.1"),
    MAIL("MAIL FROM:<reverse-path> [parameters]", "begin an envelope: who gets the bounces", "RFC 5321 4.1.1.2"),
    RCPT("RCPT TO:<forward-path> [parameters]", "add a recipient to the envelope", "RFC 5321 4.1.1.3"),
    DATA("DATA", "send the message, up to a line with a single dot", "RFC 5321 4.1.1.4"),
    BDAT("BDAT octets [LAST]", "send a chunk of the message", "RFC 3030 2"),
    RSET("RSET", "drop the envelope, keep the connection", "RFC 5321 4.1.1.5"),
    VRFY("VRFY string", "ask whether a mailbox exists", "RFC 5321 4.1.1.6"),
    EXPN("EXPN string", "ask who is on a mailing list", "RFC 5321 4.1.1.7"),
    HELP("HELP [string]", "ask the server for help", "RFC 5321 4.1.1.8"),
    NOOP("NOOP [string]", "do nothing, only answer", "RFC 5321 4.1.1.9"),
    QUIT("QUIT", "say goodbye", "RFC 5321 4.1.1.10"),
    STARTTLS("STARTTLS", "encrypt from here on", "RFC 3207 4"),
    AUTH("AUTH mechanism [initial-response]", "log in", "RFC 4954 4", Sensitivity.ARGUMENT_SECRET),
    ETRN("ETRN domain", "ask the server to send what it holds for a domain", "RFC 1985 5"),
    ATRN("ATRN [domains]", "turn the connection round, after login", "RFC 2645 5.2"),
    TURN("TURN", "turn the connection round (obsolete, unsafe)", "RFC 5321 F.1"),
    BURL("BURL url [LAST]", "take the message from an IMAP server", "RFC 4468 3"),
    SEND("SEND FROM:<reverse-path>", "to a terminal (obsolete)", "RFC 5321 F.6"),
    SOML("SOML FROM:<reverse-path>", "to a terminal or mailbox (obsolete)", "RFC 5321 F.6"),
    SAML("SAML FROM:<reverse-path>", "to a terminal and mailbox (obsolete)", "RFC 5321 F.6"),
    XCLIENT(
            "XCLIENT attribute=value ...",
            "pretend to be another client (Postfix)",
            "postfix.org/XCLIENT_README",
            Sensitivity.LOGIN_SECRET),
    XFORWARD("XFORWARD attribute=value ...", "pass on who the client was (Postfix)", "postfix.org/XFORWARD_README");

    private final String grammar;
    private final String purpose;
    private final String source;
    private final Sensitivity sensitivity;

    Verb(String grammar, String purpose, String source) {
        this(grammar, purpose, source, Sensitivity.PLAIN);
    }

    Verb(String grammar, String purpose, String source, Sensitivity sensitivity) {
        this.grammar = grammar;
        this.purpose = purpose;
        this.source = source;
        this.sensitivity = sensitivity;
    }

    /** How the command is written, for a hint line. */
    public String grammar() {
        return grammar;
    }

    /** What it is for, in half a sentence. */
    public String purpose() {
        return purpose;
    }

    /** The clause that defines it. */
    public String source() {
        return source;
    }

    /** How much of a line with this verb may be written down. */
    public Sensitivity sensitivity() {
        return sensitivity;
    }

    /** Whether it begins a session: EHLO, HELO or LHLO. */
    public boolean hello() {
        return this == EHLO || this == HELO || this == LHLO;
    }

    /** The verb of a word in any letter case (RFC 5321 2.4). */
    public static Optional<Verb> named(String word) {
        String upper = word.toUpperCase(Locale.ROOT);
        for (Verb verb : values()) {
            if (verb.name().equals(upper)) {
                return Optional.of(verb);
            }
        }
        return Optional.empty();
    }
}
