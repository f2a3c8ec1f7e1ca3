package dev.smtpsh.cli.login;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.smtpsh.cli.option.Arguments;
import dev.smtpsh.cli.option.Usage;
import dev.smtpsh.shell.ask.Questions;
import dev.smtpsh.shell.login.Keyring;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LoginOptionsTest {
    @TempDir
    Path folder;

    private final List<String> warnings = new ArrayList<>();

    @Test
    void a_password_file_gives_its_first_line() throws Exception {
        Path file = secret("p\u00e4ss word\r\nsecond\n");
        assertEquals("p\u00e4ss word", password(keys("--password-file", file.toString()), "mx", "amy"));
        assertEquals(List.of(), warnings);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
        password(keys("--password-file", file.toString()), "mx", "amy");
        assertTrue(warnings.get(0).contains("chmod 600"), warnings::toString);
    }

    @Test
    void a_dash_is_the_first_line_of_standard_input_and_leaves_the_rest() throws Exception {
        InputStream in = input("s3cretpw\nEHLO a\n");
        Keyring keys = keys(in, false, "-u", "amy", "--password-file", "-");
        assertEquals("EHLO a\n", new String(in.readAllBytes(), StandardCharsets.UTF_8));
        assertEquals(Optional.of("amy"), keys.user("mx"));
        assertEquals("s3cretpw", password(keys, "mx", "amy"));
        assertEquals("s3cretpw", password(keys, "mx", "amy"));
        Usage usage = assertThrows(Usage.class, () -> keys(in, true, "--password-file", "-"));
        assertTrue(usage.mend().contains("be asked"), usage.mend());
    }

    @Test
    void a_command_gives_the_first_line_it_prints() throws Exception {
        assertEquals("s3cretpw", password(keys("--password-command", "echo s3cretpw; seq 100000"), "mx", "amy"));
        assertTrue(trouble("--password-command", "exit 3").contains("exit code 3"));
        assertTrue(trouble("--password-command", "true").contains("printed nothing"));
    }

    @Test
    void what_cannot_be_read_is_told() throws Exception {
        assertTrue(trouble("--password-file", folder.resolve("none").toString()).contains("NoSuchFile"));
        Path binary = folder.resolve("binary");
        Files.write(binary, new byte[] {(byte) 0xff, 'x'});
        assertTrue(trouble("--password-file", binary.toString()).contains("not UTF-8"));
        Path huge = Files.writeString(folder.resolve("huge"), "x".repeat(FirstLine.LONGEST + 1));
        assertTrue(trouble("--password-file", huge.toString()).contains("longer than 65536"));
    }

    @Test
    void a_netrc_file_is_read_as_curl_reads_it() throws Exception {
        Path file = secret("""
                # mail
                machine mx.example.net login amy password "s3 \\"cret\\"\\t!"
                macdef init
                machine not.this login one password two

                machine mx.example.net
                  login bob
                  password b0b # with a remark
                machine MX.Other.Example account x password only
                default login any password anything
                """);
        Keyring keys = keys(input(""), Map.of("NETRC", file.toString()), false, "--netrc");
        assertEquals(Optional.of("amy"), keys.user("MX.EXAMPLE.NET"));
        assertEquals("s3 \"cret\"\t!", password(keys, "mx.example.net", "amy"));
        assertEquals("b0b", password(keys, "mx.example.net", "bob"));
        assertEquals(Optional.empty(), keys.user("mx.other.example"));
        assertEquals("only", password(keys, "mx.other.example", "zoe"));
        assertEquals("anything", password(keys, "not.this", "any"));
        assertInstanceOf(Keyring.NotHere.class, keys.password("not.this", "one"));
    }

    @Test
    void only_one_source_can_be_named_and_no_password_at_all() {
        assertThrows(Usage.class, () -> keys("--netrc", "--password-file", "x"));
        for (String typed : List.of("--password=s3cretpw", "--password")) {
            Usage usage = assertThrows(Usage.class, () -> keys(typed, "s3cretpw"));
            String words = usage.getMessage() + usage.why() + usage.mend();
            assertTrue(words.contains("list of processes") && words.contains("--password-file"), words);
            assertTrue(!words.contains("s3cretpw"), words);
        }
    }

    @Test
    void without_options_nothing_is_known() throws Exception {
        assertEquals(Optional.empty(), keys().user("mx"));
        assertInstanceOf(Keyring.NotHere.class, keys().password("mx", "amy"));
    }

    @Test
    void no_input_asks_nothing_and_yes_agrees() throws Exception {
        Questions asked = Operator.read(Arguments.read("talk", List.of())).questions(Questions.NOBODY.assenting());
        assertTrue(asked.confirm("Really?", false));
        Questions silent =
                Operator.read(Arguments.read("talk", List.of("--no-input"))).questions(asked);
        assertEquals(Questions.Reach.NOBODY, silent.reach());
        assertEquals(false, silent.confirm("Really?", true));
        Questions yes = Operator.read(Arguments.read("talk", List.of("--no-input", "-y")))
                .questions(asked);
        assertTrue(yes.confirm("Really?", false));
        assertEquals(Optional.empty(), yes.line("Who? "));
    }

    private String trouble(String... options) throws Usage {
        Keyring.Found found = keys(options).password("mx", "amy");
        return assertInstanceOf(Keyring.NotReadable.class, found).trouble().toString();
    }

    private static String password(Keyring keys, String host, String user) {
        return new String(assertInstanceOf(Keyring.Password.class, keys.password(host, user))
                .characters());
    }

    private Path secret(String text) throws IOException {
        Path file = Files.createTempFile(folder, "secret", "");
        return Files.writeString(file, text);
    }

    private Keyring keys(String... options) throws Usage {
        return keys(input(""), false, options);
    }

    private Keyring keys(InputStream in, boolean terminal, String... options) throws Usage {
        return keys(in, Map.of("HOME", folder.toString()), terminal, options);
    }

    private Keyring keys(InputStream in, Map<String, String> environment, boolean terminal, String... options)
            throws Usage {
        return LoginOptions.read(Arguments.read("talk", List.of(options)), in, terminal, environment, warnings::add);
    }

    private static InputStream input(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }
}
