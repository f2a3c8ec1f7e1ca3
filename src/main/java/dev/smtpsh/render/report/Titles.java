package dev.smtpsh.render.report;

import dev.smtpsh.script.result.Check;
import dev.smtpsh.script.result.Step;

/** What a check is called in a report. */
final class Titles {
    private Titles() {}

    /** {@code line 31: RCPT TO:<amy@example.net>: 250}. */
    static String of(Step step, Check check) {
        String session = step.session().isEmpty() ? "" : "[" + step.session() + "] ";
        String words = step.words().equals(check.expected()) ? "" : session + step.words() + ": ";
        return "line " + check.place().span().line() + ": " + words + check.expected();
    }
}
