package dev.smtpsh.smtp.command;

/**
 * A place in a typed line that breaks the grammar. It is advice: the line is sent all the same.
 *
 * @param from index of the first wrong octet in the line
 * @param to index after the last one; at least {@code from}
 * @param words what is wrong there and how it ought to be, as half a sentence
 * @param mended the whole line as it ought to be, one character for each octet, or empty if that cannot be told
 */
public record Slip(int from, int to, String words, String mended) {
    /** A slip in a part of a line, as a slip in the whole line. */
    Slip within(String line, int start, int end) {
        String whole = mended.isEmpty() ? "" : line.substring(0, start) + mended + line.substring(end);
        return new Slip(start + from, start + to, words, whole);
    }
}
