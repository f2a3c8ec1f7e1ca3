package dev.smtpsh.config;

import dev.smtpsh.config.kind.Several;
import dev.smtpsh.config.kind.Span;
import java.time.Duration;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** All settings, each with its origin. Values were checked when they came in. */
public final class Settings {
    private final Map<Key, Setting> all;

    private Settings(Map<Key, Setting> all) {
        this.all = all;
    }

    /** Whether there is a prompt at the right. */
    public enum Presence {
        AUTO,
        ON,
        OFF
    }

    /** Where suggestions come from. */
    public enum Suggest {
        PROTOCOL,
        HISTORY,
        OFF
    }

    /** Which typed lines are remembered. */
    public enum Remembering {
        REMOVE,
        REMOVE_REDACT,
        OFF
    }

    /** What is asked about before it is done. */
    public enum Confirm {
        DELIVER,
        CLEARTEXT_AUTH
    }

    /** When TLS begins. */
    public enum Starttls {
        MANUAL,
        ON,
        REQUIRED,
        ON_CONNECT,
        NEVER
    }

    /** Nothing but defaults. */
    public static Settings presets() {
        Map<Key, Setting> all = new EnumMap<>(Key.class);
        for (Key key : Key.values()) {
            all.put(key, Setting.preset(key));
        }
        return new Settings(all);
    }

    /** These, and others over them: of two for one key the later one counts. */
    public Settings with(Collection<Setting> others) {
        Map<Key, Setting> changed = new EnumMap<>(all);
        others.forEach(setting -> changed.put(setting.key(), setting));
        return new Settings(changed);
    }

    public Settings with(Setting other) {
        return with(List.of(other));
    }

    public Setting of(Key key) {
        return all.get(key);
    }

    /** In the order of the table. */
    public List<Setting> list() {
        return List.copyOf(all.values());
    }

    /** The value of a key as text. */
    public Optional<String> text(Key key) {
        return of(key).value();
    }

    /** Whether a key is {@code on}. */
    public boolean on(Key key) {
        return text(key).filter("on"::equals).isPresent();
    }

    /** {@code terse}, {@code normal} or {@code full}. */
    public String verbosity() {
        return text(Key.VERBOSITY).orElseThrow();
    }

    public Optional<String> helo() {
        return text(Key.HELO);
    }

    /** The template of the prompt. */
    public String prompt() {
        return text(Key.PROMPT).orElseThrow();
    }

    public Presence rightPrompt() {
        return word(Key.RIGHT_PROMPT, Presence.class);
    }

    public boolean hints() {
        return on(Key.HINTS);
    }

    public Suggest suggest() {
        return word(Key.SUGGEST, Suggest.class);
    }

    public Set<Confirm> confirm() {
        Set<Confirm> asked = EnumSet.noneOf(Confirm.class);
        Several.parts(text(Key.CONFIRM).orElseThrow()).forEach(one -> asked.add(constant(Confirm.class, one)));
        return asked;
    }

    public Remembering history() {
        return word(Key.HISTORY, Remembering.class);
    }

    public Starttls starttls() {
        return word(Key.STARTTLS, Starttls.class);
    }

    public boolean deliver() {
        return on(Key.DELIVER);
    }

    /** {@code secrets} or {@code addresses}. */
    public String redact() {
        return text(Key.REDACT).orElseThrow();
    }

    public Optional<Duration> timeout() {
        return text(Key.TIMEOUT).flatMap(Span::read);
    }

    /** The command to page with; empty text if nothing is to be paged, empty if nobody chose. */
    public Optional<String> pager() {
        return text(Key.PAGER).map(command -> command.equals("off") ? "" : command);
    }

    private <E extends Enum<E>> E word(Key key, Class<E> type) {
        return constant(type, text(key).orElseThrow());
    }

    private static <E extends Enum<E>> E constant(Class<E> type, String word) {
        return Enum.valueOf(type, word.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
