package dev.smtpsh.practice.dialogue;

import dev.smtpsh.practice.fault.Answer;
import dev.smtpsh.practice.mail.MailPath;
import dev.smtpsh.practice.scenario.Residents;
import dev.smtpsh.practice.scenario.reading.Entry;
import dev.smtpsh.smtp.command.Verb;
import dev.smtpsh.smtp.extension.Extension;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What a server that keeps to the book makes of each command (RFC 5321 4.1, 4.3.2). */
final class CommandRules {
    // RFC 3207 4: what a server that insists on TLS still answers.
    private static final Set<Verb> BEFORE_TLS = EnumSet.of(Verb.NOOP, Verb.EHLO, Verb.LHLO, Verb.STARTTLS, Verb.QUIT);
    // RFC 5321 4.1.4: what may come before a hello.
    private static final Set<Verb> BEFORE_HELLO = EnumSet.of(
            Verb.NOOP, Verb.HELP, Verb.EXPN, Verb.VRFY, Verb.RSET, Verb.EHLO, Verb.HELO, Verb.LHLO, Verb.QUIT);

    private static final String LATER = "later";

    private final Conversation talk;
    private final Surroundings around;
    private final EnvelopeRules envelopes;
    private final MessageRules messages;
    private final LoginRules logins;

    CommandRules(Conversation talk, Surroundings around) {
        this.talk = talk;
        this.around = around;
        this.envelopes = new EnvelopeRules(talk);
        this.messages = new MessageRules(talk);
        this.logins = new LoginRules(talk, around);
    }

    LoginRules logins() {
        return logins;
    }

    MessageRules messages() {
        return messages;
    }

    Ruling rule(Asked asked) {
        if (asked.verb().isEmpty()) {
            return Ruling.objection(Answer.of(500, "5.5.1", "Command not recognized"));
        }
        Verb verb = asked.verb().get();
        Optional<Answer> gate = gate(verb);
        return gate.isPresent() ? Ruling.objection(gate.get()) : rule(verb, asked);
    }

    private Optional<Answer> gate(Verb verb) {
        if (talk.refused() && verb != Verb.QUIT) {
            // RFC 5321 3.1: after a 554 greeting the server waits for QUIT.
            return Optional.of(Answer.of(503, "5.5.1", "No service here; send QUIT"));
        }
        if (talk.scenario().rules().tlsRequired() && !talk.secured() && !BEFORE_TLS.contains(verb)) {
            return Optional.of(Answer.of(530, "5.7.0", "Must issue a STARTTLS command first"));
        }
        boolean early = talk.scenario().rules().strict() && !talk.greeted() && !BEFORE_HELLO.contains(verb);
        return early ? Optional.of(Answer.of(503, "5.5.1", talk.helloWanted())) : Optional.empty();
    }

    private Ruling rule(Verb verb, Asked asked) {
        return switch (verb) {
            case EHLO, HELO, LHLO -> hello(verb, asked);
            case STARTTLS -> startTls(asked);
            case AUTH -> logins.auth(asked);
            case MAIL -> envelopes.mail(asked);
            case RCPT -> envelopes.rcpt(asked);
            case DATA -> messages.data(asked);
            case BDAT -> messages.bdat(asked);
            case RSET -> bare(asked, Answer.of(250, "2.0.0", "Reset"), talk::reset);
            case NOOP -> nothing(asked.argument());
            case HELP -> Ruling.answer(help(), () -> {});
            case VRFY -> verify(asked);
            case QUIT -> bare(asked, Answer.of(221, "2.0.0", talk.scenario().host() + " says goodbye"), talk::close);
            default -> Ruling.objection(Answer.of(502, "5.5.1", verb + " is not implemented"));
        };
    }

