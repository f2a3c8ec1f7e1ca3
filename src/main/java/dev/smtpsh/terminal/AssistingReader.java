package dev.smtpsh.terminal;

import dev.smtpsh.shell.assist.Hint;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jline.keymap.KeyMap;
import org.jline.reader.Binding;
import org.jline.reader.LineReader;
import org.jline.reader.Reference;
import org.jline.reader.impl.LineReaderImpl;
import org.jline.terminal.Terminal;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStringBuilder;
import org.jline.utils.AttributedStyle;
import org.jline.utils.InfoCmp.Capability;
import org.jline.utils.Status;

/** JLine's reader, with a suggestion behind the cursor and two lines of help below, both renewed at each key. */
final class AssistingReader extends LineReaderImpl {
    // JLine cuts a tip at its first blank while the line has none; this blank looks the same and is not cut.
    private static final char HARD_BLANK = '\u00a0';
    private static final int FEWEST_ROWS = 10;
    private static final String ACCEPT = "smtpsh-accept";
    private static final String OPEN_BRACKET = "smtpsh-open-bracket";
    private static final String CLOSE_BRACKET = "smtpsh-close-bracket";
    private static final Pattern PATH_BEGINS = Pattern.compile("(?i)(@[a-z0-9]+ +)?(MAIL FROM|RCPT TO):");

    private static final Hint NO_HINT = new Hint("", "");

    private final boolean colours;
    private Optional<Assistant> assistant = Optional.empty();
    private Optional<Hint> shown = Optional.empty();
    private String rest = "";
    private boolean masked;
    private boolean asking;
    private volatile boolean resized;

    AssistingReader(Terminal terminal, boolean colours) throws IOException {
        super(terminal, "smtpsh");
        this.colours = colours;
        // Otherwise the very first prompt would insert a suggestion that was never drawn.
        doAutosuggestion = true;
        getWidgets().put(ACCEPT, this::accept);
        getWidgets().put(OPEN_BRACKET, this::openBracket);
        getWidgets().put(CLOSE_BRACKET, this::closeBracket);
        for (String map : List.of(LineReader.EMACS, LineReader.VIINS)) {
            KeyMap<Binding> keys = getKeyMaps().get(map);
            keys.bind(new Reference(OPEN_BRACKET), "<");
            keys.bind(new Reference(CLOSE_BRACKET), ">");
            keys.bind(
                    new Reference(ACCEPT),
                    KeyMap.key(terminal, Capability.key_right),
                    "\033[C",
                    "\033OC",
                    KeyMap.ctrl('F'));
        }
    }

    /** Begins to assist; without an assistant it is an ordinary reader. */
    void assistedBy(Assistant helper) {
        assistant = Optional.of(helper);
        setCompleter(helper);
        setAutosuggestion(SuggestionType.TAIL_TIP);
        if (colours) {
            setHighlighter(new Marking(typed -> asking || masked ? List.of() : helper.emphases(written(typed))));
        }
    }

    @Override
    public String readLine(String prompt, String rightPrompt, Character mask, String buffer) {
        masked = mask != null;
        resized = false;
        return super.readLine(prompt, rightPrompt, mask, buffer);
    }

    /** Reads the answer to a question of ours: no help, no completion, no history. */
    String ask(String prompt, Character mask) {
        Object history = getVariable(LineReader.DISABLE_HISTORY);
        asking = true;
        setVariable(LineReader.DISABLE_HISTORY, true);
        setCompleter((reader, line, candidates) -> {});
        try {
            return readLine(prompt, null, mask, null);
        } finally {
            asking = false;
            setVariable(LineReader.DISABLE_HISTORY, history);
            assistant.ifPresent(this::setCompleter);
            quiet();
        }
    }

    @Override
    protected void redisplay(boolean flush) {
        assistant.ifPresent(this::assist);
        super.redisplay(flush);
    }

    // When the terminal changes its size, JLine loses count of its lines and forgets the suggestion it has drawn: there
    // is
    // none until the next prompt.
    @Override
    protected void handleSignal(Terminal.Signal signal) {
        if (signal == Terminal.Signal.WINCH) {
            resized = true;
            quiet();
            if (buf.cursor() == buf.length()) {
                terminal.puts(Capability.clr_eos);
            }
        }
        super.handleSignal(signal);
    }

    /** Takes the two lines below away while a command runs. */
    void quiet() {
        shown = Optional.empty();
        Status.getExistingStatus(terminal).ifPresent(Status::hide);
    }

    private void assist(Assistant helper) {
        String typed = buf.toString();
        boolean atEnd = buf.cursor() == buf.length();
        boolean none = asking || masked || resized || !atEnd || typed.indexOf('\n') >= 0;
        rest = none ? "" : helper.rest(typed, getHistory());
        setTailTip(rest.replace(' ', HARD_BLANK));
        if (helper.hints() && !resized && getTerminal().getHeight() >= FEWEST_ROWS) {
            Hint hint = asking ? NO_HINT : helper.hint(written(typed));
            show(masked ? new Hint(hint.grammar(), "Not shown, not remembered. " + hint.remark()) : hint);
        }
    }

    private void show(Hint hint) {
        if (shown.filter(before -> Objects.equals(before, hint)).isPresent()) {
            return;
        }
        shown = Optional.of(hint);
        Status status = Status.getStatus(terminal);
        if (status != null) {
            status.update(List.of(styled(hint.grammar()), styled(hint.remark())));
        }
    }

    private AttributedString styled(String text) {
        AttributedStyle style = colours ? AttributedStyle.DEFAULT.faint() : AttributedStyle.DEFAULT;
        return new AttributedStringBuilder().append(text, style).toAttributedString();
    }

    // A bracket that came by itself and was not reached yet is not typed yet.
    private String written(String typed) {
        boolean waiting = buf.cursor() == typed.length() - 1 && typed.endsWith(">");
        return waiting ? typed.substring(0, typed.length() - 1) : typed;
    }

    // The bracket that closes a path comes by itself, and typing it steps over it.
    private boolean openBracket() {
        boolean path = assistant.filter(Assistant::commands).isPresent()
                && !asking
                && !masked
                && buf.cursor() == buf.length()
                && PATH_BEGINS.matcher(buf.toString()).matches();
        buf.write(path ? "<>" : "<");
        if (path) {
            buf.move(-1);
        }
        return true;
    }

    private boolean closeBracket() {
        if (buf.cursor() == buf.length() - 1 && buf.currChar() == '>') {
            buf.move(1);
        } else {
            buf.write(">");
        }
        return true;
    }

    private boolean accept() {
        if (rest.isEmpty() || buf.cursor() < buf.length()) {
            return forwardChar();
        }
        buf.write(rest);
        return true;
    }
}
