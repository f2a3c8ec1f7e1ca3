package dev.smtpsh.cli.setting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.smtpsh.cli.option.Arguments;
import dev.smtpsh.cli.option.Flag;
import dev.smtpsh.cli.option.Usage;
import dev.smtpsh.config.Key;
import dev.smtpsh.config.Settings;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Flags over environment over profile over file over defaults. */
class ChosenTest {
    @TempDir
    private Path home;

    private final Map<String, String> environment = new HashMap<>();
    private final List<String> warnings = new ArrayList<>();
    private Path file;

    @BeforeEach
    void place() throws IOException {
        environment.put("HOME", home.toString());
        file = Files.createDirectories(home.resolve(".config/smtpsh")).resolve("config");
    }

    @Test
    void each_source_wins_over_those_below_it() throws Exception {
        assertEquals("normal default", now(Key.VERBOSITY));
        write("verbosity = terse\n[profile p]\nverbosity = full\n");
        assertEquals("terse " + file + ":1", now(Key.VERBOSITY));
        assertEquals("full profile p (" + file + ":3)", now(Key.VERBOSITY, "--profile", "p"));
        environment.put("SMTPSH_VERBOSITY", "normal");
        assertEquals("normal environment SMTPSH_VERBOSITY", now(Key.VERBOSITY, "--profile", "p"));
        assertEquals("terse flag --verbosity", now(Key.VERBOSITY, "--profile", "p", "-v", "terse"));
    }

    @Test
    void what_is_settled_elsewhere_acts_like_the_flag_that_says_the_same() throws Exception {
        write("timeout = 5s\nascii = on\ncolor = never\nstarttls = required\nresolver = 192.0.2.1, 192.0.2.2\n"
                + "[profile p]\nhost = mx.example.net\nport = 587\n");
        Arguments arguments = read("--profile", "p").arguments();
        assertEquals(Duration.ofSeconds(5), arguments.duration(Flag.TIMEOUT).orElseThrow());
        assertTrue(arguments.has(Flag.ASCII) && arguments.has(Flag.NO_COLOR) && arguments.has(Flag.REQUIRE_TLS));
        assertFalse(arguments.has(Flag.STARTTLS) || arguments.has(Flag.NO_TLS) || arguments.has(Flag.ACCESSIBLE));
        assertEquals("mx.example.net", arguments.value(Flag.HOST).orElseThrow());
        assertEquals(587, arguments.number(Flag.PORT, 1, 65535).orElseThrow());
        Arguments given = read("--starttls", "--timeout", "7s").arguments();
        assertEquals(Duration.ofSeconds(7), given.duration(Flag.TIMEOUT).orElseThrow());
        assertTrue(given.has(Flag.STARTTLS) && !given.has(Flag.REQUIRE_TLS), "a flag wins over the file's other one");
    }

    @Test
    void variables_many_programs_know_count_like_our_own_but_ours_win() throws Exception {
        environment.put("NO_COLOR", "1");
        environment.put("ACCESSIBLE", "1");
        environment.put("PAGER", "less -R");
        assertEquals("never environment NO_COLOR", now(Key.COLOR));
        assertEquals("on environment ACCESSIBLE", now(Key.ACCESSIBLE));
        assertEquals("less -R environment PAGER", now(Key.PAGER));
        assertEquals("off flag --no-pager", now(Key.PAGER, "--no-pager"));
        environment.put("FORCE_COLOR", "1");
        assertEquals("always environment FORCE_COLOR", now(Key.COLOR));
        environment.put("SMTPSH_COLOR", "auto");
        assertEquals("auto environment SMTPSH_COLOR", now(Key.COLOR));
        assertEquals("never flag --no-color", now(Key.COLOR, "--no-color"));
    }

    @Test
    void a_variable_that_is_nearly_ours_is_told() throws Exception {
        environment.put("SMTPSH_VERBOSTIY", "full");
        environment.put("SMTPSH_JAVA_OPTS", "-Xint");
        environment.put("SMTPSH_SOMETHING_ELSE", "x");
        read();
        assertEquals(
                List.of("environment: no setting is called SMTPSH_VERBOSTIY. It is left out."
                        + " Did you mean SMTPSH_VERBOSITY?"),
                warnings);
    }

