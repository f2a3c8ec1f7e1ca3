package dev.smtpsh.shell.draft;

import dev.smtpsh.smtp.Octets;
import dev.smtpsh.smtp.command.Command;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;

/** A message being written, in the octets that will be sent but for dot-stuffing. */
public final class Draft {
    /** Octets of a message typed at the prompt or fed through a pipe (limit {@code typed-message}). */
    public static final int MOST = 64 * 1024 * 1024;

    private final ByteArrayOutputStream content = new ByteArrayOutputStream();
    private int lines;
    private boolean body;

    /** Adds a line as typed; false if the message would grow past {@link #MOST}. */
    public boolean add(Octets line) {
        if (content.size() + line.length() + Octets.CRLF.length() > MOST) {
            return false;
        }
        content.writeBytes(line.toByteArray());
        content.writeBytes(Octets.CRLF.toByteArray());
        lines++;
        body |= line.isEmpty();
        return true;
    }

    /** Adds a text line by line; its line ends, LF or CRLF, become CRLF. */
    public boolean addText(Octets text) {
        int begin = 0;
        for (int at = 0; at <= text.length(); at++) {
            boolean end = at == text.length();
            if (end && begin == at) {
                return true;
            }
            if (end || text.at(at) == '\n') {
                boolean cr = !end && at > begin && text.at(at - 1) == '\r';
                if (!add(text.slice(begin, cr ? at - 1 : at))) {
                    return false;
                }
                begin = at + 1;
            }
        }
        return true;
    }

    /** Begins anew. */
    public void clear() {
        content.reset();
        lines = 0;
        body = false;
    }

    /** Its octets so far. */
    int size() {
        return content.size();
    }

    public int lines() {
        return lines;
    }

    /** Whether the empty line that ends the header has been written. */
    public boolean inBody() {
        return body;
    }

    public Octets octets() {
        return Octets.of(content.toByteArray());
    }

    public Command.Message message() {
        byte[] octets = content.toByteArray();
        return new Command.Message(() -> new ByteArrayInputStream(octets));
    }
}
