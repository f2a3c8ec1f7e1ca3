package dev.smtpsh.sasl;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/** What a challenge of a mechanism without questions means, in words; nothing secret is among them. */
public final class ChallengeReading {
    private ChallengeReading() {}

    /** A sentence about a challenge; empty where the challenge is a question that can be read as it is. */
    public static Optional<String> of(String mechanism, byte[] challenge) {
        String name = mechanism.toUpperCase(Locale.ROOT);
        if (name.equals("CRAM-MD5") && challenge.length > 0) {
            return Optional.of("It gives a text to be hashed with the password.");
        }
        if (!name.startsWith("SCRAM-") || challenge.length == 0) {
            return Optional.empty();
        }
        String text = new String(challenge, StandardCharsets.UTF_8);
        if (text.startsWith("v=")) {
            return Optional.of("It says that it has proved itself (v=***); an empty line ends the login.");
        }
        return ServerFirst.read(text).map(ChallengeReading::words);
    }

    private static String words(ServerFirst first) {
        String count = first.iterations() < 0 ? "more than 999999999" : Integer.toString(first.iterations());
        return "It sends a nonce of " + first.nonce().length() + " characters (r), a salt of " + first.salt().length
                + " octets (s) and wants " + count + " rounds of hashing (i).";
    }
}
