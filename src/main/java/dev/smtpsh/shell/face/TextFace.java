package dev.smtpsh.shell.face;

import dev.smtpsh.annotate.Annotation;
import dev.smtpsh.annotate.Explanation;
import dev.smtpsh.domain.MxPlan;
import dev.smtpsh.domain.ReverseReport;
import dev.smtpsh.render.Drawing;
import dev.smtpsh.render.Level;
import dev.smtpsh.render.StyledText;
import dev.smtpsh.render.lookup.MxView;
import dev.smtpsh.render.lookup.ReverseView;
import dev.smtpsh.render.overview.CapabilitiesView;
import dev.smtpsh.render.overview.CompareView;
import dev.smtpsh.render.overview.ListView;
import dev.smtpsh.render.overview.Pem;
import dev.smtpsh.render.overview.RepliesView;
import dev.smtpsh.render.overview.TimelineView;
import dev.smtpsh.render.report.CheckView;
import dev.smtpsh.render.scan.ScanView;
import dev.smtpsh.render.text.ExchangeView;
import dev.smtpsh.render.text.ExplanationView;
import dev.smtpsh.render.text.FailureView;
import dev.smtpsh.render.text.NoteView;
import dev.smtpsh.render.text.TlsView;
import dev.smtpsh.render.text.WhyView;
import dev.smtpsh.render.transcript.Transcript;
import dev.smtpsh.scan.ScanReport;
import dev.smtpsh.script.result.Check;
import dev.smtpsh.script.syntax.Problem;
import dev.smtpsh.session.Exchange;
import dev.smtpsh.session.Failure;
import dev.smtpsh.smtp.Octets;
import dev.smtpsh.smtp.command.Command;
import dev.smtpsh.smtp.state.SessionState;
import dev.smtpsh.tls.HandshakeReport;
import dev.smtpsh.wire.Target;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.IntSupplier;

/** Shows the conversation to a reader. */
public final class TextFace implements Face {
    private final Consumer<StyledText> out;
    private final Consumer<StyledText> pages;
    private final boolean echo;
    private final IntSupplier width;
    private Drawing drawing;
    private boolean explaining = true;

    /**
     * @param out takes what is to be shown, line ends included
     * @param width the columns there are now; 0 if that is not known
     * @param echo whether commands are shown too: a terminal shows them already, a pipe does not
     */
    public TextFace(Consumer<StyledText> out, Drawing drawing, IntSupplier width, boolean echo) {
        this(out, out, drawing, width, echo);
    }

    /**
     * The same, with another place for what may be long.
     *
     * @param pages takes answers to {@code why}, {@code explain} and the like
     */
    public TextFace(
            Consumer<StyledText> out, Consumer<StyledText> pages, Drawing drawing, IntSupplier width, boolean echo) {
        this.out = out;
        this.pages = pages;
        this.drawing = drawing;
        this.width = width;
        this.echo = echo;
    }

    @Override
    public void speaking(int conversation, String name, boolean several) {
        if (several) {
            note("#" + conversation + " " + name);
        }
    }

    @Override
    public void connected(Target target, Duration took) {
        if (drawing.level() != Level.PLAIN) {
            note("Connected to " + target.name() + " (" + target.where() + ") in " + took.toMillis() + " ms.");
        }
    }

    @Override
    public void exchange(Exchange exchange, List<Annotation> annotations, OptionalInt sameAs) {
        if (drawing.level() != Level.PLAIN) {
            exchange.command().ifPresent(this::echo);
        }
        out.accept(
                explaining
                        ? new ExchangeView(drawing()).draw(exchange, annotations, sameAs)
                        : new ExchangeView(drawing().withLevel(Level.NORMAL)).draw(exchange, List.of(), sameAs));
    }

    @Override
    public void typed(Octets line) {
        spoken(new Command.Line(line));
    }

    @Override
    public void spoken(Command command) {
        // Where commands are echoed, the exchange shows this one too.
        if (!echo && drawing.level() != Level.PLAIN) {
            out.accept(new NoteView(drawing()).command(command));
        }
    }

    @Override
    public void unexpected(Exchange exchange, List<Annotation> annotations) {
        String late = exchange.command()
                .map(command -> "A late reply, to " + command.redacted().text() + ":")
                .orElse("A reply nobody asked for:");
        note(late);
        out.accept(new ExchangeView(drawing()).draw(exchange, annotations, OptionalInt.empty()));
    }

    @Override
    public void failed(Failure failure) {
        failure.command().ifPresent(this::echo);
        out.accept(new FailureView(drawing()).draw(failure));
    }

    @Override
    public void tls(HandshakeReport report) {
        pages.accept(new TlsView(drawing()).table(report));
    }

    @Override
    public void certificates(List<Octets> chain) {
        out.accept(Pem.drawn(chain));
    }

    @Override
    public void capabilities(SessionState state) {
        pages.accept(new CapabilitiesView(drawing()).draw(state));
    }

    @Override
    public void scanned(ScanReport report) {
        pages.accept(new ScanView(drawing()).draw(report));
    }

    @Override
    public void explained(Explanation explanation) {
        pages.accept(new ExplanationView(drawing()).draw(explanation));
    }

    @Override
    public void why(Exchange exchange, List<Annotation> annotations) {
        if (explaining) {
            pages.accept(new WhyView(drawing()).draw(exchange, annotations));
        } else {
            note("Explanations are off until you have found it out yourself. The server's own words tell enough.");
        }
    }

    @Override
    public void replies(Transcript transcript) {
        pages.accept(new RepliesView(drawing()).draw(transcript));
    }

    @Override
    public void timeline(Transcript transcript) {
        pages.accept(new TimelineView(drawing()).draw(transcript));
    }

    @Override
    public void compared(List<Transcript> transcripts) {
        pages.accept(new CompareView(drawing()).draw(transcripts));
    }

    @Override
    public void mx(MxPlan plan) {
        out.accept(new MxView(drawing()).draw(plan));
    }

    @Override
    public void reverse(ReverseReport report) {
        out.accept(new ReverseView(drawing()).draw(report));
    }

    @Override
    public void judged(Check check, Optional<Exchange> exchange, List<Annotation> annotations) {
        out.accept(new CheckView(drawing()).draw(check, exchange, explaining ? annotations : List.of()));
    }

    @Override
    public void misread(Problem problem) {
        out.accept(new CheckView(drawing()).draw(problem));
    }

    @Override
    public void listed(List<String[]> rows) {
        out.accept(new ListView(drawing()).draw(rows));
    }

    @Override
    public void note(String words) {
        out.accept(new NoteView(drawing()).note(words));
    }

    @Override
    public void complaint(String what, String why, String mend) {
        out.accept(new NoteView(drawing()).complaint(what, why, mend));
    }

    @Override
    public void drawn(Function<Drawing, StyledText> picture) {
        out.accept(picture.apply(drawing()));
    }

    @Override
    public void explaining(boolean on) {
        explaining = on;
    }

    @Override
    public boolean verbosity(String level) {
        for (Level known : Level.values()) {
            if (known != Level.PLAIN && known.name().toLowerCase(Locale.ROOT).equals(level)) {
                drawing = drawing.withLevel(known);
                return true;
            }
        }
        return false;
    }

    private void echo(Command command) {
        if (echo) {
            out.accept(new NoteView(drawing()).command(command));
        }
    }

    private Drawing drawing() {
        int columns = width.getAsInt();
        return columns > 0 ? drawing.withWidth(columns) : drawing;
    }
}
