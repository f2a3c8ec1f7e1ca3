package dev.smtpsh.shell.means;

/**
 * When TLS begins without being typed.
 *
 * @param automatic whether EHLO and STARTTLS are said at once ({@code --starttls})
 * @param required whether the conversation ends where TLS does not come about ({@code --require-tls})
 * @param proven whether it also ends where the certificate does not prove who is there
 */
public record Upgrade(boolean automatic, boolean required, boolean proven) {
    public static final Upgrade BY_HAND = new Upgrade(false, false, false);
}
