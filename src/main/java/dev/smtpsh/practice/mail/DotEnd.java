package dev.smtpsh.practice.mail;

/** What a server may take for the end of a message though it is not CRLF, dot, CRLF: by that mail is smuggled. */
public enum DotEnd {
    /** LF, dot, LF. */
    LF_DOT_LF,
    /** LF, dot, CRLF. */
    LF_DOT_CRLF,
    /** CRLF, dot, LF. */
    CRLF_DOT_LF,
    /** CR, dot, CR; what follows in the same line is the next command. */
    CR_DOT_CR
}
