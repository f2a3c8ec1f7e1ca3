package dev.smtpsh.cli.reference;

import dev.smtpsh.annotate.Reason;
import dev.smtpsh.smtp.state.Stage;
import java.util.Optional;

/** Values of the rules as headings. */
final class Phrases {
    private Phrases() {}

    static String moment(Stage stage) {
        return switch (stage) {
            case GREETING -> "As the greeting";
            case HELLO -> "After EHLO or HELO";
            case STARTTLS -> "After STARTTLS";
            case AUTH -> "While logging in";
            case MAIL -> "After MAIL";
            case RCPT -> "After RCPT";
            case DATA -> "After DATA";
            case MESSAGE -> "After the final dot";
            case VRFY -> "After VRFY";
            case EXPN -> "After EXPN";
            case HELP -> "After HELP";
            case NOOP -> "After NOOP";
            case RSET -> "After RSET";
            case QUIT -> "After QUIT";
            case ETRN -> "After ETRN";
            case OTHER -> "After another command";
            case UNASKED -> "Unasked";
        };
    }

    static String reason(Optional<Reason> reason) {
        return reason.map(Phrases::reason).orElse("Not refused");
    }

    private static String reason(Reason reason) {
        return switch (reason) {
            case USER_UNKNOWN -> "No such mailbox";
            case MAILBOX_FULL -> "Mailbox full";
            case MAILBOX_DISABLED -> "Mailbox disabled";
            case MOVED -> "Moved to another address";
            case DOMAIN_UNKNOWN -> "No such domain";
            case NO_MAIL_HERE -> "Takes no mail";
            case SENDER_REJECTED -> "Sender refused";
            case AUTH_FAILED_MESSAGE -> "SPF, DKIM or DMARC";
            case REPUTATION -> "Reputation";
            case BLOCKED -> "Blocked";
            case PTR_MISSING -> "PTR record";
            case SPAM -> "Taken for spam";
            case VIRUS -> "Taken for a virus";
            case CONTENT -> "Content";
            case POLICY -> "Policy";
            case RFC_VIOLATION -> "Breaks the format's rules";
            case TOO_BIG -> "Too big";
            case RATE -> "Too much at a time";
            case GREYLISTED -> "Greylisted";
            case RELAY_DENIED -> "Relaying denied";
            case SECURITY -> "TLS and logging in";
            case LOOP -> "Loop";
            case NETWORK -> "Network and routing";
            case EXPIRED -> "Given up after retries";
            case SERVER_ERROR -> "Fault of the server";
            case SERVER_FULL -> "Server full";
            case PROTOCOL -> "Protocol";
            case SUPPRESSED -> "On a list of the sender's service";
            case DELIVERED -> "Delivered";
            case VACATION -> "Automatic answer";
            case FEEDBACK -> "Complaint";
            case OTHER -> "No reason given";
        };
    }

    /** The part of a reply code's class. */
    static String codeClass(int severity) {
        return switch (severity) {
            case 2 -> "2yz: done";
            case 3 -> "3yz: go on";
            case 4 -> "4yz: not now";
            default -> "5yz: no";
        };
    }
}
