package dev.smtpsh.render.anatomy;

import dev.smtpsh.smtp.reply.ReplyCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What the three digits of a reply code say. */
public final class CodeAnatomy {
    private CodeAnatomy() {}

    /** Severity and category, and the whole code where it is one that a standard names. */
    public static List<Part> of(ReplyCode code) {
        List<Part> parts = new ArrayList<>();
        parts.add(new Part(String.valueOf(code.severity()), severity(code.severity())));
        parts.add(new Part(String.valueOf(code.category()), category(code.category())));
        meaning(code.value()).ifPresent(words -> parts.add(new Part(code.toString(), words)));
        return parts;
    }

    // RFC 5321 4.2.1.
    private static String severity(int digit) {
        return switch (digit) {
            case 2 -> "done";
            case 3 -> "go on, more is wanted";
            case 4 -> "try again later";
            case 5 -> "refused for good";
            default -> "not defined in SMTP";
        };
    }

    private static String category(int digit) {
        return switch (digit) {
            case 0 -> "syntax";
            case 1 -> "information";
            case 2 -> "connection";
            case 3, 4 -> "left open";
            case 5 -> "mail system";
            default -> "not defined in SMTP";
        };
    }

    // RFC 5321 4.2.3; 235, 334, 432, 454, 530, 534, 535 and 538 from RFC 4954 6; 521 and
    // 556 from RFC 7504.
    private static Optional<String> meaning(int code) {
        String words = switch (code) {
            case 211 -> "system status";
            case 214 -> "help";
            case 220 -> "service ready";
            case 221 -> "closing the connection";
            case 235 -> "logged in";
            case 250 -> "action completed";
            case 251 -> "user not local, will forward";
            case 252 -> "cannot verify, will try to deliver";
            case 334 -> "challenge of a login";
            case 354 -> "send the message";
            case 421 -> "service not available, closing";
            case 432 -> "a password change is needed";
            case 450 -> "mailbox unavailable";
            case 451 -> "local error";
            case 452 -> "not enough storage";
            case 454 -> "temporary trouble with login or TLS";
            case 455 -> "parameters cannot be met now";
            case 500 -> "command not recognised";
            case 501 -> "wrong parameters";
            case 502 -> "command not implemented";
            case 503 -> "wrong order of commands";
            case 504 -> "parameter not implemented";
            case 521 -> "takes no mail";
            case 530 -> "login needed";
            case 534 -> "mechanism too weak";
            case 535 -> "credentials invalid";
            case 538 -> "encryption needed";
            case 550 -> "mailbox unavailable";
            case 551 -> "user not local";
            case 552 -> "storage exceeded";
            case 553 -> "mailbox name not allowed";
            case 554 -> "transaction failed";
            case 555 -> "parameters not recognised";
            case 556 -> "domain takes no mail";
            default -> "";
        };
        return words.isEmpty() ? Optional.empty() : Optional.of(words);
    }
}
