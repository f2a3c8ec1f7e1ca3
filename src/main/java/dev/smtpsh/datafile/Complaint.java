package dev.smtpsh.datafile;

/**
 * What is wrong in a data file.
 *
 * @param title what is wrong
 * @param mend how to put it right
 */
public record Complaint(Place where, String title, String mend) {
    @Override
    public String toString() {
        return where + ": error: " + title + (mend.isEmpty() ? "" : "; " + mend);
    }
}
