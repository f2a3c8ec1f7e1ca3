package dev.smtpsh.shell.talk;

import dev.smtpsh.smtp.Octets;
import dev.smtpsh.smtp.command.Command;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;

/** A message being typed after 354. */
public final class Draft {
    /** Octets of a message typed at the prompt or fed through a pipe (limit {@code typed-message}). */
    static final int MOST = 64 * 1024 * 1024;

    private final ByteArrayOutputStream content = new ByteArrayOutputStream();
    private int lines;

    /** Adds a line as typed; false if the message would grow past {@link #MOST}. */
    boolean add(Octets line) {
        if (content.size() + line.length() + Octets.CRLF.length() > MOST) {
            return false;
        }
        content.writeBytes(line.toByteArray());
        content.writeBytes(Octets.CRLF.toByteArray());
        lines++;
        return true;
    }

    public int lines() {
        return lines;
    }

    Command.Message message() {
        byte[] octets = content.toByteArray();
        return new Command.Message(() -> new ByteArrayInputStream(octets));
    }
}
