package dev.smtpsh.render.anatomy;

/** A digit or number of a code, and what it says. */
public record Part(String number, String words) {
    @Override
    public String toString() {
        return number + " = " + words;
    }
}
