package dev.smtpsh.terminal;

import dev.smtpsh.shell.assist.Hint;
import java.util.List;
import java.util.Optional;
import org.jline.terminal.Terminal;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStringBuilder;
import org.jline.utils.AttributedStyle;
import org.jline.utils.Status;

/**
 * Two lines at the foot of the screen. To make room for them the terminal scrolls by two lines, so they are taken once
 * and stay: between two prompts they are empty.
 */
final class Footer {
    private static final int ROWS = 2;
    private static final int FEWEST_ROWS = 10;
    private static final Hint EMPTY = new Hint("", "");

    private final Terminal terminal;
    private final boolean faint;
    private Optional<Hint> shown = Optional.empty();

    /** @param faint whether they may be dimmed */
    Footer(Terminal terminal, boolean faint) {
        this.terminal = terminal;
        this.faint = faint;
    }

    /** Takes the lines, or empties them. */
    void blank() {
        show(EMPTY);
    }

    /** Shows a hint, unless the screen is too low for it. */
    void show(Hint hint) {
        if (shown.filter(hint::equals).isPresent() || terminal.getHeight() < FEWEST_ROWS) {
            return;
        }
        Status status = Status.getStatus(terminal);
        if (status != null) {
            shown = Optional.of(hint);
            status.update(List.of(styled(hint.grammar()), styled(hint.remark())));
        }
    }

    /** Empties the lines, if they are taken. */
    void quiet() {
        if (shown.isPresent()) {
            blank();
        }
    }

    /** Gives them back: the whole screen is somebody else's. */
    void release() {
        shown = Optional.empty();
        Status.getExistingStatus(terminal).ifPresent(Status::hide);
    }

    /** How many rows they take now. */
    int rows() {
        return shown.isPresent() ? ROWS : 0;
    }

    private AttributedString styled(String text) {
        AttributedStyle style = faint ? AttributedStyle.DEFAULT.faint() : AttributedStyle.DEFAULT;
        return new AttributedStringBuilder().append(text, style).toAttributedString();
    }
}
