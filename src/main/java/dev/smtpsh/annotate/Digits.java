package dev.smtpsh.annotate;

import dev.smtpsh.annotate.Explanation.Digit;
import dev.smtpsh.smtp.reply.EnhancedStatus;
import dev.smtpsh.smtp.reply.ReplyCode;
import java.util.ArrayList;
import java.util.List;

/** Takes codes apart: reply codes by RFC 5321 4.2.1, enhanced status codes by RFC 3463 2 and 3. */
final class Digits {
    private static final String NO_DETAIL = "";

    private Digits() {}

    static List<Digit> of(ReplyCode code) {
        String digits = code.toString();
        List<Digit> parts = new ArrayList<>(3);
        parts.add(new Digit(digits.substring(0, 1).concat("yz"), severity(code.severity())));
        parts.add(new Digit("x".concat(digits.substring(1, 2)).concat("z"), category(code.category())));
        parts.add(new Digit(
                "xy".concat(digits.substring(2)), "tells it from its neighbours, and means nothing by itself"));
        return parts;
    }

    static List<Digit> of(EnhancedStatus status) {
        String subject = Integer.toString(status.subject());
        String detail = Integer.toString(status.detail());
        String known = detail(status);
        List<Digit> parts = new ArrayList<>(3);
        parts.add(new Digit(Integer.toString(status.statusClass()).concat(".x.x"), statusClass(status.statusClass())));
        parts.add(new Digit("x.".concat(subject).concat(".x"), subject(status.subject())));
        parts.add(new Digit(
                "x.".concat(subject).concat(".").concat(detail),
                known.isEmpty() ? "not in RFC 3463: a later RFC, or this server, gives it a meaning" : known));
        return parts;
    }

    /** Whether RFC 3463 says what the detail means. */
    static boolean defines(EnhancedStatus status) {
        return !detail(status).isEmpty();
    }

    private static String severity(int digit) {
        return switch (digit) {
            case 2 -> "done: the command was accepted and carried out";
            case 3 -> "go on: the server waits for the rest";
            case 4 -> "not now: refused, and the same may succeed later";
            case 5 -> "no: refused, and the same will be refused again";
            default -> "no first digit of SMTP, which knows 2, 3, 4 and 5";
        };
    }

    private static String category(int digit) {
        return switch (digit) {
            case 0 -> "about syntax: an error in it, or a command not known or not fitting";
            case 1 -> "an answer with information, such as status or help";
            case 2 -> "about the connection";
            case 5 -> "about the mail system and what you asked of it";
            default -> "a second digit without a meaning in RFC 5321";
        };
    }

    private static String statusClass(int digit) {
        return switch (digit) {
            case 2 -> "success";
            case 4 -> "a temporary failure: sending again later may succeed";
            default -> "a permanent failure: sending the same again will not succeed";
        };
    }

    private static String subject(int subject) {
        return switch (subject) {
            case 0 -> "nothing more is told";
            case 1 -> "about an address";
            case 2 -> "about the recipient's mailbox";
            case 3 -> "about the mail system that takes the message";
            case 4 -> "about the network and the way to the mail system";
            case 5 -> "about the protocol: commands and their parameters";
            case 6 -> "about the message's content or its form";
            case 7 -> "about security or policy";
            default -> "a subject that RFC 3463 does not know";
        };
    }

    private static String detail(EnhancedStatus status) {
        return switch (status.subject()) {
            case 0 -> status.detail() == 0 ? "nothing more is told" : NO_DETAIL;
            case 1 -> address(status.detail());
            case 2 -> mailbox(status.detail());
            case 3 -> system(status.detail());
            case 4 -> network(status.detail());
            case 5 -> protocol(status.detail());
            case 6 -> content(status.detail());
            case 7 -> security(status.detail());
            default -> NO_DETAIL;
        };
    }

    private static String address(int detail) {
        return switch (detail) {
            case 0 -> "something about an address";
            case 1 -> "no such mailbox";
            case 2 -> "no such domain, or it takes no mail";
            case 3 -> "the recipient's address is malformed";
            case 4 -> "the recipient's address fits more than one mailbox";
            case 5 -> "the recipient's address is valid";
            case 6 -> "the mailbox has moved and left no new address";
            case 7 -> "the sender's address is malformed";
            case 8 -> "the sender's domain does not exist, or takes no mail";
            default -> NO_DETAIL;
        };
    }

    private static String mailbox(int detail) {
        return switch (detail) {
            case 0 -> "something about the mailbox";
            case 1 -> "the mailbox exists and is disabled";
            case 2 -> "the mailbox is full";
            case 3 -> "the message is larger than this mailbox may receive";
            case 4 -> "the mailing list could not be expanded";
            default -> NO_DETAIL;
        };
    }

    private static String system(int detail) {
        return switch (detail) {
            case 0 -> "something about the mail system";
            case 1 -> "the mail system has no room left";
            case 2 -> "the mail system takes no messages from the network";
            case 3 -> "the mail system lacks a feature that the message needs";
            case 4 -> "the message is larger than the mail system takes";
            case 5 -> "the mail system is set up wrongly";
            default -> NO_DETAIL;
        };
    }

    private static String network(int detail) {
        return switch (detail) {
            case 0 -> "something about network or routing";
            case 1 -> "the next host does not answer";
            case 2 -> "the connection to the next host was bad";
            case 3 -> "a directory, such as the DNS, does not answer";
            case 4 -> "there is no way to the next host";
            case 5 -> "the mail system has too much to do";
            case 6 -> "the message goes round in a loop";
            case 7 -> "the message waited for longer than its sender or the system allows";
            default -> NO_DETAIL;
        };
    }

    private static String protocol(int detail) {
        return switch (detail) {
            case 0 -> "something about the protocol";
            case 1 -> "the command is unknown or comes at the wrong moment";
            case 2 -> "the command cannot be read";
            case 3 -> "more recipients than can be taken at once";
            case 4 -> "a parameter of the command is wrong";
            case 5 -> "both sides speak different versions of the protocol";
            default -> NO_DETAIL;
        };
    }

    private static String content(int detail) {
        return switch (detail) {
            case 0 -> "something about the content";
            case 1 -> "content of this kind is not taken";
            case 2 -> "the content has to be converted, and that is not allowed";
            case 3 -> "the content has to be converted, and that cannot be done";
            case 4 -> "the content was converted and lost something";
            case 5 -> "converting the content failed";
            default -> NO_DETAIL;
        };
    }

    private static String security(int detail) {
        return switch (detail) {
            case 0 -> "something about security";
            case 1 -> "the sender is not allowed to send this here";
            case 2 -> "the sender is not allowed to send to this list";
            case 3 -> "the message would have to go from one security system to another, which cannot be done";
            case 4 -> "a security feature that the message has is not supported";
            case 5 -> "the message could not be decrypted or checked";
            case 6 -> "the message uses an encryption that is not supported";
            case 7 -> "the message was damaged or changed on the way";
            default -> NO_DETAIL;
        };
    }
}
