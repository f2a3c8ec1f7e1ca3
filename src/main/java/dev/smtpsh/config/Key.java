package dev.smtpsh.config;

import dev.smtpsh.config.kind.Kind;
import dev.smtpsh.config.kind.Number;
import dev.smtpsh.config.kind.Several;
import dev.smtpsh.config.kind.Span;
import dev.smtpsh.config.kind.Template;
import dev.smtpsh.config.kind.Text;
import dev.smtpsh.config.kind.Words;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The settings, in one table: file, environment, flags, {@code set}, manual page and documentation are made from it. */
public enum Key {
    VERBOSITY(Words.of("terse", "normal", "full"), "normal", "how much is explained", Reach.TALKING, "verbosity"),
    HELO(
            new Text("a host name, or an address in brackets", false),
            "?HOSTNAME, if it is a full name",
            "the name to greet servers with, suggested after EHLO and used by starttls",
            Reach.START,
            "helo"),
    STARTTLS(
            Words.of("manual", "on", "required", "on-connect", "never"),
            "manual",
            "whether TLS begins by itself: on, where it is offered; required, or the conversation ends; on-connect, before"
                    + " the greeting; never, not even on port 465; manual, when STARTTLS is typed",
            Reach.START,
            "starttls=on",
            "require-tls=required",
            "tls-on-connect=on-connect",
            "no-tls=never"),
    CA(
            new Text("a file", true),
            "?those of Java alone",
            "certificates of further authorities to trust, PEM or DER",
            Reach.START,
            "ca"),
    TIMEOUT(new Span(), "?RFC 5321 4.5.3.2", "patience for each reply", Reach.START, "timeout"),
    CONNECT_TIMEOUT(new Span(), "30s", "patience for connecting", Reach.START, "connect-timeout"),
    RESOLVER(
            new Text("addresses of name servers, ADDR or ADDR:PORT, separated by commas", true),
            "?the system's",
            "name servers to ask instead of the system's",
            Reach.START,
            "resolver"),
    DELIVER(
            Words.onOff(),
            "on",
            "off refuses DATA, BDAT and BURL: nothing is delivered",
            Reach.START,
            "no-deliver=off"),
    CONFIRM(
            Several.of("deliver", "cleartext-auth"),
            "deliver,cleartext-auth",
            "what is asked about before it is done",
            Reach.TALKING),
    KEEP_AUTH(
            Words.onOff(),
            "off",
            "whether a login that was accepted is kept in memory, to log in again after reconnect",
            Reach.TALKING),
    REDACT(
            Words.of("secrets", "addresses"),
            "secrets",
            "what transcripts leave out; addresses leaves secrets out too",
            Reach.TALKING,
            "redact"),
    TRANSCRIPT_DIR(
            new Text("a folder", true),
            "?where smtpsh was started",
            "where save and --transcript put a file whose name has no folder",
            Reach.START),
    HISTORY(
            Words.of("remove", "remove-redact", "off"),
            "remove",
            "which lines are remembered: remove leaves out those with secrets, remove-redact keeps them without, off keeps"
                    + " no line",
            Reach.START,
            "private=off"),
    PROMPT(
            new Template(List.of("number", "host", "port", "tls", "user", "state", "mark")),
            "{host}:{port} {tls} {state}{mark}>",
            "the prompt; a blank is added",
            Reach.START),
    RIGHT_PROMPT(Words.of("auto", "on", "off"), "auto", "what stands at the right; auto in 100 columns", Reach.TALKING),
    HINTS(Words.onOff(), "on", "the two lines of help below what is typed", Reach.TALKING),
    SUGGEST(
            Words.of("protocol", "history", "off"),
            "protocol",
            "where the suggestion behind the cursor comes from",
            Reach.TALKING),
    ACCESSIBLE(Words.onOff(), "off", "words instead of gutters, boxes and columns", Reach.START, "accessible=on"),
    COLOR(Words.of("auto", "always", "never"), "auto", "colours", Reach.START, "color", "no-color=never"),
    ASCII(Words.onOff(), "off", "print ASCII only, whatever the locale", Reach.START, "ascii=on"),
    WIDTH(new Number(20, 1000), "?the terminal's, or 80", "columns of text", Reach.START, "width"),
    PAGER(
            new Text("a command, or off", true),
            "?PAGER, or less",
            "shows answers that are longer than the screen",
            Reach.START,
            "no-pager=off"),
    FAMILY(
            Words.of("any", "ipv4", "ipv6"),
            "any",
            "which addresses of a host are used",
            Reach.START,
            "ipv4=ipv4",
            "ipv6=ipv6"),
    SOURCE(
            new Text("an address, or ADDR:PORT", true),
            "?the system's choice",
            "the local address to connect from",
            Reach.START,
            "source"),
    PROXY(
            new Text("socks5://HOST:PORT or http://HOST:PORT", true),
            "?none",
            "the proxy to connect through",
            Reach.START,
            "proxy"),
    LMTP(Words.onOff(), "off", "whether LMTP is spoken, on port 24 unless another is named", Reach.START, "lmtp=on"),
    HOST(new Text("HOST or HOST:PORT", false), "", "the target, where none is named", Reach.PROFILE, "host"),
    PORT(new Number(1, 65535), "", "its port", Reach.PROFILE, "port"),
    USER(new Text("a name", true), "", "the user to log in as", Reach.PROFILE, "user"),
    PASSWORD_COMMAND(
            new Text("a command", true),
            "",
            "a command whose first line of output is the password",
            Reach.PROFILE,
            "password-command"),
    PASSWORD_FILE(
            new Text("a file", true), "", "a file whose first line is the password", Reach.PROFILE, "password-file");

