package dev.smtpsh.shell.means;

/** The worst thing that happened so far. */
public final class Score {
    private ExitCode worst = ExitCode.FINE;

    public void count(ExitCode code) {
        worst = worst.or(code);
    }

    public ExitCode worst() {
        return worst;
    }
}
