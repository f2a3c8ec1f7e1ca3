package dev.smtpsh.session.login;

import dev.smtpsh.sasl.KnownMechanism;
import dev.smtpsh.session.Session;
import dev.smtpsh.smtp.command.Command;
import dev.smtpsh.smtp.command.Verb;
import dev.smtpsh.smtp.extension.Extension;
import dev.smtpsh.tls.HandshakeReport;
import java.util.Optional;

/**
 * Who could read a secret that is about to go out.
 *
 * @param cleartext whether there is no encryption; otherwise nothing proves who is there
 * @param secret such as {@code the password}
 * @param why a sentence
 * @param mend the better way, a sentence
 * @param question whether to do it all the same
 */
public record Exposure(boolean cleartext, String secret, String why, String mend, String question) {
    /** What a mechanism would expose on this connection; empty if nothing. */
    public static Optional<Exposure> of(Session session, KnownMechanism mechanism) {
        return mechanism.shows().flatMap(secret -> of(session, secret));
    }

    /** What a typed line would expose. */
    public static Optional<Exposure> of(Session session, Command.Line line) {
        if (line.verb().filter(Verb.AUTH::equals).isEmpty()) {
            return Optional.empty();
        }
        String[] words = line.redacted().latin1().strip().split("\\s+");
        Optional<KnownMechanism> mechanism = words.length > 1 ? KnownMechanism.named(words[1]) : Optional.empty();
        return mechanism.flatMap(known -> of(session, known));
    }

    private static Optional<Exposure> of(Session session, String secret) {
        if (!session.state().secured()) {
            boolean offered = session.state().offers(Extension.STARTTLS);
            return Optional.of(new Exposure(
                    true,
                    secret,
                    "This connection is not encrypted: whoever listens on the way reads " + secret
                            + ". Base64 hides nothing.",
                    offered
                            ? "STARTTLS encrypts first: type STARTTLS, then EHLO, then log in."
                            : "STARTTLS would encrypt first, but is not offered here; port 465 or 587 may do better.",
                    "Send " + secret + " in the clear all the same?"));
        }
        boolean doubtful = session.tls()
                .filter(HandshakeReport::complete)
                .filter(report -> !report.trusted())
                .isPresent();
        return doubtful
                ? Optional.of(new Exposure(
                        false,
                        secret,
                        "The certificate does not prove who is there, so " + secret + " may go to somebody else.",
                        "tls tells what is wrong with the certificate.",
                        "Send " + secret + " all the same?"))
                : Optional.empty();
    }
}
