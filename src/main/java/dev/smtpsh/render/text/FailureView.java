package dev.smtpsh.render.text;

import dev.smtpsh.render.Drawing;
import dev.smtpsh.render.Intent;
import dev.smtpsh.render.Level;
import dev.smtpsh.render.StyledText;
import dev.smtpsh.render.Words;
import dev.smtpsh.session.Failure;
import dev.smtpsh.tls.Alert;

/** Why nothing came of it: what, why, and how to mend it; above that, what the server had sent. */
public final class FailureView {
    private final Drawing drawing;

    public FailureView(Drawing drawing) {
        this.drawing = drawing;
    }

    public StyledText draw(Failure failure) {
        if (drawing.level() == Level.PLAIN) {
            return PlainLine.of(drawing, failure);
        }
        Sheet sheet = new Sheet(drawing);
        sheet.drawn(new ServerLines(drawing).stray(failure.seen()));
        String what = Words.sentence(failure.what());
        if (drawing.level() == Level.TERSE) {
            return sheet.brief(intent(failure.kind()), words(failure.kind()), what)
                    .done();
        }
        sheet.outcome(intent(failure.kind()), words(failure.kind()), what);
        if (!failure.why().isEmpty()) {
            sheet.entry("Why", Words.sentence(failure.why()));
        }
        failure.handshake().ifPresent(report -> {
            report.alert().ifPresent(alert -> sheet.entry("Alert", alert(alert, failure.why())));
            new TlsView(drawing).remarks(sheet, report);
        });
        return sheet.advice("Fix", Words.sentence(failure.mend())).done();
    }

    /** Name, number, sender, and what it means unless that is said already. */
    static String alert(Alert alert, String said) {
        String who = alert.ours() ? ", sent by smtpsh" : ", sent by the server";
        String words = alert.words().equals(said) ? "." : ": " + Words.sentence(alert.words());
        return alert.name() + " (" + alert.number() + ")" + who + words;
    }

    private static Intent intent(Failure.Kind kind) {
        return switch (kind) {
            case CLOSED -> Intent.CLOSED;
            case TIMEOUT, STOPPED -> Intent.TRY_LATER;
            case UNREACHABLE, TLS, PROTOCOL -> Intent.BROKEN;
        };
    }

    // No longer than the longest verdict.
    private static String words(Failure.Kind kind) {
        return switch (kind) {
            case UNREACHABLE -> "NO WAY IN";
            case CLOSED -> "CLOSED";
            case TIMEOUT -> "TIMEOUT";
            case STOPPED -> "STOPPED";
            case TLS -> "NO TLS";
            case PROTOCOL -> "BROKEN";
        };
    }
}
