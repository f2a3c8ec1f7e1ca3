package dev.smtpsh.shell.login;

import dev.smtpsh.sasl.Beginning;
import dev.smtpsh.sasl.Credentials;
import dev.smtpsh.sasl.KnownMechanism;
import dev.smtpsh.sasl.Mechanism;
import dev.smtpsh.session.Exchange;
import dev.smtpsh.session.Outcome;
import dev.smtpsh.session.Session;
import dev.smtpsh.session.login.Exposure;
import dev.smtpsh.session.login.Login;
import dev.smtpsh.session.login.LoginResult;
import dev.smtpsh.shell.ask.Questions;
import dev.smtpsh.shell.ask.Questions.Reach;
import dev.smtpsh.shell.face.Face;
import dev.smtpsh.smtp.Octets;
import dev.smtpsh.smtp.command.Command;
import dev.smtpsh.smtp.command.Verb;
import dev.smtpsh.smtp.extension.Extension;
import dev.smtpsh.smtp.state.Advice;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Logs in for the operator, and looks after what the operator types to log in. */
public final class Logins {
    // A multiple of three, so that base64 has no filling at its end.
    private static final int CHANCE = 18;

    private final Keyring keyring;
    private final Questions questions;
    private final Face face;
    private final Caution caution;
    private final Kept kept = new Kept();
    private Optional<String> user = Optional.empty();

    public Logins(Keyring keyring, Questions questions, Face face, Caution caution) {
        this.caution = caution;
        this.keyring = keyring;
        this.questions = questions;
        this.face = face;
    }

    /** Whether a line may go out: at the prompt one is asked before a secret is exposed, elsewhere only told. */
    public boolean mayGo(Session session, Command.Line line) {
        Optional<Exposure> exposure = Exposure.of(session, line).filter(this::minded);
        if (exposure.isEmpty()) {
            return true;
        }
        if (questions.reach() != Reach.PROMPT) {
            face.note(exposure.get().why() + " Sent as it stands.");
            return true;
        }
        return consented(exposure.get());
    }

    /** What goes out for an answer to a challenge that was typed. */
    public Command.AuthAnswer answer(Session session, Octets typed) {
        if (questions.reach() != Reach.PROMPT) {
            return TypedAnswer.asItStands(typed).command();
        }
        TypedAnswer answer = TypedAnswer.encoded(typed, session.state().login().orElse(""));
        if (answer.twice()) {
            face.note("What you typed looks like base64 and was put into base64 once more; raw TEXT sends TEXT as it "
                    + "stands.");
        }
        return answer.command();
    }

    private boolean minded(Exposure exposure) {
        return exposure.cleartext() ? caution.asksBeforeCleartext() : caution.wantsProof();
    }

    /** Whose login was tried last. */
    public Optional<String> user() {
        return user;
    }

    /** Whose login at this server would need no question. */
    public Optional<String> kept(Session session) {
        forgetUnlessKept();
        return kept.user(session);
    }

    /** Wipes the passwords that were kept, unless they still are to be. */
    public void forgetUnlessKept() {
        if (!caution.keepsLogin()) {
            kept.forgetAll();
        }
    }

    /** Wipes them in any case. */
    public void forget() {
        kept.forgetAll();
    }

    /** Whether the answer to what the server asked last must not be seen while it is typed. */
    public static boolean secret(Optional<Exchange> last) {
        return TypedAnswer.secret(last);
    }

    /**
     * Does what {@code auth} asks for.
     *
     * @param told is given what comes of each line that is sent
     * @return why it did not come about, unless the server's replies say it
     */
    public Optional<Trouble> run(Optional<Session> open, String argument, Consumer<Outcome> told) {
        Wish wish = Wish.read(argument);
        if (wish.trouble().isPresent()) {
            return wish.trouble();
        }
        return open.map(session -> run(session, wish, told))
                .orElseGet(() -> Optional.of(
                        Trouble.usage("not connected", "There is nobody to log in to", "Type open HOST first.")));
    }

    private Optional<Trouble> run(Session session, Wish wish, Consumer<Outcome> told) {
        Optional<String> advice = session.state().adviceFor(Verb.AUTH).map(Advice::words);
        if (advice.isPresent() && wish.mechanism().isEmpty()) {
            return Optional.of(unready(session, advice.get()));
        }
        Optional<KnownMechanism> chosen = wish.mechanism().or(() -> best(session));
        if (chosen.isEmpty() || !chosen.get().spoken()) {
            return Optional.of(unspoken(session, chosen));
        }
        say(session, chosen.get(), advice);
        Optional<Exposure> exposure = Exposure.of(session, chosen.get()).filter(this::minded);
        if (exposure.isPresent() && !consented(exposure.get())) {
            return exposed(exposure.get());
        }
        return login(session, chosen.get(), wish.user(), told);
    }

    private Optional<KnownMechanism> best(Session session) {
        return session.state().capabilities().mechanisms().stream()
                .sorted(KnownMechanism.bestFirst())
                .flatMap(name -> KnownMechanism.named(name).stream())
                .filter(KnownMechanism::spoken)
                .findFirst();
    }

    private void say(Session session, KnownMechanism chosen, Optional<String> advice) {
        boolean offered = session.state().capabilities().mechanisms().contains(chosen.word());
        String order = advice.or(() -> offered ? Optional.empty() : Optional.of("not offered by this server"))
                .map(words -> "AUTH " + chosen.word() + ": " + words + ". Sent all the same.")
                .orElseGet(() -> "Logging in by " + chosen.word() + " ("
                        + chosen.judgement(session.state().secured()) + ").");
        face.note(order);
    }

