package dev.smtpsh.config.file;

/** A value between double quotes, in which a backslash takes the next sign as it is. */
final class Quoting {
    private Quoting() {}

    /** A value as it is written: in quotes if it must be. */
    static String quoted(String value) {
        boolean plain = value.equals(value.strip())
                && !value.startsWith("\"")
                && !value.startsWith("#")
                && !value.contains(" #")
                && !value.contains("\t#");
        return plain ? value : "\"" + value.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }

    /**
     * What stands behind the equals sign.
     *
     * @param value without quotes and comment
     * @param column of the value's first sign in its line, from 1
     * @param trouble why it cannot be read; empty text if it can
     */
    record Read(String value, int column, String trouble) {}

    /**
     * Reads a value.
     *
     * @param from where to begin
     */
    static Read read(String line, int from) {
        int begin = from;
        while (begin < line.length() && blank(line.charAt(begin))) {
            begin++;
        }
        boolean quoted = begin < line.length() && line.charAt(begin) == '"';
        return quoted ? quoted(line, begin) : plain(line, begin);
    }

    private static Read plain(String line, int begin) {
        int end = begin;
        while (end < line.length() && !comment(line, end)) {
            end++;
        }
        return new Read(line.substring(begin, end).strip(), begin + 1, "");
    }

    private static boolean comment(String line, int at) {
        return line.charAt(at) == '#' && (at == 0 || blank(line.charAt(at - 1)) || line.charAt(at - 1) == '=');
    }

    private static Read quoted(String line, int begin) {
        StringBuilder value = new StringBuilder();
        for (int i = begin + 1; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == '"') {
                String rest = line.substring(i + 1).strip();
                boolean over = rest.isEmpty() || rest.startsWith("#");
                return over
                        ? new Read(value.toString(), begin + 1, "")
                        : new Read("", i + 2, "Something follows the closing quote");
            }
            boolean escape = c == '\\' && i + 1 < line.length();
            value.append(escape ? line.charAt(++i) : c);
        }
        return new Read("", begin + 1, "The opening quote is never closed");
    }

    static boolean blank(char c) {
        return c == ' ' || c == '\t';
    }
}
