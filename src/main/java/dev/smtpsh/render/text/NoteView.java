package dev.smtpsh.render.text;

import dev.smtpsh.render.Drawing;
import dev.smtpsh.render.Intent;
import dev.smtpsh.render.StyledText;
import dev.smtpsh.render.Words;
import dev.smtpsh.smtp.command.Command;

/** Remarks of ours that belong to no reply, and the operator's own lines where nobody else shows them. */
public final class NoteView {
    private static final String NOT_DONE = "NOT DONE";

    private final Drawing drawing;

    public NoteView(Drawing drawing) {
        this.drawing = drawing;
    }

    /** A remark; each line of it is wrapped by itself. */
    public StyledText note(String words) {
        Sheet sheet = new Sheet(drawing);
        words.lines().forEach(sheet::line);
        return sheet.done();
    }

    /** What cannot be done, why, and how to mend it; the last two may be empty. */
    public StyledText complaint(String what, String why, String mend) {
        Sheet sheet = new Sheet(drawing).outcome(Intent.BROKEN, NOT_DONE, Words.sentence(what));
        if (!why.isEmpty()) {
            sheet.entry("Why", Words.sentence(why));
        }
        if (!mend.isEmpty()) {
            sheet.advice("Fix", mend);
        }
        return sheet.done();
    }

    /** A command as it may be shown: its secrets left out. */
    public StyledText command(Command command) {
        StyledText.Builder out = new StyledText.Builder();
        if (drawing.accessible()) {
            out.add(Intent.PLAIN, "Client: ");
        } else {
            out.add(Intent.DIM, "C: ");
        }
        return out.add(Intent.PLAIN, drawing.visible(command.redacted().withoutLineEnd()))
                .endLine()
                .build();
    }
}