    /** Where and when a key may be set. */
    public enum Reach {
        /** Before a conversation begins. */
        START,
        /** That, and by {@code set} while talking. */
        TALKING,
        /** In a profile only: it belongs to one server. */
        PROFILE
    }

    // Before a default that is no value, but is found out.
    private static final String FOUND_OUT = "?";

    private final Kind kind;
    private final String preset;
    private final String meaning;
    private final Reach reach;
    private final List<Way> ways;

    Key(Kind kind, String preset, String meaning, Reach reach, String... ways) {
        this.kind = kind;
        this.preset = preset;
        this.meaning = meaning;
        this.reach = reach;
        this.ways = List.of(ways).stream().map(Way::read).toList();
    }

    /**
     * A flag that sets a key.
     *
     * @param flag its word, without dashes
     * @param means what the flag alone means; empty if it is followed by the value
     */
    public record Way(String flag, Optional<String> means) {
        private static Way read(String text) {
            int equals = text.indexOf('=');
            return equals < 0
                    ? new Way(text, Optional.empty())
                    : new Way(text.substring(0, equals), Optional.of(text.substring(equals + 1)));
        }
    }

    /** As it is written in the file. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    public Kind kind() {
        return kind;
    }

    /** The value if nobody sets it; empty if there is none, and {@link #unset()} holds. */
    public Optional<String> preset() {
        return preset.isEmpty() || preset.startsWith(FOUND_OUT) ? Optional.empty() : Optional.of(preset);
    }

    /** What counts where there is no value, in words; empty text if nothing does. */
    public String unset() {
        return preset.startsWith(FOUND_OUT) ? preset.substring(1) : "";
    }

    /** What it is, half a sentence. */
    public String meaning() {
        return meaning;
    }

    public Reach reach() {
        return reach;
    }

    /** The flags that set it. */
    public List<Way> ways() {
        return ways;
    }

    /** The environment variable that sets it; empty if none does. */
    public Optional<String> variable() {
        return reach == Reach.PROFILE ? Optional.empty() : Optional.of("SMTPSH_" + name());
    }

    /** The key of a label. */
    public static Optional<Key> named(String label) {
        for (Key key : values()) {
            if (key.label().equals(label)) {
                return Optional.of(key);
            }
        }
        return Optional.empty();
    }
}
