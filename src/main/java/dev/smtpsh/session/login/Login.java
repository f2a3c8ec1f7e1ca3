package dev.smtpsh.session.login;

import dev.smtpsh.sasl.Mechanism;
import dev.smtpsh.sasl.Step;
import dev.smtpsh.session.Exchange;
import dev.smtpsh.session.Outcome;
import dev.smtpsh.session.Session;
import dev.smtpsh.smtp.Octets;
import dev.smtpsh.smtp.command.Command;
import dev.smtpsh.smtp.reply.Reply;
import java.util.Base64;
import java.util.Optional;
import java.util.function.Consumer;

/** One attempt to log in. */
public final class Login {
    /** Challenges answered in one attempt (limit {@code login-challenges}): no mechanism needs more than three. */
    static final int MOST_CHALLENGES = 10;

    // RFC 4954 4: with an initial response too, AUTH is a command line of at most 512 octets (RFC 5321 4.5.3.1.4).
    private static final int LONGEST_COMMAND = 512;

    private final Session session;
    private final Consumer<Outcome> told;
    private Optional<byte[]> unsaid = Optional.empty();

    /** @param told is given what comes of each line that is sent, in order */
    public Login(Session session, Consumer<Outcome> told) {
        this.session = session;
        this.told = told;
    }

    /** Goes through the steps of a mechanism; the mechanism stays open. */
    public LoginResult run(Mechanism mechanism) {
        Command next = auth(mechanism);
        for (int challenges = 0; ; challenges++) {
            Outcome outcome = session.send(next);
            told.accept(outcome);
            if (!(outcome instanceof Outcome.Answered answered)) {
                return new LoginResult.Broken();
            }
            Exchange exchange = answered.exchange();
            if (!exchange.reply().is(334)) {
                return over(mechanism, exchange);
            }
            Step step = challenges < MOST_CHALLENGES
                    ? step(mechanism, exchange.reply())
                    : new Step.Wrong("the server asked " + MOST_CHALLENGES + " times and asks on");
            if (step instanceof Step.Wrong wrong) {
                return giveUp(wrong.why());
            }
            next = step instanceof Step.Answer answer ? answer(answer.octets()) : new Command.AuthAnswer(Octets.EMPTY);
        }
    }

    private Command auth(Mechanism mechanism) {
        String bare = "AUTH " + mechanism.name();
        Optional<byte[]> initial = mechanism.initialResponse();
        String line = initial.map(octets -> bare + " " + (octets.length == 0 ? "=" : encoded(octets)))
                .orElse(bare);
        if (line.length() + Octets.CRLF.length() <= LONGEST_COMMAND) {
            return new Command.Line(Octets.latin1(line));
        }
        // The server then asks for it by an empty challenge.
        unsaid = initial;
        return new Command.Line(Octets.latin1(bare));
    }

    private Step step(Mechanism mechanism, Reply reply) {
        byte[] challenge;
        try {
            challenge = Base64.getDecoder().decode(reply.text().trim());
        } catch (IllegalArgumentException e) {
            return new Step.Wrong("the challenge is not base64 (RFC 4954 4)");
        }
        if (unsaid.isEmpty()) {
            return mechanism.respond(challenge);
        }
        Step initial = challenge.length == 0
                ? new Step.Answer(unsaid.get())
                : new Step.Wrong("the server speaks before it was spoken to");
        unsaid = Optional.empty();
        return initial;
    }

    private static LoginResult over(Mechanism mechanism, Exchange exchange) {
        if (!exchange.reply().is(235)) {
            return new LoginResult.Refused(exchange);
        }
        return mechanism
                .missing()
                .<LoginResult>map(missing -> new LoginResult.Unproven(exchange, missing))
                .orElseGet(() -> new LoginResult.Accepted(exchange));
    }

    // RFC 4954 4: a server MUST answer "*" by 501. One that asks on would take everything else as an answer too.
    private LoginResult giveUp(String why) {
        Outcome outcome = session.send(new Command.AuthAnswer(Octets.latin1("*")));
        told.accept(outcome);
        boolean asksOn = outcome instanceof Outcome.Answered answered
                && answered.exchange().reply().is(334);
        if (asksOn) {
            session.drop();
        }
        return new LoginResult.GivenUp(why, asksOn);
    }

    private static Command answer(byte[] octets) {
        return new Command.AuthAnswer(Octets.latin1(encoded(octets)));
    }

    private static String encoded(byte[] octets) {
        return Base64.getEncoder().encodeToString(octets);
    }
}
