package dev.smtpsh.cli.option;

/** Wrong usage: one message in three parts. Thrown only inside this room, while arguments are read. */
public final class Usage extends Exception {
    private static final long serialVersionUID = 1L;

    private final String why;
    private final String mend;

    /**
     * @param what what is wrong, half a sentence
     * @param why what is the matter with it, half a sentence
     * @param mend how to write it instead, a sentence
     */
    public Usage(String what, String why, String mend) {
        super(what);
        this.why = why;
        this.mend = mend;
    }

    public String why() {
        return why;
    }

    public String mend() {
        return mend;
    }
}
