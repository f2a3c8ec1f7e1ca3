package dev.smtpsh.render.overview;

import dev.smtpsh.annotate.Annotation;
import dev.smtpsh.render.Columns;
import dev.smtpsh.render.Drawing;
import dev.smtpsh.render.Intent;
import dev.smtpsh.render.StyledText;
import dev.smtpsh.render.Words;
import dev.smtpsh.render.text.Sheet;
import dev.smtpsh.render.transcript.Event;
import dev.smtpsh.render.transcript.Transcript;
import dev.smtpsh.session.Exchange;
import java.util.Optional;

/** All replies of a conversation, one line each. */
public final class RepliesView {
    private static final int NUMBER = 3;
    private static final int TIME = 8;
    private static final int GAP = 2;
    private static final int CODE = 12;

    private final Drawing drawing;

    public RepliesView(Drawing drawing) {
        this.drawing = drawing;
    }

    public StyledText draw(Transcript transcript) {
        Sheet sheet = new Sheet(drawing);
        if (drawing.tables()) {
            sheet.asIs(plain(Cell.right("#", NUMBER) + Cell.right("ms", TIME) + "  what"));
        }
        for (Event event : transcript.events()) {
            if (event instanceof Event.Said said) {
                row(sheet, said);
            } else if (event instanceof Event.Failed failed) {
                sheet.entry("no reply", Words.sentence(failed.failure().what()));
            }
        }
        return sheet.line("why N tells more about one of them.").done();
    }

    private void row(Sheet sheet, Event.Said said) {
        Exchange exchange = said.exchange();
        Optional<Annotation> best = said.annotations().stream().findFirst();
        String code = exchange.reply().code().map(Object::toString).orElse("???")
                + exchange.reply().status().map(status -> " " + status).orElse("");
        String title = best.filter(one -> exchange.reply().refused())
                .map(Annotation::title)
                .orElse("");
        String what = Cell.command(drawing, exchange.command(), said.unasked() ? "(unasked)" : other(exchange));
        if (!drawing.tables()) {
            sheet.line("#" + exchange.number() + " " + what + ": " + code + (title.isEmpty() ? "" : " " + title));
            return;
        }
        int room = sheet.room() - NUMBER - TIME - 2 * GAP - CODE - GAP;
        int titled = title.isEmpty() ? 0 : Math.min(Columns.of(title), room / 2);
        Intent intent = best.map(one -> Words.intent(one.verdict())).orElse(Intent.PLAIN);
        sheet.asIs(new StyledText.Builder()
                .add(Intent.DIM, Cell.right(String.valueOf(exchange.number()), NUMBER))
                .add(Intent.DIM, Cell.right(Words.milliseconds(exchange.took()), TIME) + " ".repeat(GAP))
                .add(Intent.PLAIN, Cell.left(what, room - titled) + " ".repeat(GAP))
                .add(intent, title.isEmpty() ? code : Cell.left(code, CODE))
                .add(Intent.PLAIN, Cell.cut(title, Math.max(titled, 0)))
                .build());
    }

    private String other(Exchange exchange) {
        return exchange.furtherVerdict() ? drawing.visible(Words.recipient(exchange)) : "(greeting)";
    }

    private static StyledText plain(String text) {
        return new StyledText.Builder().add(Intent.DIM, text).build();
    }
}
