package dev.smtpsh.cli;

import dev.smtpsh.cli.option.Arguments;
import dev.smtpsh.cli.option.Flag;
import dev.smtpsh.cli.option.Usage;
import dev.smtpsh.render.Ansi;
import dev.smtpsh.render.Drawing;
import dev.smtpsh.render.Level;
import dev.smtpsh.render.StyledText;
import dev.smtpsh.terminal.Comfort;
import dev.smtpsh.terminal.Remembering;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;

/** How output is to look, from options, environment and what the output is. */
final class Looks {
    private static final int DEFAULT_WIDTH = 80;
    private static final int NARROWEST = 20;
    private static final int WIDEST = 1000;

    private final Drawing drawing;
    private final boolean colours;
    private final boolean fixedWidth;

    private Looks(Drawing drawing, boolean colours, boolean fixedWidth) {
        this.drawing = drawing;
        this.colours = colours;
        this.fixedWidth = fixedWidth;
    }

    static Looks read(Arguments arguments, Streams streams) throws Usage {
        String accessible = streams.variable("ACCESSIBLE");
        boolean plainWords = arguments.has(Flag.ACCESSIBLE)
                || !(accessible.isEmpty() || accessible.equals("0") || accessible.equals("false"));
        Optional<Integer> width = arguments.number(Flag.WIDTH, NARROWEST, WIDEST);
        Drawing drawing = new Drawing(
                width.isPresent() ? width.get() : columns(streams),
                streams.ascii() || arguments.has(Flag.ASCII),
                plainWords,
                level(arguments));
        return new Looks(drawing, colours(arguments, streams), width.isPresent());
    }

    Drawing drawing() {
        return drawing;
    }

    /** What help there is while typing: none that a screen reader or an ASCII terminal would stumble over. */
    Comfort comfort(Streams streams) {
        boolean drawn = !drawing.accessible();
        return new Comfort(
                colours, !drawing.ascii() && drawn, drawn, drawn, !drawn, editor(streams), remembering(streams));
    }

    private static Optional<String> editor(Streams streams) {
        String visual = streams.variable("VISUAL");
        String editor = visual.isEmpty() ? streams.variable("EDITOR") : visual;
        return editor.isEmpty() ? Optional.empty() : Optional.of(editor);
    }

    private static Remembering remembering(Streams streams) {
        return new Remembering(streams.folders().state(), false);
    }

    /** Whether the width was given, so that the terminal's does not matter. */
    boolean fixedWidth() {
        return fixedWidth;
    }

    /** Styled text as it is written, in colour or not. */
    String encode(StyledText text) {
        return colours ? Ansi.encode(text) : text.plain();
    }

    /** Writes styled text, in colour or not. */
    Consumer<StyledText> onto(Consumer<String> printer) {
        return text -> printer.accept(encode(text));
    }

    private static Level level(Arguments arguments) throws Usage {
        if (arguments.has(Flag.QUIET)) {
            return Level.PLAIN;
        }
        String wanted = arguments.value(Flag.VERBOSITY).orElse("normal");
        for (Level level : Level.values()) {
            if (level != Level.PLAIN && level.name().toLowerCase(Locale.ROOT).equals(wanted)) {
                return level;
            }
        }
        throw new Usage(
                "no verbosity is called " + wanted, "Only three levels are known", "There are terse, normal and full.");
    }

    private static boolean colours(Arguments arguments, Streams streams) throws Usage {
        if (arguments.has(Flag.NO_COLOR)) {
            return false;
        }
        String when = arguments.value(Flag.COLOR).orElse("auto");
        return switch (when) {
            case "auto" -> streams.colours();
            case "always" -> true;
            case "never" -> false;
            default ->
                throw new Usage(
                        "--color cannot be " + when, "Only three words are known", "Write auto, always or never.");
        };
    }

    private static int columns(Streams streams) {
        String columns = streams.variable("COLUMNS");
        boolean number = !columns.isEmpty() && columns.length() <= 3;
        for (int i = 0; i < columns.length(); i++) {
            number &= columns.charAt(i) >= '0' && columns.charAt(i) <= '9';
        }
        return number && Integer.parseInt(columns) >= NARROWEST ? Integer.parseInt(columns) : DEFAULT_WIDTH;
    }
}
