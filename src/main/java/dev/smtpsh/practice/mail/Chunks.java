package dev.smtpsh.practice.mail;

import dev.smtpsh.smtp.Octets;

/** A message while it comes in counted chunks (RFC 3030 2): a dot in it means nothing. */
public final class Chunks {
    private final Content content;
    private long awaited;
    private boolean failed;

    public Chunks(Content content) {
        this.content = content;
    }

    /** A chunk was announced. */
    public void await(long octets) {
        awaited = octets;
    }

    /** How many octets of the announced chunk have still to come. */
    public long awaited() {
        return awaited;
    }

    /** Takes a piece of the announced chunk. */
    public void take(Octets piece) {
        awaited -= piece.length();
        if (!failed) {
            content.add(piece);
        }
    }

    /** A chunk was refused: the transaction is lost, and what still comes of it is thrown away. */
    public void fail() {
        failed = true;
    }

    /** The chunk was taken after all. */
    public void goOn() {
        failed = false;
    }

    public boolean failed() {
        return failed;
    }

    public Content content() {
        return content;
    }
}
