package dev.smtpsh.render.overview;

import dev.smtpsh.render.Drawing;
import dev.smtpsh.render.Intent;
import dev.smtpsh.render.StyledText;
import dev.smtpsh.render.Words;
import dev.smtpsh.render.text.Sheet;
import dev.smtpsh.render.transcript.Event;
import dev.smtpsh.render.transcript.Transcript;
import dev.smtpsh.session.Exchange;
import dev.smtpsh.smtp.command.Verb;
import dev.smtpsh.smtp.state.Stage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** How long each step took, from connecting on. The operator's own pauses between the steps are left out. */
public final class TimelineView {
    private static final int NUMBER = 3;
    private static final int WHAT = 16;
    private static final int TIME = 8;
    private static final int GAP = 2;
    private static final String BAR = "#";
    private static final String BLOCK = "\u2588";

    private final Drawing drawing;

    private record Step(String what, Optional<Stage> stage, Duration took) {}

    public TimelineView(Drawing drawing) {
        this.drawing = drawing;
    }

    public StyledText draw(Transcript transcript) {
        List<Step> steps = steps(transcript);
        Sheet sheet = new Sheet(drawing);
        if (steps.isEmpty()) {
            return sheet.line("Nothing was timed yet.").done();
        }
        Duration total = steps.stream().map(Step::took).reduce(Duration.ZERO, Duration::plus);
        if (drawing.tables()) {
            heading(sheet, total);
        }
        Duration before = Duration.ZERO;
        for (int i = 0; i < steps.size(); i++) {
            row(sheet, i + 1, steps.get(i), before, total);
            before = before.plus(steps.get(i).took());
        }
        return slowest(sheet, steps).done();
    }

    private static List<Step> steps(Transcript transcript) {
        List<Step> steps = new ArrayList<>();
        for (Event event : transcript.events()) {
            if (event instanceof Event.Connected connected) {
                // A new connection has a timeline of its own.
                steps.clear();
                steps.add(new Step("TCP connect", Optional.empty(), connected.took()));
            } else if (event instanceof Event.Said said && !said.unasked()) {
                Exchange exchange = said.exchange();
                steps.add(new Step(what(exchange), Optional.of(exchange.stage()), exchange.took()));
                exchange.handshake()
                        .ifPresent(report -> steps.add(new Step("TLS handshake", Optional.empty(), report.took())));
            }
        }
        return steps;
    }

    private static String what(Exchange exchange) {
        return switch (exchange.stage()) {
            case GREETING -> "greeting";
            case MESSAGE -> "message";
            case AUTH -> "AUTH";
            default ->
                exchange.command()
                        .flatMap(command -> command.verb())
                        .map(Verb::name)
                        .orElse("raw");
        };
    }

    private void heading(Sheet sheet, Duration total) {
        String end = Words.milliseconds(total) + " ms";
        int room = bars(sheet) - "0 ms".length() - end.length();
        String scale = room < 1 ? end : "0 ms" + " ".repeat(room) + end;
        sheet.asIs(new StyledText.Builder()
                .add(
                        Intent.DIM,
                        Cell.right("#", NUMBER) + "  " + Cell.left("what", WHAT) + Cell.right("ms", TIME) + "  "
                                + scale)
                .build());
    }

    private void row(Sheet sheet, int number, Step step, Duration before, Duration total) {
        if (!drawing.tables()) {
            sheet.entry(step.what(), Words.milliseconds(step.took()) + " ms");
            return;
        }
        int room = bars(sheet);
        double scale = (double) room / Math.max(1, total.toNanos());
        int start = Math.min(room - 1, (int) (before.toNanos() * scale));
        int length =
                Math.max(1, Math.min(room - start, (int) Math.round(step.took().toNanos() * scale)));
        sheet.asIs(new StyledText.Builder()
                .add(Intent.DIM, Cell.right(String.valueOf(number), NUMBER) + "  ")
                .add(Intent.PLAIN, Cell.left(step.what(), WHAT))
                .add(Intent.PLAIN, Cell.right(Words.milliseconds(step.took()), TIME) + "  ")
                .add(Intent.PLAIN, " ".repeat(start) + (drawing.ascii() ? BAR : BLOCK).repeat(length))
                .build());
    }

    private static int bars(Sheet sheet) {
        return sheet.room() - NUMBER - WHAT - TIME - 2 * GAP;
    }

    private static Sheet slowest(Sheet sheet, List<Step> steps) {
        Step slowest = steps.get(0);
        for (Step step : steps) {
            slowest = step.took().compareTo(slowest.took()) > 0 ? step : slowest;
        }
        return sheet.line(
                "Slowest: " + slowest.what() + ", " + Words.milliseconds(slowest.took()) + " ms. " + meaning(slowest));
    }

    private static String meaning(Step step) {
        if (step.stage().isEmpty()) {
            return step.what().startsWith("TLS")
                    ? "A handshake costs one or two journeys to the server and its work with its key."
                    : "Connecting costs one journey to the server and back: that is how far away it is.";
        }
        return switch (step.stage().get()) {
            case GREETING ->
                "A delay before the greeting is usually a DNS lookup of your address, or a deliberate greet delay.";
            case RCPT ->
                "A slow RCPT usually asks another server, a block list or a greylist, or slows you down on purpose.";
            case MAIL -> "A slow MAIL usually looks up the domain of the reverse-path.";
            case MESSAGE -> "After the dot the server scans the message, or hands it on before it answers.";
            case HELLO -> "A slow EHLO usually looks up the name you gave.";
            case AUTH -> "A slow login asks another service, or makes guessing passwords slow.";
            default -> "Nothing in SMTP makes this step slow: it is the way to the server, or a busy server.";
        };
    }
}
