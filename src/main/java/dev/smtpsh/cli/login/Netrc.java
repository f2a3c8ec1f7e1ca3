package dev.smtpsh.cli.login;

import java.nio.CharBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A netrc file as curl reads it: words between blanks, {@code machine NAME login USER password SECRET}, {@code default},
 * quotes since curl 7.84. Comments begin with {@code #}; a {@code macdef} ends at an empty line.
 */
final class Netrc implements AutoCloseable {
    /** An entry; without a machine it is the {@code default}. */
    record Entry(Optional<String> machine, Optional<String> login, Optional<char[]> password) {
        @Override
        public String toString() {
            return "entry for " + machine.orElse("default");
        }
    }

    private final char[] text;
    private final List<Entry> entries = new ArrayList<>();
    private int at;

    private Netrc(char[] text) {
        this.text = text;
    }

    /** @param text taken over: wiped when the file is closed */
    static Netrc read(char[] text) {
        Netrc netrc = new Netrc(text);
        netrc.read();
        return netrc;
    }

    /** The entry for a host and, where one is wanted, a user; the first that fits. */
    Optional<Entry> find(String host, Optional<String> user) {
        return entries.stream()
                .filter(entry -> entry.machine().map(host::equalsIgnoreCase).orElse(true))
                .filter(entry -> user.isEmpty()
                        || entry.login().isEmpty()
                        || entry.login().equals(user))
                .findFirst();
    }

    @Override
    public void close() {
        Arrays.fill(text, '\0');
        entries.forEach(entry -> entry.password().ifPresent(password -> Arrays.fill(password, '\0')));
    }

    private void read() {
        Optional<String> machine = Optional.empty();
        Optional<String> login = Optional.empty();
        Optional<char[]> password = Optional.empty();
        boolean open = false;
        for (Optional<char[]> word = word(); word.isPresent(); word = word()) {
            String key = new String(word.get());
            boolean begins = key.equals("machine") || key.equals("default");
            if (begins) {
                keep(open, machine, login, password);
                machine = key.equals("machine") ? word().map(String::new) : Optional.empty();
                login = Optional.empty();
                password = Optional.empty();
                open = true;
            } else if (key.equals("login")) {
                login = word().map(String::new);
            } else if (key.equals("password")) {
                password = word();
            } else if (key.equals("account")) {
                word();
            } else if (key.equals("macdef")) {
                skipMacro();
            }
        }
        keep(open, machine, login, password);
    }

    private void keep(boolean open, Optional<String> machine, Optional<String> login, Optional<char[]> password) {
        if (open) {
            entries.add(new Entry(machine, login, password));
        }
    }

    private Optional<char[]> word() {
        while (at < text.length && (text[at] <= ' ' || text[at] == '#')) {
            if (text[at] == '#') {
                skipLine();
            } else {
                at++;
            }
        }
        if (at == text.length) {
            return Optional.empty();
        }
        return Optional.of(text[at] == '"' ? quoted() : bare());
    }

    private char[] bare() {
        int from = at;
        while (at < text.length && text[at] > ' ') {
            at++;
        }
        return Arrays.copyOfRange(text, from, at);
    }

    private char[] quoted() {
        CharBuffer word = CharBuffer.allocate(text.length - at);
        at++;
        while (at < text.length && text[at] != '"') {
            char c = text[at++];
            if (c == '\\' && at < text.length) {
                char escaped = text[at++];
                int special = "nrt".indexOf(escaped);
                c = special < 0 ? escaped : "\n\r\t".charAt(special);
            }
            word.put(c);
        }
        at++;
        at = Math.min(at, text.length);
        char[] characters = Arrays.copyOf(word.array(), word.position());
        Arrays.fill(word.array(), '\0');
        return characters;
    }

    private void skipMacro() {
        skipLine();
        while (at < text.length && text[at] != '\n') {
            skipLine();
        }
    }

    private void skipLine() {
        while (at < text.length && text[at] != '\n') {
            at++;
        }
        at = Math.min(at + 1, text.length);
    }
}
