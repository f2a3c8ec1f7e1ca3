package dev.smtpsh.render.text;

import dev.smtpsh.render.Columns;
import dev.smtpsh.render.Drawing;
import dev.smtpsh.render.Intent;
import dev.smtpsh.render.StyledText;
import dev.smtpsh.render.Words;
import dev.smtpsh.smtp.Octets;
import dev.smtpsh.smtp.reply.Reply;
import dev.smtpsh.smtp.reply.ReplyLine;
import java.time.Duration;
import java.util.List;

/** What a server said: whole lines, never wrapped, made visible. */
final class ServerLines {
    private static final String GUTTER = "S: ";
    private static final String ALOUD = "Server: ";

    // From this width on there is room for the time beside the last line.
    private static final int TIME_FROM = 100;

    // Of octets that make no reply this much is shown: enough to recognise what it is.
    private static final int STRAY_LINES = 6;
    private static final int STRAY_COLUMNS = 200;

    private final Drawing drawing;

    ServerLines(Drawing drawing) {
        this.drawing = drawing;
    }

    StyledText of(Reply reply, Duration took) {
        StyledText.Builder out = new StyledText.Builder();
        List<ReplyLine> lines = reply.lines();
        for (int i = 0; i < lines.size(); i++) {
            gutter(out);
            int used = line(out, reply, lines.get(i));
            if (i == lines.size() - 1) {
                time(out, used, took);
            }
            out.endLine();
        }
        return out.build();
    }

    /** Octets that nobody could use, up to a bound. */
    StyledText stray(Octets octets) {
        StyledText.Builder out = new StyledText.Builder();
        int at = 0;
        for (int line = 0; line < STRAY_LINES && at < octets.length(); line++) {
            int end = at + octets.slice(at).indexOf('\n') + 1;
            end = end == at ? octets.length() : end;
            int cut = Math.min(end, at + STRAY_COLUMNS);
            gutter(out);
            out.add(Intent.SERVER, drawing.visible(octets.slice(at, cut).withoutLineEnd()));
            out.add(Intent.DIM, cut < end ? "..." : "").endLine();
            at = end;
        }
        if (at < octets.length()) {
            out.add(new Sheet(drawing)
                    .line("... and " + (octets.length() - at) + " octets more")
                    .done());
        }
        return out.build();
    }

    private void gutter(StyledText.Builder out) {
        if (drawing.accessible()) {
            out.add(Intent.PLAIN, ALOUD);
        } else {
            out.add(Intent.DIM, GUTTER);
        }
    }

    // Gives the columns used.
    private int line(StyledText.Builder out, Reply reply, ReplyLine line) {
        String whole = drawing.visible(line.received().withoutLineEnd());
        int code = line.code().isPresent() ? line.code().get().toString().length() : 0;
        int marked = code;
        if (code > 0 && reply.status().isPresent()) {
            String status = reply.status().get().toString();
            marked = whole.startsWith(status, code + 1) ? code + 1 + status.length() : code;
        }
        out.add(Intent.CODE, whole.substring(0, marked));
        out.add(Intent.SERVER, whole.substring(marked));
        return GUTTER.length() + Columns.of(whole);
    }

    private void time(StyledText.Builder out, int used, Duration took) {
        String time = Words.milliseconds(took) + " ms";
        int gap = drawing.proseWidth() - used - time.length();
        if (drawing.width() >= TIME_FROM && !drawing.accessible() && gap >= 2) {
            out.add(Intent.PLAIN, " ".repeat(gap)).add(Intent.DIM, time);
        }
    }
}