    // Arguments | what, why and how to mend.
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            --starttls --require-tls   | --starttls and --require-tls exclude each other. They ask for opposite things. Leave one out.
            --no-tls --tls-on-connect  | --tls-on-connect and --no-tls exclude each other. They ask for opposite things. Leave one out.
            --redact none              | --redact cannot be none. Secrets are never written down. There are secrets and addresses.
            --redact adresses          | --redact cannot be adresses. It is none of the words known here. Did you mean addresses?
            --profile rely             | no profile rely. There is none in FILE. Did you mean relay?
            --profile other            | no profile other. There is none in FILE. There are relay, bare.
            --profile relay mx.example | profile relay names its host already. Its user and password are for that one alone. Leave the other host out, or the profile.
            """)
    void what_cannot_be_is_refused(String arguments, String told) throws IOException {
        write("[profile relay]\nhost = a.example\n[profile bare]\n");
        assertEquals(told.replace("FILE", file.toString()), refused(arguments.split(" ")));
    }

    @Test
    void a_wrong_value_ends_it_and_all_slips_are_told() throws IOException {
        write("hnts = on\nwidth = 3\nascii = maybe\n");
        assertEquals(
                file + ":3:9: ascii cannot be maybe. It is none of the words known here. There are on and off.",
                refused());
        assertEquals(
                List.of(
                        file + ":1:1: unknown key: hnts. The line is left out. Did you mean hints?",
                        file + ":2:9: width cannot be 3. It is no such number. Write a number from 20 to 1000."),
                warnings);
    }

    @Test
    void a_file_others_can_write_gives_no_password() throws Exception {
        write("hints = off\n[profile a]\nuser = amy\npassword_command = true\n[profile b]\nuser = ben\n");
        assertEquals(
                "true",
                read("--profile", "a").settings().text(Key.PASSWORD_COMMAND).orElseThrow());
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-rw-rw-"));
        assertEquals(
                "password_command of profile a is refused. Everybody on this machine can write " + file
                        + ". Mend it: chmod o-w " + file + ".",
                refused("--profile", "a"));
        assertEquals("ben", read("--profile", "b").settings().text(Key.USER).orElseThrow());
        assertFalse(read().settings().hints());
    }

    @Test
    void what_is_no_readable_text_file_is_told() throws IOException {
        Files.write(file, "hints = on\n# \u00e9\n".getBytes(StandardCharsets.ISO_8859_1));
        assertEquals(file + ": the settings cannot be read. Line 2 is no UTF-8. Save the file as UTF-8.", refused());
        write("#".repeat(1024 * 1024 + 1));
        assertEquals(
                file + ": the settings cannot be read. The file is larger than 1048576 octets. Settings need far less.",
                refused());
        Files.delete(file);
        Files.createDirectory(file);
        assertEquals(
                file + ": the settings cannot be read. It is no plain file. Put a file there, or nothing.", refused());
    }

    @Test
    void without_a_home_there_is_no_file_and_that_is_said() throws Exception {
        environment.clear();
        assertTrue(read().file().isEmpty());
        assertEquals(
                "no profile x. There is no place for settings: neither XDG_CONFIG_HOME nor HOME is set."
                        + " A line [profile x] begins it.",
                refused("--profile", "x"));
        environment.put("XDG_CONFIG_HOME", "relative/is/ignored");
        assertTrue(read().file().isEmpty());
    }

    @Test
    void a_tilde_is_the_home() throws Exception {
        write("transcript_dir = ~/talks\n");
        assertEquals(home + "/talks", read().settings().text(Key.TRANSCRIPT_DIR).orElseThrow());
    }

    @Test
    void every_setting_has_a_default_of_its_kind_and_flags_that_exist() {
        Settings presets = Settings.presets();
        presets.list()
                .forEach(setting -> setting.value()
                        .ifPresent(value -> assertEquals(
                                java.util.Optional.empty(),
                                setting.key().kind().wrong(value),
                                setting.key().label())));
        assertEquals(Settings.Presence.AUTO, presets.rightPrompt());
        assertEquals(Settings.Remembering.REMOVE, presets.history());
        assertEquals(Set.of(Settings.Confirm.DELIVER, Settings.Confirm.CLEARTEXT_AUTH), presets.confirm());
        Set<String> missing = new TreeSet<>();
        for (Key key : Key.values()) {
            key.ways().stream()
                    .map(Key.Way::flag)
                    .filter(word -> Flag.named(word).isEmpty())
                    .forEach(missing::add);
        }
        assertEquals(Set.of(), missing);
    }

    private String now(Key key, String... arguments) throws Usage {
        return read(arguments).settings().text(key).orElse("") + " "
                + read(arguments).settings().of(key).origin().words();
    }

    private Chosen read(String... arguments) throws Usage {
        return Chosen.read(Arguments.read("talk", List.of(arguments)), environment, warnings::add);
    }

    private String refused(String... arguments) {
        Usage usage = assertThrows(Usage.class, () -> read(arguments));
        return usage.getMessage() + ". " + usage.why() + ". " + usage.mend();
    }

    private void write(String text) throws IOException {
        Files.writeString(file, text);
    }
}
