package dev.smtpsh.shell.means;

/**
 * How careful the operator wants to be.
 *
 * @param delivers whether DATA, BDAT and BURL may go out at all ({@code --no-deliver})
 * @param confirmsDelivery whether a message to real recipients is asked about once
 */
public record Manner(boolean delivers, boolean confirmsDelivery) {
    public static final Manner DEFAULT = new Manner(true, true);
}
