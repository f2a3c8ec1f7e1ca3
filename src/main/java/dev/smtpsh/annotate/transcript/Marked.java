package dev.smtpsh.annotate.transcript;

import dev.smtpsh.annotate.quoted.QuotedReply;
import dev.smtpsh.smtp.command.Verb;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * One line of a transcript without the marks of the tool that made it.
 *
 * @param speaker who said it
 * @param text what was said; empty for a remark
 * @param bare whether it had no mark: a list of replies, or telnet and its like
 * @param tls whether the mark says that it went through TLS
 */
record Marked(Speaker speaker, String text, boolean bare, boolean tls) {
    enum Speaker {
        SERVER,
        CLIENT,
        TOOL
    }

    // Longer marks before their beginnings. telnet and openssl s_client have none.
    private static final String[] SERVER = {
        "posttls-finger: < ", "SMTP<< ", "SMTP(TLS)<< ", "<-- ", "<-  ", "<** ", "<~  ", "<~* ", "S: ", "< "
    };
    private static final String[] CLIENT = {
        "posttls-finger: > ", "SMTP>> ", "SMTP|> ", "SMTP+> ", "--> ", "-> ", "~> ", "C: ", "> "
    };

    /** @param quotes whether a line that is neither reply nor command may quote a reply, as those of a mail log do */
    static Marked read(String line, boolean quotes) {
        String trimmed = line.strip();
        for (String mark : SERVER) {
            if (trimmed.startsWith(mark)) {
                String text = trimmed.substring(mark.length());
                return code(text).isPresent()
                        ? new Marked(Speaker.SERVER, text, false, mark.startsWith("<~"))
                        : remark();
            }
        }
        for (String mark : CLIENT) {
            if (trimmed.startsWith(mark)) {
                return new Marked(Speaker.CLIENT, trimmed.substring(mark.length()), false, mark.startsWith("~"));
            }
        }
        Optional<Marked> python = python(trimmed);
        if (python.isPresent()) {
            return python.get();
        }
        if (code(line).isPresent()) {
            return new Marked(Speaker.SERVER, line, true, false);
        }
        if (verb(line)) {
            return new Marked(Speaker.CLIENT, line, true, false);
        }
        boolean quoting = quotes && !line.startsWith("=== ") && !line.startsWith("*** ");
        return quoting && QuotedReply.in(line).isPresent() ? new Marked(Speaker.SERVER, line, true, false) : remark();
    }

    /** The reply code a line begins with, followed by a blank, a hyphen or nothing. */
    static Optional<String> code(String line) {
        boolean digits = line.length() >= 3 && digit(line, 0) && digit(line, 1) && digit(line, 2);
        boolean ended = line.length() == 3 || digits && (line.charAt(3) == ' ' || line.charAt(3) == '-');
        return digits && ended ? Optional.of(line.substring(0, 3)) : Optional.empty();
    }

    // smtplib's set_debuglevel: send: 'ehlo a\r\n' and reply: b'250 ok\r\n'.
    private static Optional<Marked> python(String line) {
        boolean send = line.startsWith("send: ");
        if (!send && !line.startsWith("reply: b")) {
            return Optional.empty();
        }
        int open = line.indexOf('\'') < 0 ? line.indexOf('"') : line.indexOf('\'');
        int close = Math.max(line.lastIndexOf('\''), line.lastIndexOf('"'));
        if (open < 0 || close <= open) {
            return Optional.of(remark());
        }
        String text = unescaped(line.substring(open + 1, close));
        String spoken = text.endsWith("\r\n") ? text.substring(0, text.length() - 2) : text;
        return Optional.of(new Marked(send ? Speaker.CLIENT : Speaker.SERVER, spoken, false, false));
    }

    // As repr() of Python writes str and bytes; \xNN are octets of UTF-8.
    private static String unescaped(String text) {
        ByteArrayOutputStream plain = new ByteArrayOutputStream(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean escape = c == '\\' && i + 1 < text.length();
            char next = escape ? text.charAt(++i) : c;
            if (escape && next == 'x' && i + 2 < text.length() && hex(text, i + 1) && hex(text, i + 2)) {
                plain.write(Integer.parseInt(text.substring(i + 1, i + 3), 16));
                i += 2;
            } else {
                char meant = escape ? (next == 'r' ? '\r' : next == 'n' ? '\n' : next == 't' ? '\t' : next) : c;
                plain.writeBytes(String.valueOf(meant).getBytes(StandardCharsets.UTF_8));
            }
        }
        return plain.toString(StandardCharsets.UTF_8);
    }

    private static boolean hex(String text, int at) {
        return Character.digit(text.charAt(at), 16) >= 0 && text.charAt(at) < 128;
    }

    private static boolean verb(String line) {
        int end = 0;
        while (end < line.length() && line.charAt(end) > ' ') {
            end++;
        }
        // msmtp tells its settings: "auth = none".
        return Verb.named(line.substring(0, end)).isPresent() && !line.startsWith(" = ", end);
    }

    private static Marked remark() {
        return new Marked(Speaker.TOOL, "", true, false);
    }

    private static boolean digit(String line, int at) {
        return line.charAt(at) >= '0' && line.charAt(at) <= '9';
    }
}
