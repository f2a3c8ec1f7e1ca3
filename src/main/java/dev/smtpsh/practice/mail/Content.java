package dev.smtpsh.practice.mail;

import dev.smtpsh.smtp.Octets;
import java.io.ByteArrayOutputStream;

/** The octets of a message that is coming in. Past the bound nothing is kept any more, and it is too big. */
public final class Content {
    private final ByteArrayOutputStream octets = new ByteArrayOutputStream();
    private final long most;
    private boolean tooBig;

    /** @param most octets */
    public Content(long most) {
        this.most = most;
    }

    public void add(Octets piece) {
        tooBig |= (long) octets.size() + piece.length() > most;
        if (!tooBig) {
            octets.writeBytes(piece.toByteArray());
        }
    }

    public boolean tooBig() {
        return tooBig;
    }

    public Octets octets() {
        return Octets.of(octets.toByteArray());
    }
}
