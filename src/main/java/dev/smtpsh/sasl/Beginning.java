package dev.smtpsh.sasl;

/** Whether a login can begin with the credentials at hand. */
public sealed interface Beginning {
    record Ready(Mechanism mechanism) implements Beginning {}

    /**
     * The user name or the password cannot be said in this mechanism.
     *
     * @param why a sentence without full stop; never holds the password
     */
    record Unfit(String why) implements Beginning {}
}
