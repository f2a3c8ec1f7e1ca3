package dev.smtpsh.annotate.transcript;

/** A reply of several lines that a log or a bounce has joined to one: {@code 550-5.7.1 a 550 5.7.1 b}. */
final class JoinedReply {
    private JoinedReply() {}

    /** The lines, joined by line feeds; the text itself if it is a single line. */
    static String apart(String line) {
        if (line.length() < 4 || line.charAt(3) != '-') {
            return line;
        }
        String code = " " + line.substring(0, 3);
        StringBuilder apart = new StringBuilder(line.length());
        int from = 0;
        for (int at = line.indexOf(code); at >= 0; at = line.indexOf(code, at + 1)) {
            int end = at + code.length();
            if (end < line.length() && (line.charAt(end) == '-' || line.charAt(end) == ' ')) {
                apart.append(line, from, at).append('\n');
                from = at + 1;
            }
        }
        return apart.append(line, from, line.length()).toString();
    }
}
