package dev.smtpsh.practice.dialogue;

import dev.smtpsh.practice.fault.Answer;
import dev.smtpsh.practice.login.Login;
import dev.smtpsh.practice.scenario.Scenario;
import dev.smtpsh.smtp.Octets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/** AUTH and the answers to its challenges (RFC 4954 4, 6). */
final class LoginRules {
    private static final Answer BROKEN =
            Answer.of(501, "5.5.2", "The response cannot be read: not base64, or incomplete");

    private final Conversation talk;
    private final Surroundings around;

    LoginRules(Conversation talk, Surroundings around) {
        this.talk = talk;
        this.around = around;
    }

    /** AUTH; the ruling is the first challenge or, after an initial response, already the verdict. */
    Ruling auth(Asked asked) {
        List<String> words = List.of(asked.argument().split(" +"));
        Optional<Answer> objection = order(words);
        if (objection.isPresent()) {
            return Ruling.objection(objection.get());
        }
        Login login = named(words.get(0)).orElseThrow();
        if (words.size() > 1 && !login.clientMayBegin()) {
            return Ruling.objection(Answer.of(501, "5.7.0", "With this mechanism the server begins"));
        }
        return words.size() == 1
                ? challenge(login, login.first())
                : response(login, words.get(1)).orElse(() -> talk.ask(login));
    }

    /** A line after a challenge. */
    Ruling answer(String line) {
        Login login = talk.login().orElseThrow();
        talk.endLogin();
        Ruling ruling = line.equals("*")
                ? Ruling.objection(Answer.of(501, "5.7.0", "Authentication cancelled"))
                : response(login, line);
        return ruling.orElse(() -> talk.ask(login));
    }

    private Optional<Answer> order(List<String> words) {
        boolean secured = talk.secured();
        if (talk.offers().mechanisms(secured).isEmpty()) {
            boolean later = !secured && !talk.offers().mechanisms(true).isEmpty();
            // RFC 4954 6: 538 where encryption is what is missing.
            return Optional.of(
                    later
                            ? Answer.of(538, "5.7.11", "Encryption required: send STARTTLS first")
                            : Answer.of(502, "5.5.1", "AUTH is not offered here"));
        }
        if (!talk.greeted() || talk.user().isPresent() || talk.transaction().isPresent()) {
            String why = !talk.greeted()
                    ? "Send EHLO first"
                    : talk.user().isPresent() ? "Logged in already" : "Not within a mail transaction";
            return Optional.of(Answer.of(503, "5.5.1", why));
        }
        if (words.get(0).isEmpty() || words.size() > 2) {
            return Optional.of(Answer.of(501, "5.5.4", "AUTH wants a mechanism and at most one initial response"));
        }
        boolean offered = talk.offers().mechanisms(secured).stream().anyMatch(words.get(0)::equalsIgnoreCase);
        return offered && named(words.get(0)).isPresent()
                ? Optional.empty()
                : Optional.of(Answer.of(504, "5.5.4", "This mechanism is not offered"));
    }

    private Ruling response(Login login, String encoded) {
        Optional<Octets> decoded = decode(encoded);
        if (decoded.isEmpty()) {
            return Ruling.objection(BROKEN);
        }
        Login.Step step = login.answer(decoded.get());
        if (step instanceof Login.Ask ask) {
            return challenge(login, ask.challenge());
        }
        return step instanceof Login.Verdict verdict ? verdict(verdict) : Ruling.objection(BROKEN);
    }

    private Ruling challenge(Login login, Octets challenge) {
        String text = Base64.getEncoder().encodeToString(challenge.toByteArray());
        return Ruling.answer(Answer.plain(334, text), () -> talk.ask(login));
    }

    private Optional<Login> named(String mechanism) {
        Scenario scenario = talk.scenario();
        return Login.named(
                mechanism, new Login.Server(scenario.host(), scenario.residents()::passwordOf, around::chance));
    }

    private Ruling verdict(Login.Verdict verdict) {
        Answer answer = verdict.right()
                ? Answer.of(235, "2.7.0", "Authentication successful")
                : Answer.of(535, "5.7.8", "Authentication credentials invalid");
        return Ruling.answer(answer, () -> {
            talk.loggedIn(verdict.user());
            around.loggedIn(verdict.user());
        });
    }

    // RFC 4954 4: a single "=" is an empty initial response.
    private static Optional<Octets> decode(String encoded) {
        try {
            return Optional.of(
                    encoded.equals("=")
                            ? Octets.EMPTY
                            : Octets.of(Base64.getDecoder().decode(encoded)));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
