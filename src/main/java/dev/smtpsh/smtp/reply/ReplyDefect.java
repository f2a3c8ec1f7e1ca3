package dev.smtpsh.smtp.reply;

/** What is wrong with the form of a reply. The reply is kept all the same; each defect is said to the operator. */
public enum ReplyDefect {
    BARE_LF("a line ends in LF alone", "RFC 5321 2.3.8 wants CRLF"),
    BARE_CR("a CR stands inside a line", "RFC 5321 2.3.8: CR and LF only occur together"),
    CODES_DIFFER("the lines of one reply carry different codes", "RFC 5321 4.2.1 wants the same code on each line"),
    CODE_MISSING("a line inside the reply has no code", "RFC 5321 4.2.1 wants the code on each line"),
    NO_SEPARATOR("something else than space or hyphen follows the code", "RFC 5321 4.2"),
    CODE_UNDEFINED("the code is none that SMTP defines", "RFC 5321 4.2.1 defines 2yz to 5yz, second digit 0 to 5"),
    LINE_TOO_LONG("a line is longer than 512 octets", "RFC 5321 4.5.3.1.5"),
    LINE_CUT("a line was longer than smtpsh keeps, its rest was dropped", "limit reply-line-cut"),
    TOO_LONG("the reply was longer than smtpsh reads", "limits reply-lines and reply-size"),
    UNFINISHED("the reply broke off before its last line", "RFC 5321 4.2.1: the last line has a space after the code"),
    CONTROL_CHARACTER("control characters stand in the text", "RFC 5321 4.2: the text is printable"),
    NOT_UTF8("the text is not UTF-8", "RFC 5321 4.2 wants ASCII, RFC 6531 3.7.4.2 allows UTF-8"),
    STATUS_CLASS_DIFFERS("the enhanced status code belongs to another class than the reply code", "RFC 2034 4"),
    STATUS_MALFORMED("the enhanced status code is malformed", "RFC 3463 2"),
    STATUS_DIFFERS("the lines of one reply carry different enhanced status codes", "RFC 2034 4"),
    NOT_A_REPLY("this is no SMTP reply at all: no three-digit code", "RFC 5321 4.2");

    private final String words;
    private final String source;

    ReplyDefect(String words, String source) {
        this.words = words;
        this.source = source;
    }

    /** What is wrong, as half a sentence. */
    public String words() {
        return words;
    }

    /** The clause, or the limit of smtpsh, that it goes against. */
    public String source() {
        return source;
    }

    /** Whether nothing that follows on the same connection can be trusted any more. */
    public boolean breaksProtocol() {
        return this == NOT_A_REPLY
                || this == CODES_DIFFER
                || this == TOO_LONG
                || this == UNFINISHED
                || this == NO_SEPARATOR
                || this == CODE_MISSING;
    }
}
