package dev.smtpsh.smtp.state;

import dev.smtpsh.smtp.command.Verb;
import dev.smtpsh.smtp.extension.Extension;
import java.util.Optional;

/** What RFC 5321 4.1.4 wants to come first. */
final class Order {
    private Order() {}

    static Optional<Advice> advice(SessionState state, Verb verb) {
        return Optional.ofNullable(missing(state, verb)).map(Advice::new);
    }

    private static String missing(SessionState state, Verb verb) {
        if (state.position() == Position.CLOSED) {
            return "the connection is closed";
        }
        return switch (verb) {
            case MAIL, SEND, SOML, SAML -> beforeMail(state);
            case RCPT -> state.reversePath().isEmpty() ? "needs a MAIL first" : null;
            case DATA -> beforeMessage(state);
            case BDAT, BURL -> chunking(state, verb);
            case STARTTLS -> beforeTls(state);
            case AUTH -> beforeAuth(state);
            case EHLO, HELO -> state.lmtp() ? "LMTP wants LHLO" : null;
            case LHLO, RSET, NOOP, QUIT, HELP, VRFY, EXPN, ETRN, ATRN, TURN, XCLIENT, XFORWARD -> null;
        };
    }

    private static String needsHello(SessionState state) {
        return state.lmtp() ? "needs LHLO first" : "needs EHLO first";
    }

    private static String beforeMail(SessionState state) {
        if (state.helloName().isEmpty()) {
            return needsHello(state);
        }
        return state.reversePath().isPresent() ? "an envelope is open: RSET first" : null;
    }

    private static String beforeMessage(SessionState state) {
        if (state.reversePath().isEmpty()) {
            return "needs a MAIL first";
        }
        return state.recipients().isEmpty() ? "needs a RCPT first" : null;
    }

    private static String chunking(SessionState state, Verb verb) {
        Extension extension = verb == Verb.BDAT ? Extension.CHUNKING : Extension.BURL;
        String order = beforeMessage(state);
        return order != null ? order : state.offers(extension) ? null : "not offered by this server";
    }

    private static String beforeTls(SessionState state) {
        if (state.secured()) {
            return "TLS is on already";
        }
        if (state.helloName().isEmpty()) {
            return needsHello(state);
        }
        return state.offers(Extension.STARTTLS) ? null : "not offered by this server";
    }

    private static String beforeAuth(SessionState state) {
        if (state.helloName().isEmpty()) {
            return needsHello(state);
        }
        if (state.loggedIn()) {
            return "logged in already";
        }
        // RFC 4954 4: not during a mail transaction.
        if (state.reversePath().isPresent()) {
            return "not inside an envelope: RSET first";
        }
        return state.offers(Extension.AUTH) ? null : "not offered by this server";
    }
}
