package dev.smtpsh.shell.login;

import dev.smtpsh.sasl.Credentials;
import dev.smtpsh.session.Session;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Logins that were accepted, for as long as the operator wants them kept; in memory alone. */
final class Kept {
    // By host and port: a password is for nobody else.
    private final Map<String, Credentials> logins = new HashMap<>();

    void keep(Session session, Credentials credentials) {
        Credentials copy = credentials.copy();
        forget(session);
        logins.put(place(session), copy);
    }

    /** Whose login is kept for a server. */
    Optional<String> user(Session session) {
        return Optional.ofNullable(logins.get(place(session))).map(Credentials::user);
    }

    /** A copy; whoever asked closes it. */
    Optional<Credentials> login(Session session, String user) {
        return Optional.ofNullable(logins.get(place(session)))
                .filter(login -> login.user().equals(user))
                .map(Credentials::copy);
    }

    void forget(Session session) {
        Optional.ofNullable(logins.remove(place(session))).ifPresent(Credentials::close);
    }

    void forgetAll() {
        logins.values().forEach(Credentials::close);
        logins.clear();
    }

    private static String place(Session session) {
        return session.target().name() + ":" + session.target().port();
    }
}
