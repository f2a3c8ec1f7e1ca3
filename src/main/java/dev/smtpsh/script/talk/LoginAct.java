package dev.smtpsh.script.talk;

import dev.smtpsh.sasl.Beginning;
import dev.smtpsh.sasl.Credentials;
import dev.smtpsh.sasl.KnownMechanism;
import dev.smtpsh.sasl.Mechanism;
import dev.smtpsh.script.syntax.Expectation;
import dev.smtpsh.session.Exchange;
import dev.smtpsh.session.Failure;
import dev.smtpsh.session.Outcome;
import dev.smtpsh.session.Session;
import dev.smtpsh.session.login.Exposure;
import dev.smtpsh.session.login.Login;
import dev.smtpsh.session.login.LoginResult;
import dev.smtpsh.smtp.Octets;
import dev.smtpsh.smtp.state.Stage;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Logs in by a mechanism.
 *
 * @param disclosure whether it is done where somebody else could read the password
 * @param mechanism the best on offer if none is named
 * @param between is given the exchanges before the last one
 */
public record LoginAct(
        Voice voice,
        Disclosure disclosure,
        Optional<String> mechanism,
        String user,
        String password,
        Consumer<Exchange> between)
        implements Act {
    // A multiple of three, so that base64 has no filling at its end.
    private static final int CHANCE = 18;

    @Override
    public String words() {
        return "auth " + mechanism.map(name -> name + " ").orElse("") + user + " ***";
    }

    @Override
    public Optional<Expectation> usual() {
        return Optional.of(Expectation.of("235"));
    }

    @Override
    public Outcome make(Optional<Duration> limit) {
        Outcome outcome = voice.with(Stage.AUTH, this::login);
        if (outcome instanceof Outcome.Answered answered) {
            voice.journal().keep(answered.exchange(), () -> make(Optional.empty()));
        }
        return outcome;
    }

    private Outcome login(Session session) {
        Optional<String> name = mechanism.or(() -> session.state().capabilities().mechanisms().stream()
                .sorted(KnownMechanism.bestFirst())
                .filter(each -> KnownMechanism.named(each)
                        .filter(KnownMechanism::spoken)
                        .isPresent())
                .findFirst());
        Optional<KnownMechanism> known = name.flatMap(KnownMechanism::named);
        if (known.isEmpty()) {
            return failed(
                    Failure.Blame.US,
                    name.map(word -> "smtpsh knows no mechanism " + word)
                            .orElse("no mechanism on offer is one that smtpsh speaks"),
                    "",
                    "AUTH in capitals sends what you write, whatever the mechanism.");
        }
        Optional<Exposure> exposure = Exposure.of(session, known.get()).filter(disclosure::forbids);
        if (exposure.isPresent()) {
            return exposed(exposure.get());
        }
        Beginning beginning = known.get().begin(new Credentials(user, password.toCharArray()), chance());
        if (beginning instanceof Beginning.Unfit unfit) {
            return failed(
                    Failure.Blame.US,
                    "cannot log in by " + known.get().word() + ": " + unfit.why(),
                    "",
                    "Try another mechanism.");
        }
        List<Outcome> told = new ArrayList<>();
        try (Mechanism begun = ((Beginning.Ready) beginning).mechanism()) {
            return result(new Login(session, told::add).run(begun), told);
        }
    }

    private Outcome result(LoginResult result, List<Outcome> told) {
        for (Outcome outcome : told.subList(0, told.size() - 1)) {
            if (outcome instanceof Outcome.Answered answered) {
                between.accept(answered.exchange());
            }
        }
        if (result instanceof LoginResult.Unproven unproven) {
            return failed(
                    Failure.Blame.THEM,
                    "the server says 235, which proves nothing: " + unproven.missing(),
                    "",
                    "Do not trust it with mail. Check that this is the right server.");
        }
        if (result instanceof LoginResult.GivenUp givenUp) {
            return failed(
                    Failure.Blame.THEM,
                    "the login was given up: " + givenUp.why(),
                    "",
                    "Try another mechanism, or tell the server's admin.");
        }
        return voice.came(told.get(told.size() - 1));
    }

    private Outcome exposed(Exposure exposure) {
        String option = exposure.cleartext() ? "--yes" : "--insecure";
        return failed(
                Failure.Blame.US,
                "not logged in: " + exposure.secret() + " would be exposed",
                exposure.why(),
                exposure.mend() + " " + option + " sends it all the same.");
    }

    private Outcome failed(Failure.Blame blame, String what, String why, String mend) {
        return voice.came(new Outcome.Failed(new Failure(
                Failure.Kind.PROTOCOL,
                Stage.AUTH,
                blame,
                what,
                why,
                mend,
                Optional.empty(),
                Octets.EMPTY,
                Optional.empty())));
    }

    private static String chance() {
        byte[] octets = new byte[CHANCE];
        new SecureRandom().nextBytes(octets);
        return Base64.getEncoder().encodeToString(octets);
    }

    /** Without the password. */
    @Override
    public String toString() {
        return words();
    }
}
