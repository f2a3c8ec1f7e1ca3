package dev.smtpsh.shell.talk;

/** The worst thing that happened so far. */
final class Score {
    private ExitCode worst = ExitCode.FINE;

    void count(ExitCode code) {
        worst = worst.or(code);
    }

    ExitCode worst() {
        return worst;
    }
}
