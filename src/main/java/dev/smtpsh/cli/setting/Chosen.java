package dev.smtpsh.cli.setting;

import dev.smtpsh.cli.option.Arguments;
import dev.smtpsh.cli.option.Durations;
import dev.smtpsh.cli.option.Flag;
import dev.smtpsh.cli.option.Usage;
import dev.smtpsh.config.Key;
import dev.smtpsh.config.Origin;
import dev.smtpsh.config.Setting;
import dev.smtpsh.config.Settings;
import dev.smtpsh.config.Slip;
import dev.smtpsh.config.Variables;
import dev.smtpsh.config.kind.Kind;
import dev.smtpsh.config.kind.Span;
import dev.smtpsh.config.place.Folders;
import dev.smtpsh.config.place.SettingsSource;
import dev.smtpsh.smtp.command.Spelling;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * What was chosen for a run, and where.
 *
 * @param arguments the flags, and behind them what is settled elsewhere
 * @param file where the settings file is or would be; empty if there is no place for one
 * @param there whether there is one
 */
public record Chosen(
        Settings settings, Arguments arguments, Optional<String> profile, Optional<Path> file, boolean there) {
    /** Slips that are told of a settings file (limit {@code settings-slips}). */
    static final int MOST_SLIPS = 20;

    /**
     * Reads the settings file, the environment and the flags.
     *
     * @param warnings takes what the operator ought to mend
     */
    public static Chosen read(Arguments given, Map<String, String> environment, Consumer<String> warnings)
            throws Usage {
        given.exclusive(Flag.STARTTLS, Flag.REQUIRE_TLS, Flag.TLS_ON_CONNECT, Flag.NO_TLS);
        given.exclusive(Flag.COLOR, Flag.NO_COLOR);
        Optional<Path> file = Folders.of(environment).settings();
        SettingsSource source = file.map(SettingsSource::read).orElseGet(SettingsSource::nowhere);
        Variables variables = Variables.read(environment);
        List<Slip> slips = new ArrayList<>(source.slips());
        slips.addAll(variables.slips());
        tell(slips, warnings);
        Optional<String> profile = given.value(Flag.PROFILE);
        List<Setting> all = new ArrayList<>(source.file().settings());
        all.addAll(profile.isEmpty() ? List.of() : profile(profile.get(), source, file, given));
        all.addAll(variables.settings());
        all.addAll(flags(given));
        all.replaceAll(setting -> expanded(setting, environment));
        Settings settings = Settings.presets().with(all);
        Map<Flag, String> behind = behind(settings);
        if (given.given(Flag.PASSWORD_FILE) || given.given(Flag.PASSWORD_COMMAND) || given.given(Flag.NETRC)) {
            // One source of a password is enough, and the one on the command line wins.
            behind.keySet().removeAll(Set.of(Flag.PASSWORD_FILE, Flag.PASSWORD_COMMAND));
        }
        return new Chosen(settings, given.over(behind), profile, file, source.there());
    }

    /** The same for lessons, which are played with a server of their own: how TLS begins and what is sent is the lesson's. */
    public Chosen forLessons() {
        Settings calm = settings.with(
                Stream.of(Key.STARTTLS, Key.DELIVER).map(Setting::preset).toList());
        return new Chosen(calm, arguments.over(behind(calm)), profile, file, there);
    }

    // Warnings and all errors but the last are told here; the last error ends the run.
    private static void tell(List<Slip> slips, Consumer<String> warnings) throws Usage {
        Optional<Slip> last = slips.stream().filter(Slip::fatal).reduce((first, second) -> second);
        slips.stream()
                .filter(slip -> last.isEmpty() || slip != last.get())
                .limit(MOST_SLIPS)
                .forEach(slip -> warnings.accept(slip.words()));
        if (last.isPresent()) {
            throw new Usage(
                    last.get().where() + ": " + last.get().what(),
                    last.get().why(),
                    last.get().mend());
        }
    }

    private static List<Setting> profile(String name, SettingsSource source, Optional<Path> file, Arguments given)
            throws Usage {
        Optional<List<Setting>> found = source.file().profile(name);
        if (found.isEmpty()) {
            throw unknownProfile(name, source, file);
        }
        boolean host = found.get().stream().anyMatch(setting -> setting.key() == Key.HOST);
        if (host && (!given.rest().isEmpty() || given.given(Flag.HOST))) {
            throw new Usage(
                    "profile " + name + " names its host already",
                    "Its user and password are for that one alone",
                    "Leave the other host out, or the profile.");
        }
        Optional<Setting> password = found.get().stream()
                .filter(setting -> setting.key() == Key.PASSWORD_COMMAND || setting.key() == Key.PASSWORD_FILE)
                .findFirst();
        if (password.isPresent() && source.doubt().isPresent()) {
            throw new Usage(
                    password.get().key().label() + " of profile " + name + " is refused",
                    source.doubt().get().why(),
                    source.doubt().get().mend());
        }
        return found.get();
    }

    private static Usage unknownProfile(String name, SettingsSource source, Optional<Path> file) {
        List<String> known = List.copyOf(source.file().profiles().keySet());
        String where = source.there()
                ? "There is none in " + file.orElseThrow()
                : file.map(path -> "There is no file " + path)
                        .orElse("There is no place for settings: neither XDG_CONFIG_HOME nor HOME is set");
        String mend = Spelling.nearest(name, known)
                .map(near -> "Did you mean " + near + "?")
                .orElse(
                        known.isEmpty()
                                ? "A line [profile " + name + "] begins it."
                                : "There are " + String.join(", ", known) + ".");
        return new Usage("no profile " + name, where, mend);
    }

    private static List<Setting> flags(Arguments given) throws Usage {
        List<Setting> found = new ArrayList<>();
        for (Key key : Key.values()) {
            for (Key.Way way : key.ways()) {
                Optional<Flag> flag = Flag.named(way.flag()).filter(given::given);
                if (flag.isPresent()) {
                    String value = way.means().orElseGet(() -> String.join(",", given.values(flag.get())));
                    check(key, flag.get(), value);
                    found.add(Setting.of(key, value, Origin.flag(way.flag())));
                }
            }
        }
        return found;
    }

    private static void check(Key key, Flag flag, String value) throws Usage {
        Optional<Kind.Wrong> wrong = key.kind().wrong(value);
        if (wrong.isEmpty()) {
            return;
        }
        if (key.kind() instanceof Span) {
            Durations.read(flag, value);
        }
        boolean bare = key == Key.REDACT && value.equals("none");
        throw new Usage(
                "--" + flag.word() + " cannot be " + (value.isEmpty() ? "empty" : value),
                bare ? "Secrets are never written down" : wrong.get().why(),
                wrong.get().mend());
    }

    private static Setting expanded(Setting setting, Map<String, String> environment) {
        boolean path =
                setting.key() == Key.CA || setting.key() == Key.TRANSCRIPT_DIR || setting.key() == Key.PASSWORD_FILE;
        return path
                ? Setting.of(setting.key(), Folders.expanded(setting.value().orElse(""), environment), setting.origin())
                : setting;
    }

    // What is settled elsewhere acts like the flag that would say the same, so that everything that reads flags obeys
    // it.
    private static Map<Flag, String> behind(Settings settings) {
        Map<Flag, String> flags = new EnumMap<>(Flag.class);
        for (Setting setting : settings.list()) {
            boolean elsewhere = setting.chosen() && setting.origin().source() != Origin.Source.FLAG;
            for (Key.Way way : elsewhere ? setting.key().ways() : List.<Key.Way>of()) {
                String value = setting.value().orElse("");
                boolean said = way.means().isEmpty() || way.means().get().equals(value);
                Flag.named(way.flag())
                        .filter(flag -> said)
                        .ifPresent(flag -> flags.put(flag, way.means().isEmpty() ? value : ""));
            }
        }
        return flags;
    }
}
