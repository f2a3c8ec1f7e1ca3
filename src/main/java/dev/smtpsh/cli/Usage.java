package dev.smtpsh.cli;

/** Wrong usage: one message in three parts. Thrown only inside this room, while arguments are read. */
final class Usage extends Exception {
    private static final long serialVersionUID = 1L;

    private final String mend;

    Usage(String what, String mend) {
        super(what);
        this.mend = mend;
    }

    String mend() {
        return mend;
    }
}
