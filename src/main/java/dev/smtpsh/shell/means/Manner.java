package dev.smtpsh.shell.means;

import dev.smtpsh.render.transcript.Redaction;

/**
 * How careful the operator wants to be.
 *
 * @param delivers whether DATA, BDAT and BURL may go out at all ({@code --no-deliver})
 * @param confirmsDelivery whether a message to real recipients is asked about once
 * @param redaction what a saved transcript leaves out
 */
public record Manner(boolean delivers, boolean confirmsDelivery, Redaction redaction) {
    public static final Manner DEFAULT = new Manner(true, true, Redaction.SECRETS);
}
