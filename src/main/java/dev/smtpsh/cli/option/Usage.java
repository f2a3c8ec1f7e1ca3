package dev.smtpsh.cli.option;

/** Wrong usage: one message in three parts. Thrown only inside this room, while arguments are read. */
public final class Usage extends Exception {
    private static final long serialVersionUID = 1L;

    private final String mend;

    public Usage(String what, String mend) {
        super(what);
        this.mend = mend;
    }

    public String mend() {
        return mend;
    }
}
