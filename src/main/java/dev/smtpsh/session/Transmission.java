package dev.smtpsh.session;

import dev.smtpsh.message.DotStuffing;
import dev.smtpsh.session.setting.Patience;
import dev.smtpsh.smtp.Octets;
import dev.smtpsh.smtp.command.Command;
import dev.smtpsh.wire.Deadline;
import dev.smtpsh.wire.Incoming;
import dev.smtpsh.wire.Link;
import dev.smtpsh.wire.WireException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;

/** Puts commands on the wire; what must not be written down is hidden from the tap. */
record Transmission(Link link, Patience patience) {
    private static final int BLOCK = 8 * 1024;

    void send(Command command) throws WireException {
        if (command instanceof Command.Message message) {
            send(message);
        } else if (command instanceof Command.Raw raw) {
            Octets shown = raw.redacted().equals(raw.octets())
                    ? raw.octets()
                    : raw.redacted().plus(Octets.CRLF);
            link.send(raw.octets(), shown, Deadline.in(patience.write()));
        } else {
            link.send(command.encoded(), command.redacted().plus(Octets.CRLF), Deadline.in(patience.write()));
        }
    }

    /** Says QUIT and reads the replies due before the goodbye's and that one; what comes of it does not matter. */
    void quit(int due, Duration goodbye) {
        Deadline deadline = Deadline.in(goodbye);
        try {
            link.send(Octets.latin1("QUIT\r\n"), deadline);
            for (int replies = due; replies >= 0; replies--) {
                if (!(link.line(deadline) instanceof Incoming.Line)) {
                    break;
                }
            }
        } catch (WireException e) {
            // The server is gone already; that is all a goodbye is for.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    // RFC 5321 4.5.3.2.5: the patience is for each block, not for the message.
    private void send(Command.Message message) throws WireException {
        byte[] block = new byte[BLOCK];
        try (InputStream stuffed = new DotStuffing(message.content().get())) {
            for (int size = stuffed.read(block); size > 0; size = stuffed.read(block)) {
                link.send(Octets.of(block, 0, size), Deadline.in(patience.write()));
            }
        } catch (WireException e) {
            throw e;
        } catch (IOException e) {
            throw new UncheckedIOException("the message cannot be read", e);
        }
    }
}
