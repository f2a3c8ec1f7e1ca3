package dev.smtpsh.config;

/**
 * Something wrong with a setting.
 *
 * @param fatal whether smtpsh had better not go on; otherwise the setting is left out
 * @param where file, line and column, a variable or a flag
 * @param what half a sentence
 * @param why half a sentence
 * @param mend a sentence
 */
public record Slip(boolean fatal, String where, String what, String why, String mend) {
    /** All of it in one line. */
    public String words() {
        return where + ": " + what + ". " + why + ". " + mend;
    }
}
