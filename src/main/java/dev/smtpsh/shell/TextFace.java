package dev.smtpsh.shell;

import dev.smtpsh.annotate.Annotation;
import dev.smtpsh.annotate.Explanation;
import dev.smtpsh.render.Safe;
import dev.smtpsh.render.StyledText;
import dev.smtpsh.render.text.Drawing;
import dev.smtpsh.render.text.ExchangeView;
import dev.smtpsh.render.text.ExplanationView;
import dev.smtpsh.render.text.FailureView;
import dev.smtpsh.render.text.NoteView;
import dev.smtpsh.render.text.TlsView;
import dev.smtpsh.session.Exchange;
import dev.smtpsh.session.Failure;
import dev.smtpsh.tls.HandshakeReport;
import dev.smtpsh.wire.Target;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Consumer;

/** Shows the conversation to a reader. */
public final class TextFace implements Face {
    private final Consumer<StyledText> out;
    private final boolean echo;
    private Drawing drawing;

    /**
     * @param out takes what is to be shown, line ends included
     * @param echo whether commands are shown too: a terminal shows them already, a pipe does not
     */
    public TextFace(Consumer<StyledText> out, Drawing drawing, boolean echo) {
        this.out = out;
        this.drawing = drawing;
        this.echo = echo;
    }
}
