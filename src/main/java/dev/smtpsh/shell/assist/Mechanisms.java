package dev.smtpsh.shell.assist;

import java.util.Comparator;
import java.util.List;

/** What one ought to think of the mechanisms for AUTH. */
final class Mechanisms {
    // Best first: those that never show the password, then those that are fine inside TLS, then the old ones.
    private static final List<String> ORDER = List.of(
            "SCRAM-SHA-512-PLUS",
            "SCRAM-SHA-256-PLUS",
            "SCRAM-SHA-1-PLUS",
            "SCRAM-SHA-512",
            "SCRAM-SHA-256",
            "SCRAM-SHA-1",
            "OAUTHBEARER",
            "XOAUTH2",
            "EXTERNAL",
            "GSSAPI",
            "PLAIN",
            "LOGIN",
            "CRAM-MD5",
            "DIGEST-MD5",
            "NTLM",
            "ANONYMOUS");

    static final Comparator<String> BEST_FIRST = Comparator.comparingInt(Mechanisms::rank);

    private Mechanisms() {}

    static String judgement(String name, boolean secured) {
        if (name.startsWith("SCRAM-")) {
            return "good: the password is never sent";
        }
        return switch (name) {
            case "PLAIN", "LOGIN" -> secured ? "ok under TLS" : "shows the password: STARTTLS first";
            case "XOAUTH2", "OAUTHBEARER" ->
                secured ? "a token instead of a password" : "shows the token: STARTTLS first";
            case "CRAM-MD5", "DIGEST-MD5", "NTLM" -> "old";
            case "EXTERNAL" -> "by client certificate";
            case "GSSAPI" -> "by Kerberos";
            case "ANONYMOUS" -> "no login at all";
            default -> "not known to smtpsh";
        };
    }

    private static int rank(String name) {
        int at = ORDER.indexOf(name);
        return at < 0 ? ORDER.size() : at;
    }
}
