package dev.smtpsh.terminal;

import java.time.Instant;

/**
 * A line that was typed once.
 *
 * @param host the server that lines went to then; empty text if there was none
 * @param line may be several, of one paste
 */
record Recalled(Instant at, String host, String line) {
    private static final String FIELD = "\t";

    /** As one line of a file. */
    String written() {
        return at.toEpochMilli()
                + FIELD
                + host.replace(FIELD, " ")
                + FIELD
                + line.replace("\\", "\\\\").replace("\n", "\\n").replace("\r", "\\r");
    }

    /** Reads what {@link #written()} wrote; a line that is something else is a line typed once, nobody knows where. */
    static Recalled read(String written) {
        String[] fields = written.split(FIELD, 3);
        boolean whole = fields.length == 3 && fields[0].matches("[0-9]{1,18}");
        return whole
                ? new Recalled(Instant.ofEpochMilli(Long.parseLong(fields[0])), fields[1], unescaped(fields[2]))
                : new Recalled(Instant.EPOCH, "", written);
    }

    private static String unescaped(String text) {
        StringBuilder plain = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c != '\\' || i + 1 == text.length()) {
                plain.append(c);
            } else {
                char next = text.charAt(++i);
                plain.append(next == 'n' ? '\n' : next == 'r' ? '\r' : next);
            }
        }
        return plain.toString();
    }
}
