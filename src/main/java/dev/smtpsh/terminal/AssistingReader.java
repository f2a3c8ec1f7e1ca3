package dev.smtpsh.terminal;

import dev.smtpsh.shell.assist.Hint;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jline.keymap.KeyMap;
import org.jline.reader.Binding;
import org.jline.reader.LineReader;
import org.jline.reader.Reference;
import org.jline.reader.impl.LineReaderImpl;
import org.jline.terminal.Terminal;
import org.jline.utils.InfoCmp.Capability;

/** JLine's reader, with a suggestion behind the cursor and two lines of help below, both renewed at each key. */
final class AssistingReader extends LineReaderImpl {
    // JLine cuts a tip at its first blank while the line has none; this blank looks the same and is not cut.
    private static final char HARD_BLANK = '\u00a0';
    private static final String ACCEPT = "smtpsh-accept";
    private static final String OPEN_BRACKET = "smtpsh-open-bracket";
    private static final String CLOSE_BRACKET = "smtpsh-close-bracket";
    private static final Pattern PATH_BEGINS = Pattern.compile("(?i)(@[a-z0-9]+ +)?(MAIL FROM|RCPT TO):");

    private static final Hint NO_HINT = new Hint("", "");

    private final boolean colours;
    private final Footer footer;
    private Optional<Assistant> assistant = Optional.empty();
    private String rest = "";
    private boolean masked;
    private boolean asking;
    private boolean searching;
    private volatile boolean resized;

    AssistingReader(Terminal terminal, boolean colours) throws IOException {
        super(terminal, "smtpsh");
        this.colours = colours;
        this.footer = new Footer(terminal, colours);
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
            footer.quiet();
        }
    }

    // The first Ctrl-R looks through the lines for this server, the next ones through all.
    @Override
    protected boolean historyIncrementalSearchBackward() {
        if (!(getHistory() instanceof DiscreetHistory lines)) {
            return super.historyIncrementalSearchBackward();
        }
        lines.onlyHere(true);
        searching = true;
        try {
            return super.historyIncrementalSearchBackward();
        } finally {
            searching = false;
            lines.onlyHere(false);
        }
    }

    @Override
    public Binding readBinding(KeyMap<Binding> keys, KeyMap<Binding> local) {
        Binding binding = super.readBinding(keys, local);
        boolean again = searching
                && binding instanceof Reference named
                && named.name().equals(LineReader.HISTORY_INCREMENTAL_SEARCH_BACKWARD);
        if (again && getHistory() instanceof DiscreetHistory lines) {
            lines.onlyHere(false);
        }
        return binding;
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
            footer.release();
            if (buf.cursor() == buf.length()) {
                terminal.puts(Capability.clr_eos);
            }
        }
        super.handleSignal(signal);
    }

    /** The two lines below. */
    Footer footer() {
        return footer;
    }

    private void assist(Assistant helper) {
        String typed = buf.toString();
        boolean atEnd = buf.cursor() == buf.length();
        boolean none = asking || masked || resized || !atEnd || typed.indexOf('\n') >= 0;
        rest = none ? "" : helper.rest(typed, getHistory());
        setTailTip(rest.replace(' ', HARD_BLANK));
        if (!helper.hints()) {
            footer.release();
        } else if (!resized) {
            Hint hint = asking ? NO_HINT : helper.hint(written(typed));
            footer.show(masked ? new Hint(hint.grammar(), "Not shown, not remembered. " + hint.remark()) : hint);
        }
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
