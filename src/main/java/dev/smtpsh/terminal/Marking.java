package dev.smtpsh.terminal;

import dev.smtpsh.shell.assist.Emphasis;
import java.util.List;
import java.util.function.Function;
import org.jline.reader.Highlighter;
import org.jline.reader.LineReader;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStringBuilder;
import org.jline.utils.AttributedStyle;

/** Marks what is being typed: never by colour alone. */
final class Marking implements Highlighter {
    private final Function<String, List<Emphasis>> emphases;

    Marking(Function<String, List<Emphasis>> emphases) {
        this.emphases = emphases;
    }

    @Override
    public AttributedString highlight(LineReader reader, String buffer) {
        AttributedStringBuilder marked = new AttributedStringBuilder();
        int at = 0;
        for (Emphasis emphasis : emphases.apply(buffer)) {
            int from = Math.min(buffer.length(), Math.max(at, emphasis.from()));
            int to = Math.min(buffer.length(), Math.max(from, emphasis.to()));
            marked.append(buffer.substring(at, from));
            marked.append(buffer.substring(from, to), style(emphasis.kind()));
            at = to;
        }
        return marked.append(buffer.substring(at)).toAttributedString();
    }

    private static AttributedStyle style(Emphasis.Kind kind) {
        return switch (kind) {
            case VERB -> AttributedStyle.DEFAULT.bold();
            case WORD -> AttributedStyle.DEFAULT.foreground(AttributedStyle.CYAN);
            case NOT_OFFERED -> AttributedStyle.DEFAULT.underline();
            case SLIP -> AttributedStyle.DEFAULT.underline().foreground(AttributedStyle.RED);
        };
    }
}
