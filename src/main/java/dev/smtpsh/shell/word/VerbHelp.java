package dev.smtpsh.shell.word;

import dev.smtpsh.shell.assist.Memory;
import dev.smtpsh.shell.assist.Parameters;
import dev.smtpsh.smtp.command.Verb;
import dev.smtpsh.smtp.state.Advice;
import dev.smtpsh.smtp.state.SessionState;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** All about one verb: how it is written, whether it is for now, what this server offers with it, what comes back. */
final class VerbHelp {
    private VerbHelp() {}

    static List<String[]> rows(Verb verb, Memory memory) {
        List<String[]> rows = new ArrayList<>();
        rows.add(new String[] {"Syntax", verb.grammar()});
        rows.add(new String[] {"For", verb.purpose() + " (" + verb.source() + ")"});
        rows.add(new String[] {"Now", now(verb, memory.state())});
        List<String> offered = Parameters.offered(verb, memory.state());
        if (!offered.isEmpty()) {
            rows.add(new String[] {"Offered", String.join(" ", offered)});
        }
        String replies = replies(verb);
        if (!replies.isEmpty()) {
            rows.add(new String[] {"Replies", replies});
        }
        String label = "Examples";
        for (String example : examples(verb)) {
            rows.add(new String[] {label, example});
            label = "";
        }
        return rows;
    }

    private static String now(Verb verb, Optional<SessionState> state) {
        if (state.isEmpty()) {
            return "not connected";
        }
        return state.get()
                .adviceFor(verb)
                .map(Advice::words)
                .map(words -> words + "; it is sent all the same")
                .orElse("yes");
    }

    // RFC 5321 4.3.2, RFC 3207 4, RFC 4954 4 and 6, RFC 3030 2.
    private static String replies(Verb verb) {
        return switch (verb) {
            case EHLO, HELO, LHLO -> "250 yes; 502 504 550 no";
            case MAIL -> "250 yes; 451 452 455 later; 503 out of order; 550 552 553 555 no";
            case RCPT -> "250 251 yes; 450 451 452 455 later; 503 out of order; 550 551 552 553 555 no";
            case DATA -> "354 go on, and after the dot: 250 yes; 450 451 452 later; 550 552 554 no; 503 out of order";
            case BDAT -> "250 yes; 4yz later; 503 out of order; 552 554 no";
            case RSET, NOOP -> "250";
            case VRFY -> "250 251 yes; 252 will not say; 502 504 not done here; 550 551 553 no";
            case EXPN -> "250 yes; 252 will not say; 500 502 504 not done here; 550 no";
            case HELP -> "211 214; 502 504 not done here";
            case QUIT -> "221";
            case STARTTLS -> "220 begin now; 454 later; 501 no parameters, please";
            case AUTH -> "235 logged in; 334 go on; 432 454 later; 500 504 534 535 538 no";
            case ETRN -> "250 251 252 253 it begins; 458 459 not now; 500 501 no";
            case ATRN -> "250 the roles turn round; 450 453 later, or nothing there; 502 530 no";
            case BURL -> "250 yes; 4yz later; 503 out of order; 554 the URL is not for us";
            case XCLIENT -> "220 a new session begins, EHLO comes next; 421 501 503 550 no";
            case XFORWARD -> "250; 421 501 503 550 no";
            case TURN, SEND, SOML, SAML -> "";
        };
    }

    private static List<String> examples(Verb verb) {
        return switch (verb) {
            case EHLO -> List.of("EHLO mail.example.org", "EHLO [192.0.2.7]");
            case HELO -> List.of("HELO mail.example.org");
            case LHLO -> List.of("LHLO mail.example.org");
            case MAIL ->
                List.of(
                        "MAIL FROM:<amy@example.org>",
                        "MAIL FROM:<>  (a bounce: nothing comes back)",
                        "MAIL FROM:<amy@example.org> SIZE=24000 BODY=8BITMIME");
            case RCPT ->
                List.of(
                        "RCPT TO:<bob@example.net>",
                        "RCPT TO:<postmaster>",
                        "RCPT TO:<bob@example.net> NOTIFY=SUCCESS,FAILURE");
            case BDAT -> List.of("chunk FILE last  (counts, and sends it)", "BDAT 120", "BDAT 86 LAST");
            case AUTH -> List.of("auth  (asks, and shows nothing)", "AUTH PLAIN", "AUTH LOGIN");
            case VRFY -> List.of("VRFY bob", "VRFY <bob@example.net>");
            case EXPN -> List.of("EXPN staff");
            case ETRN -> List.of("ETRN example.org");
            case XCLIENT -> List.of("XCLIENT NAME=mail.example.org ADDR=192.0.2.7");
            case NOOP -> List.of("NOOP", "NOOP still here");
            case XFORWARD -> List.of("XFORWARD NAME=mail.example.org ADDR=192.0.2.7 PROTO=ESMTP");
            case ATRN -> List.of("ATRN", "ATRN example.org,example.com");
            case BURL -> List.of("BURL imap://amy@imap.example.org/INBOX;UID=20 LAST");
            case DATA, RSET, HELP, QUIT, STARTTLS, TURN, SEND, SOML, SAML -> List.of(verb.name());
        };
    }
}
