package dev.smtpsh.render.transcript;

import dev.smtpsh.render.Ansi;
import dev.smtpsh.render.Drawing;
import dev.smtpsh.render.Intent;
import dev.smtpsh.render.Level;
import dev.smtpsh.render.Safe;
import dev.smtpsh.render.StyledText;
import dev.smtpsh.render.json.TranscriptJson;
import dev.smtpsh.render.text.ExchangeView;
import dev.smtpsh.render.text.FailureView;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.OptionalInt;

/** A recording for asciinema (format 2): what was on the screen, at the pace it came; long pauses are shortened. */
final class CastFile implements Form.Writer {
    private static final int WIDTH = 80;
    private static final int HEIGHT = 24;
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(2);
    private static final Duration KEY = Duration.ofMillis(30);

    private final Drawing drawing = new Drawing(WIDTH, true, false, Level.NORMAL);
    private final Wording wording = new Wording(Safe::ascii);

    @Override
    public void write(Document document, Appendable out) throws IOException {
        out.append(TranscriptJson.castHead(
                WIDTH, HEIGHT, document.transcript().begun().getEpochSecond(), document.title()));
        Tape tape = new Tape(out);
        Instant before = document.transcript().begun();
        for (Event event : document.transcript().events()) {
            tape.pause(Duration.between(before, event.at()));
            if (event instanceof Event.Said said) {
                said(said, tape);
                before = said.at().plus(said.exchange().took());
            } else if (event instanceof Event.Failed failed) {
                tape.show(Ansi.encode(new FailureView(drawing).draw(failed.failure())));
                before = failed.at();
            } else {
                before = event.at();
            }
        }
    }

    private void said(Event.Said said, Tape tape) throws IOException {
        if (!said.unasked()) {
            for (String line : wording.sent(said.exchange())) {
                StyledText gutter =
                        new StyledText.Builder().add(Intent.DIM, "C: ").build();
                tape.show(Ansi.encode(gutter));
                tape.type(line);
            }
        }
        tape.pause(said.exchange().took());
        tape.show(
                Ansi.encode(new ExchangeView(drawing).draw(said.exchange(), said.annotations(), OptionalInt.empty())));
    }

    /** Events in order, each with its second. */
    private static final class Tape {
        private final Appendable out;
        private Duration now = Duration.ZERO;

        private Tape(Appendable out) {
            this.out = out;
        }

        void pause(Duration pause) {
            Duration bounded = pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause;
            now = bounded.isNegative() ? now : now.plus(bounded);
        }

        void type(String line) throws IOException {
            pause(KEY.multipliedBy(Math.min(20, line.length())));
            show(line + "\n");
        }

        void show(String text) throws IOException {
            String seconds = String.format(Locale.ROOT, "%.6f", now.toNanos() / 1e9);
            out.append(TranscriptJson.castEvent(seconds, text.replace("\n", "\r\n")));
        }
    }
}
