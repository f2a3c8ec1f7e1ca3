package dev.smtpsh.annotate.quoted;

/** A reply of several lines that a log or a bounce has joined to one: {@code 550-5.7.1 a 550 5.7.1 b}. */
final class JoinedReply {
    private JoinedReply() {}

    /** The lines, joined by line feeds; the text itself if it is a single line. */
    static String apart(String reply) {
        if (reply.length() < 4 || reply.charAt(3) != '-') {
            return reply;
        }
        String code = reply.substring(0, 3);
        StringBuilder apart = new StringBuilder(reply.length());
        int from = 0;
        int at = reply.indexOf(code, 1);
        while (at >= 0 && reply.charAt(from + 3) == '-') {
            int end = at + 3;
            boolean parted = end < reply.length() && (reply.charAt(end) == '-' || reply.charAt(end) == ' ');
            if (parted && blank(reply.charAt(at - 1))) {
                apart.append(reply.substring(from, at).strip()).append('\n');
                from = at;
            }
            at = reply.indexOf(code, at + 1);
        }
        return apart.append(reply, from, reply.length()).toString();
    }

    private static boolean blank(char c) {
        return c == ' ' || c == '\t' || c == '\r' || c == '\n';
    }
}