    private Ruling hello(Verb verb, Asked asked) {
        if (talk.lmtp() != (verb == Verb.LHLO)) {
            return wrongHello(verb);
        }
        String name = asked.argument();
        Runnable effect = () -> {
            talk.hello(name, verb != Verb.HELO);
            around.greeted(name);
        };
        boolean strict = talk.scenario().rules().strict();
        if (name.isEmpty() || name.indexOf(' ') >= 0 || (strict && !MailPath.domain(name))) {
            return Ruling.objection(Answer.of(501, "5.5.4", verb + " wants your host name or [address]"), effect);
        }
        List<String> lines = new ArrayList<>(List.of(talk.scenario().host() + " greets " + name));
        if (verb != Verb.HELO) {
            lines.addAll(talk.offers().keywords(talk.secured()));
        }
        return Ruling.answer(Answer.plain(250, lines.toArray(String[]::new)), effect);
    }

    // RFC 5321 4.1.1.9 lets NOOP take a text and tells servers to ignore it: a class may say there how long to wait.
    private Ruling nothing(String argument) {
        Answer nothing = Answer.of(250, "2.0.0", "Nothing done");
        if (!talk.scenario().rules().eachOwn() || !argument.regionMatches(true, 0, LATER, 0, LATER.length())) {
            return Ruling.answer(nothing, () -> {});
        }
        String length = argument.substring(LATER.length()).strip();
        return Entry.duration(length)
                .map(by -> Ruling.answer(
                        Answer.of(250, "2.0.0", "Nothing done, but your practice clock is " + length + " further on"),
                        () -> around.later(by)))
                .orElseGet(() -> Ruling.answer(
                        Answer.of(250, "2.0.0", "Nothing done; NOOP later 10m moves your practice clock"), () -> {}));
    }

    // RFC 2033 4.1: by the hello the two find out that one of them is in the wrong place.
    private Ruling wrongHello(Verb verb) {
        return Ruling.objection(
                talk.lmtp()
                        ? Answer.of(500, "5.5.1", "This is LMTP: say LHLO, not " + verb)
                        : Answer.of(502, "5.5.1", verb + " is not implemented"));
    }

    private Ruling startTls(Asked asked) {
        if (talk.secured()) {
            return Ruling.objection(Answer.of(503, "5.5.1", "TLS is on already"));
        }
        if (!talk.offers().has(Extension.STARTTLS, false)) {
            return Ruling.objection(Answer.of(502, "5.5.1", "STARTTLS is not offered"), talk::secureNext);
        }
        return bare(asked, Answer.of(220, "2.0.0", "Ready to start TLS"), talk::secureNext);
    }

    private Ruling verify(Asked asked) {
        if (asked.argument().isEmpty()) {
            return Ruling.objection(Answer.of(501, "5.5.4", "VRFY wants a mailbox or a name"));
        }
        String wanted = asked.argument().replaceAll("^<(.*)>$", "$1");
        if (!talk.scenario().rules().verify()) {
            // RFC 5321 3.5.3.
            return Ruling.answer(Answer.of(252, "2.5.0", "Cannot tell, but will take mail and try"), () -> {});
        }
        Residents residents = talk.scenario().residents();
        boolean known = MailPath.read(wanted)
                .filter(path -> path.domain().isEmpty()
                        || residents.has(path.localPart(), path.domain().get()))
                .isPresent();
        Answer answer = known
                ? Answer.of(250, "2.1.5", "<" + wanted + ">")
                : Answer.of(550, "5.1.1", "<" + wanted + ">: User unknown");
        return Ruling.answer(answer, () -> {});
    }

    private static Answer help() {
        return Answer.of(214, "2.0.0", "EHLO HELO STARTTLS AUTH MAIL RCPT DATA RSET VRFY NOOP HELP QUIT; see RFC 5321");
    }

    private static Ruling bare(Asked asked, Answer answer, Runnable effect) {
        return asked.argument().isEmpty()
                ? Ruling.answer(answer, effect)
                : Ruling.objection(Answer.of(501, "5.5.4", asked.word() + " takes nothing after it"), effect);
    }
}
