package dev.smtpsh.terminal;

import java.util.Optional;

/**
 * What a terminal is to offer besides plain lines.
 *
 * @param colours whether our own lines may be dimmed, and what is typed marked
 * @param suggestions whether the next line is suggested behind the cursor
 * @param hints whether two lines below tell about what is being typed
 * @param rightPrompt whether the last reply stands at the right, where there is room
 * @param aloud whether it is to be read aloud: waiting adds a line now and then, and draws nothing over
 * @param editor the command that edits a message, if somebody has named one
 * @param remembering what is kept of the lines
 */
public record Comfort(
        boolean colours,
        boolean suggestions,
        boolean hints,
        boolean rightPrompt,
        boolean aloud,
        Optional<String> editor,
        Remembering remembering) {
    /** The same, and what is kept of the lines. */
    public Comfort remembering(Remembering lines) {
        return new Comfort(colours, suggestions, hints, rightPrompt, aloud, editor, lines);
    }

    Comfort none() {
        return new Comfort(false, false, false, false, true, editor, remembering);
    }
}
