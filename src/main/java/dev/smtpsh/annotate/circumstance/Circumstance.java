package dev.smtpsh.annotate.circumstance;

import java.util.Locale;

/** Something that is true of a conversation, as {@code session} in rule files names it; see {@code docs/rules.md}. */
public enum Circumstance {
    PLAIN("Nothing is encrypted."),
    TLS("The conversation is encrypted."),
    STARTTLS_OFFERED("The server offers STARTTLS."),
    STARTTLS_MISSING("The server does not offer STARTTLS."),
    LOGGED_IN("You are logged in."),
    NOT_LOGGED_IN("You are not logged in."),
    AUTH_OFFERED("The server offers AUTH."),
    AUTH_MISSING("The server does not offer AUTH here."),
    MECHANISM_MISSING("The mechanism is none of those that the server offers."),
    NO_HELLO("No EHLO was accepted yet."),
    HELLO_UNDOTTED("The EHLO name has no dot."),
    HELLO_LOCALHOST("The EHLO name is the one that every machine gives itself."),
    HELLO_LITERAL("The EHLO name is an address literal, not a host name."),
    NO_MAIL("No MAIL was accepted."),
    MAIL_OPEN("An envelope is open already."),
    NO_RECIPIENT("No RCPT was sent."),
    ALL_REFUSED("No recipient was accepted."),
    MANY_RECIPIENTS("There are a hundred recipients or more."),
    KEYWORD_NOT_OFFERED("The EHLO reply does not offer what the command uses."),
    SIZE_KNOWN("The server announced the largest size it takes."),
    SIZE_EXCEEDED("The message is larger than the server announced."),
    SLIP("The line is not written as the grammar wants it."),
    NULL_SENDER("The reverse-path is empty, as in a bounce."),
    SENDER_UNDOTTED("The domain of the reverse-path has no dot."),
    SAME_DOMAIN("Sender and recipient are of the same domain."),
    NEEDS_SMTPUTF8("The address holds letters outside ASCII."),
    EIGHT_BIT("The message holds octets outside ASCII."),
    SLOW("The reply was long in coming."),
    AGAIN("The same answer came before in this conversation."),
    PATH_GIVEN("The reply names an address."),
    STATUS_DIFFERS("Reply code and enhanced status code contradict each other."),
    SUBMISSION_PORT("This is a port for submission."),
    RELAY_PORT("This is port 25, where servers pass mail to each other.");

    private final String words;

    Circumstance(String words) {
        this.words = words;
    }

    /** The word in rule files, such as {@code starttls-offered}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** A sentence that says it without naming names. */
    public String words() {
        return words;
    }
}