    private boolean consented(Exposure exposure) {
        if (questions.reach() != Reach.NOBODY) {
            face.note(exposure.why() + "\n" + exposure.mend());
        }
        boolean consent = questions.confirm(exposure.question(), false);
        if (!consent && questions.reach() != Reach.NOBODY) {
            face.note("Nothing was sent.");
        }
        return consent;
    }

    private Optional<Trouble> exposed(Exposure exposure) {
        return questions.reach() == Reach.PROMPT
                ? Optional.empty()
                : Optional.of(Trouble.missing(
                        "not logged in: " + exposure.secret() + " would be exposed",
                        exposure.why(),
                        exposure.mend() + " --yes sends it all the same."));
    }

    private Optional<Trouble> login(
            Session session, KnownMechanism chosen, Optional<String> wished, Consumer<Outcome> told) {
        String host = session.target().name();
        Optional<String> user = wished.or(() -> kept(session))
                .or(() -> keyring.user(host))
                .or(() -> questions.line("User on " + host + ": "))
                .filter(name -> !name.isEmpty());
        if (user.isEmpty()) {
            return Optional.of(notGiven("user name", "--user NAME"));
        }
        Optional<Credentials> before = kept.login(session, user.get());
        if (before.isPresent()) {
            return login(session, chosen, before.get(), told);
        }
        Keyring.Found found = keyring.password(host, user.get());
        if (found instanceof Keyring.NotReadable unreadable) {
            return Optional.of(unreadable.trouble());
        }
        Optional<char[]> password = found instanceof Keyring.Password known
                ? Optional.of(known.characters())
                : questions.secret("Password for " + user.get() + " on " + host + ": ");
        return password.isEmpty()
                ? Optional.of(notGiven("password", "--password-file FILE, --password-command CMD or --netrc"))
                : login(session, chosen, new Credentials(user.get(), password.get()), told);
    }

    private Optional<Trouble> login(
            Session session, KnownMechanism chosen, Credentials credentials, Consumer<Outcome> told) {
        user = Optional.of(credentials.user());
        try (credentials) {
            Beginning beginning = chosen.begin(credentials, chance());
            if (beginning instanceof Beginning.Unfit unfit) {
                return Optional.of(
                        Trouble.usage("cannot log in by " + chosen.word(), unfit.why(), "Try another mechanism."));
            }
            try (Mechanism mechanism = ((Beginning.Ready) beginning).mechanism()) {
                LoginResult result = new Login(session, outcome -> tell(outcome, told)).run(mechanism);
                remember(session, credentials, result);
                return trouble(result);
            }
        }
    }

    private void remember(Session session, Credentials credentials, LoginResult result) {
        if (result instanceof LoginResult.Accepted && caution.keepsLogin()) {
            kept.keep(session, credentials);
        } else if (!(result instanceof LoginResult.Broken)) {
            kept.forget(session);
        }
    }

    private void tell(Outcome outcome, Consumer<Outcome> told) {
        if (outcome instanceof Outcome.Answered answered) {
            answered.exchange().command().ifPresent(face::spoken);
        }
        told.accept(outcome);
    }

    private static Optional<Trouble> trouble(LoginResult result) {
        if (result instanceof LoginResult.GivenUp givenUp) {
            return Optional.of(Trouble.protocol(
                    "the login was given up",
                    givenUp.why(),
                    givenUp.dropped()
                            ? "It asked on even after *, so the connection was dropped. Tell the server's admin."
                            : "Nothing is logged in. Try another mechanism, or tell the server's admin."));
        }
        if (result instanceof LoginResult.Unproven unproven) {
            return Optional.of(Trouble.protocol(
                    "the server says you are logged in, which proves nothing",
                    unproven.missing(),
                    "Do not trust it with mail. Check that this is the right server."));
        }
        return Optional.empty();
    }

    private Trouble notGiven(String what, String option) {
        String why = questions.reach() == Reach.NOBODY ? "Nobody can be asked for it" : "It was not given";
        return Trouble.missing("not logged in: no " + what, why, "Give it when asked, or by " + option + ".");
    }

    private static Trouble unready(Session session, String advice) {
        boolean later = !session.state().secured() && session.state().offers(Extension.STARTTLS);
        boolean unoffered = !session.state().offers(Extension.AUTH)
                && session.state().helloName().isPresent();
        return new Trouble(
                unoffered ? Trouble.Kind.MISSING : Trouble.Kind.USAGE,
                unoffered ? "not logged in: AUTH is not offered" : "auth is out of order: " + advice,
                later && unoffered ? "Many servers offer it only inside TLS" : "Nothing was sent",
                later && unoffered
                        ? "Type STARTTLS, then EHLO, then auth."
                        : "auth MECHANISM tries all the same, such as auth PLAIN.");
    }

    private static Trouble unspoken(Session session, Optional<KnownMechanism> chosen) {
        List<String> offered = session.state().capabilities().mechanisms();
        return Trouble.missing(
                "not logged in: "
                        + chosen.map(known -> "smtpsh does not speak " + known.word() + " yet")
                                .orElse("no mechanism on offer is one that smtpsh speaks"),
                offered.isEmpty() ? "None is offered" : "On offer: " + String.join(", ", offered),
                "AUTH in capitals sends what you type, whatever the mechanism.");
    }

    private static String chance() {
        byte[] octets = new byte[CHANCE];
        new SecureRandom().nextBytes(octets);
        return Base64.getEncoder().encodeToString(octets);
    }
}
