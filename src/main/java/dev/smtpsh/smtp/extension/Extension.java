package dev.smtpsh.smtp.extension;

import java.util.Locale;
import java.util.Optional;

/** The registered SMTP service extensions, and the unregistered ones met every day. */
public enum Extension {
    SIZE("SIZE", "largest message it takes, in octets", "RFC 1870"),
    PIPELINING("PIPELINING", "several commands may be sent at once", "RFC 2920"),
    STARTTLS("STARTTLS", "the connection can be encrypted", "RFC 3207"),
    AUTH("AUTH", "clients can log in", "RFC 4954"),
    EIGHT_BIT_MIME("8BITMIME", "message bodies may hold 8-bit text", "RFC 6152"),
    SMTPUTF8("SMTPUTF8", "addresses and headers may hold UTF-8", "RFC 6531"),
    DSN("DSN", "the sender can say which bounces it wants", "RFC 3461"),
    CHUNKING("CHUNKING", "BDAT: the message in counted chunks, no dot", "RFC 3030"),
    BINARYMIME("BINARYMIME", "message bodies may hold any octets, sent by BDAT", "RFC 3030"),
    ENHANCEDSTATUSCODES("ENHANCEDSTATUSCODES", "replies carry codes such as 5.1.1", "RFC 2034"),
    ETRN("ETRN", "a client can ask for its queued mail", "RFC 1985"),
    ATRN("ATRN", "a client can ask for its mail on this connection", "RFC 2645"),
    DELIVERBY("DELIVERBY", "the sender can set a deadline for delivery", "RFC 2852"),
    REQUIRETLS("REQUIRETLS", "the sender can insist on TLS all the way", "RFC 8689"),
    MT_PRIORITY("MT-PRIORITY", "messages can have a priority", "RFC 6710"),
    RRVS("RRVS", "the sender can ask that the mailbox still has the same owner", "RFC 7293"),
    LIMITS("LIMITS", "the server states its limits", "RFC 9422"),
    BURL("BURL", "the message can be taken from an IMAP server", "RFC 4468"),
    FUTURERELEASE("FUTURERELEASE", "a message can be held back until a time", "RFC 4865"),
    NO_SOLICITING("NO-SOLICITING", "unsolicited advertisements are not wanted", "RFC 3865"),
    MTRK("MTRK", "messages can be tracked", "RFC 3885"),
    CHECKPOINT("CHECKPOINT", "a broken transfer can be taken up again", "RFC 1845"),
    CONPERM("CONPERM", "the sender permits conversion", "RFC 4141"),
    CONNEG("CONNEG", "capabilities of the recipient can be asked", "RFC 4141"),
    VRFY("VRFY", "VRFY works", "RFC 5321 4.1.1.6"),
    EXPN("EXPN", "EXPN works", "RFC 5321 4.1.1.7"),
    HELP("HELP", "HELP works", "RFC 5321 4.1.1.8"),
    UTF8SMTP("UTF8SMTP", "the experimental forerunner of SMTPUTF8", "RFC 5336"),
    PRDR("PRDR", "one reply for each recipient after the message (a draft, in Exim)", "exim.org"),
    XCLIENT("XCLIENT", "a trusted client may pretend to be another (Postfix)", "postfix.org"),
    XFORWARD("XFORWARD", "a trusted client may tell who the client was (Postfix)", "postfix.org");

    private final String keyword;
    private final String purpose;
    private final String source;

    Extension(String keyword, String purpose, String source) {
        this.keyword = keyword;
        this.purpose = purpose;
        this.source = source;
    }

    /** The keyword as EHLO shows it. */
    public String keyword() {
        return keyword;
    }

    /** What it gives, as half a sentence. */
    public String purpose() {
        return purpose;
    }

    /** Where it is defined. */
    public String source() {
        return source;
    }

    /** The extension of a keyword in any letter case. */
    public static Optional<Extension> named(String keyword) {
        String upper = keyword.toUpperCase(Locale.ROOT);
        for (Extension extension : values()) {
            if (extension.keyword.equals(upper)) {
                return Optional.of(extension);
            }
        }
        return Optional.empty();
    }
}
