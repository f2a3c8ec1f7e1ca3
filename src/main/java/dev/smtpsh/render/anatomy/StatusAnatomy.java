package dev.smtpsh.render.anatomy;

import dev.smtpsh.smtp.reply.EnhancedStatus;
import java.util.List;

/** What the numbers of an enhanced status code say. */
public final class StatusAnatomy {
    private static final String UNKNOWN = "not registered";

    // By subject, then by detail (RFC 3463 3; the registry of RFC 5248 for what came later).
    private static final List<List<String>> DETAILS = List.of(
            List.of("undefined"),
            List.of(
                    "other trouble with an address",
                    "bad mailbox address",
                    "bad domain",
                    "bad syntax of the recipient's address",
                    "ambiguous address",
                    "address is valid",
                    "mailbox has moved",
                    "bad syntax of the sender's address",
                    "bad domain of the sender",
                    "relayed to a system that cannot send notifications",
                    "domain takes no mail (null MX)"),
            List.of(
                    "other trouble with the mailbox",
                    "mailbox disabled",
                    "mailbox full",
                    "message too long for the mailbox",
                    "trouble with a mailing list"),
            List.of(
                    "other trouble with the mail system",
                    "mail system full",
                    "takes no mail from the network",
                    "cannot do what was asked",
                    "message too big for the system",
                    "wrongly configured",
                    "priority was changed"),
            List.of(
                    "other trouble with the network",
                    "no answer from the host",
                    "bad connection",
                    "directory server failed",
                    "no route to the domain",
                    "mail system congested",
                    "mail loop",
                    "expired in the queue"),
            List.of(
                    "other trouble with the protocol",
                    "invalid command",
                    "syntax error",
                    "too many recipients",
                    "invalid parameters",
                    "wrong version of the protocol",
                    "line of the login too long"),
            List.of(
                    "other trouble with the content",
                    "kind of content not supported",
                    "conversion needed and prohibited",
                    "conversion needed and not supported",
                    "converted with loss",
                    "conversion failed",
                    "content not available",
                    "addresses outside ASCII not permitted",
                    "reply in UTF-8 needed and not permitted",
                    "header in UTF-8 cannot be transferred",
                    "retired code"),
            List.of(
                    "other trouble with security",
                    "not authorised",
                    "mailing list not open to you",
                    "conversion of secured content not possible",
                    "security feature not supported",
                    "cryptographic failure",
                    "cryptographic algorithm not supported",
                    "message was changed on its way",
                    "credentials invalid",
                    "mechanism too weak",
                    "encryption needed",
                    "encryption needed for this mechanism",
                    "password change needed",
                    "account disabled",
                    "trust between the servers needed",
                    "priority too low",
                    "message too big for its priority",
                    "mailbox has another owner now",
                    "domain has another owner now",
                    "owner of the mailbox cannot be checked",
                    "no valid DKIM signature",
                    "no acceptable DKIM signature",
                    "no DKIM signature of the author's domain",
                    "SPF failed",
                    "SPF could not be checked",
                    "reverse DNS failed",
                    "several sender checks failed",
                    "sender's domain takes no mail (null MX)",
                    "too much mail",
                    "ARC failed",
                    "REQUIRETLS needed"));

    private StatusAnatomy() {}

    /** Class, subject, detail. */
    public static List<Part> of(EnhancedStatus status) {
        return List.of(
                new Part(String.valueOf(status.statusClass()), statusClass(status.statusClass())),
                new Part(String.valueOf(status.subject()), subject(status.subject())),
                new Part(String.valueOf(status.detail()), detail(status)));
    }

    private static String statusClass(int number) {
        return number == 2 ? "success" : number == 4 ? "temporary" : "permanent";
    }

    private static String subject(int number) {
        return switch (number) {
            case 0 -> "undefined";
            case 1 -> "address";
            case 2 -> "mailbox";
            case 3 -> "mail system";
            case 4 -> "network and routing";
            case 5 -> "protocol";
            case 6 -> "content";
            case 7 -> "security or policy";
            default -> UNKNOWN;
        };
    }

    private static String detail(EnhancedStatus status) {
        if (status.subject() >= DETAILS.size()) {
            return UNKNOWN;
        }
        List<String> details = DETAILS.get(status.subject());
        return status.detail() < details.size() ? details.get(status.detail()) : UNKNOWN;
    }
}
