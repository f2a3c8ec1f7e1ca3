package dev.smtpsh.render.transcript;

import dev.smtpsh.render.Safe;
import java.io.IOException;

/** Plain text in ASCII: {@code C:} and {@code S:} for the wire, {@code #} for us. */
final class TextFile implements Form.Writer {
    private final Wording wording = new Wording(Safe::ascii);

    @Override
    public void write(Document document, Appendable out) throws IOException {
        line(out, "# " + document.title());
        for (String[] row : document.heading()) {
            line(out, "# " + row[0] + ": " + row[1]);
        }
        for (Event event : document.transcript().events()) {
            line(out, "");
            if (event instanceof Event.Connected connected) {
                line(out, "# Connected to " + connected.target().where() + ".");
            } else if (event instanceof Event.Failed failed) {
                for (String words : Wording.failure(failed)) {
                    line(out, "# " + words);
                }
            } else {
                said((Event.Said) event, out);
            }
        }
    }

    private void said(Event.Said said, Appendable out) throws IOException {
        if (said.unasked()) {
            line(out, "# Nobody waited for this reply:");
        } else {
            for (String sent : wording.sent(said.exchange())) {
                line(out, "C: " + sent);
            }
        }
        for (String received : wording.received(said.exchange())) {
            line(out, "S: " + received);
        }
        line(out, "# after " + Wording.took(said.exchange()));
        for (String words : Wording.meaning(said)) {
            line(out, "# " + words);
        }
    }

    private static void line(Appendable out, String text) throws IOException {
        out.append(Safe.ascii(text)).append('\n');
    }
}
