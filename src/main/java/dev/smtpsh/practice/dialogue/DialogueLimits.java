package dev.smtpsh.practice.dialogue;

import java.time.Duration;

/**
 * How much one conversation may ask of the server.
 *
 * @param commandLine octets of a command line with its CRLF (RFC 5321 4.5.3.1.4)
 * @param envelopeLine the same for MAIL and RCPT, where extensions add to the 512 (RFC 5321 4.1.1.11)
 * @param loginLine the same for AUTH and its answers (RFC 4954 4: at least 12288)
 * @param textLine octets of a message's line with its CRLF (RFC 5321 4.5.3.1.6)
 * @param message octets of a message where SIZE does not say less
 * @param chunk octets one BDAT may announce; more is not even read and thrown away
 * @param recipients of one message (RFC 5321 4.5.3.1.8: at least 100)
 * @param mistakes after which the server hangs up, so that no client can go round for ever
 * @param idle how long to wait for the next line (RFC 5321 4.5.3.2.7: at least 5 minutes)
 */
public record DialogueLimits(
        int commandLine,
        int envelopeLine,
        int loginLine,
        int textLine,
        int message,
        long chunk,
        int recipients,
        int mistakes,
        Duration idle) {
    public static final DialogueLimits DEFAULT = new DialogueLimits(
            512, 2048, 12288, 1000, 10 * 1024 * 1024, 256L * 1024 * 1024, 100, 100, Duration.ofMinutes(5));
}
