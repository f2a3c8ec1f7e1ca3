package dev.smtpsh;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.smtpsh.peers.Program;
import dev.smtpsh.peers.ScriptedPeer;
import dev.smtpsh.peers.Smtpsh;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Settings and the options of a conversation, with the built launcher. */
@Timeout(120)
class SettingsIT {
    @TempDir
    private Path home;

    private Path file;

    @BeforeEach
    void place() throws IOException {
        file = Files.createDirectories(home.resolve("xdg/smtpsh")).resolve("config");
    }

    @Test
    void what_is_shown_is_a_settings_file_again() throws IOException {
        Files.writeString(file, "verbosity = full\nprompt = \"{host} # \"\n[profile p]\nport = 587\n");
        Program.Result first = smtpsh("--show-config", "--profile", "p", "--timeout", "7s")
                .run()
                .wentWell();
        assertTrue(first.out().matches("(?s).*\nverbosity = full +# " + file + ":1\n.*"), first.out());
        assertTrue(first.out().contains("# flag --timeout\n"), first.out());
        Files.writeString(file, first.out());
        Program.Result second = smtpsh("--show-config", "--profile", "p").run().wentWell();
        assertEquals(withoutOrigins(first.out()), withoutOrigins(second.out()));
        assertEquals("", second.err());
    }

    @Test
    void programs_read_them_as_json() throws IOException {
        Files.writeString(file, "hints = off\n");
        String out = smtpsh("--show-config", "--json")
                .with("SMTPSH_HELO", "a.example")
                .run()
                .wentWell()
                .out();
        JsonObject shown = JsonParser.parseString(out).getAsJsonObject();
        assertEquals(file.toString(), shown.get("file").getAsString());
        assertEquals(1, out.lines().count());
        assertTrue(
                out.contains("{\"key\":\"hints\",\"value\":\"off\",\"source\":\"file\",\"where\":\"" + file + ":1\"}"));
        assertTrue(out.contains("{\"key\":\"helo\",\"value\":\"a.example\",\"source\":\"environment\","), out);
    }

    @Test
    void an_unknown_key_is_told_and_the_conversation_goes_on() throws IOException {
        Files.writeString(file, "verbostiy = full\n");
        Program.Result ran =
                smtpsh("practice:normal").input("NOOP\nQUIT\n").run().wentWell();
        assertEquals(
                "smtpsh: " + file + ":1:1: unknown key: verbostiy. The line is left out. Did you mean verbosity?\n",
                ran.err());
        assertTrue(ran.out().contains("C: NOOP\n"));
    }

    @Test
    void a_wrong_value_ends_it_before_anything_is_connected_to() throws IOException {
        Files.writeString(file, "[profile x]\nport = smtp\n");
        Program.Result ran = smtpsh("practice:normal").run();
        assertEquals(2, ran.exit());
        assertEquals("", ran.out());
        assertEquals(
                "smtpsh: " + file + ":2:8: port cannot be smtp. It is no such number."
                        + " Write a number from 1 to 65535.\n",
                ran.err());
    }

    @Test
    void a_profile_names_the_server_and_how_to_talk_to_it() throws IOException {
        Files.writeString(file, "helo = me.example.org\n[profile p]\nhost = practice:normal\nstarttls = required\n");
        Program.Result ran =
                smtpsh("--profile", "p").input("MAIL FROM:<>\nQUIT\n").run().wentWell();
        assertTrue(
                ran.out()
                        .matches(
                                "(?s).*C: EHLO me.example.org\n.*C: STARTTLS\n.*C: EHLO me.example.org\n.*C: MAIL FROM:<>\n.*"),
                ran.out());
    }

    // Arguments | a part of the one message.
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            --starttls --no-tls practice         | exclude each other
            --require-tls --tls-on-connect x     | exclude each other
            --no-tls smtps://localhost           | exclude each other
            --redact none practice               | Secrets are never written down
            --transcript x.doc practice          | The suffix tells the form
            --transcript /no/such/x.txt practice | There is no folder /no/such
            --ca /no/such.pem practice           | no such file
            --sni 192.0.2.1 practice             | no addresses
            --profile nobody practice            | no profile nobody
            --helo                               | --helo needs a value
            """)
    void what_cannot_be_is_one_message_and_exit_code_two(String arguments, String part) {
        Program.Result ran = smtpsh(arguments.split(" ")).run();
        assertEquals(2, ran.exit(), ran.out());
        assertTrue(ran.err().contains(part), ran.err());
        assertEquals(1, ran.err().lines().count(), ran.err());
    }

    @Test
    void answers_do_not_read_the_file() throws IOException {
        Files.writeString(file, "nonsense\n");
        assertEquals("", smtpsh("explain", "550").run().wentWell().err());
        assertEquals(2, smtpsh("practice:normal").run().exit());
    }

    @Test
    void without_a_home_nothing_is_read_and_that_is_said() {
        Program.Result ran = smtpsh("--show-config")
                .without("XDG_CONFIG_HOME")
                .without("HOME")
                .run()
                .wentWell();
        assertTrue(ran.out().contains("neither XDG_CONFIG_HOME nor HOME is set"), ran.out());
    }

    @Test
    void the_transcript_is_written_on_leaving_and_never_over_another() throws IOException {
        Path written = home.resolve("talk.md");
        Program.Result ran = smtpsh("--transcript", written.toString(), "--redact", "addresses", "practice")
                .input("EHLO a.example\nMAIL FROM:<amy@a.example>\nQUIT\n")
                .run()
                .wentWell();
        String text = Files.readString(written);
        assertTrue(text.contains("MAIL FROM:<"), text);
        assertFalse(text.contains("amy@a.example"), text);
        assertTrue(ran.err().contains("Transcript in " + written + ". No secrets; 1 address hidden."), ran.err());
        Program.Result again =
                smtpsh("--transcript", written.toString(), "practice").run();
        assertEquals(2, again.exit());
        assertTrue(again.err().contains("--transcript would write over " + written + ". It exists."), again.err());
    }

    @Test
    void ended_from_outside_it_says_quit_and_writes_the_transcript() throws Exception {
        Path written = home.resolve("talk.txt");
        try (ScriptedPeer peer = ScriptedPeer.playing(stage -> {
            stage.say("220 mx\r\n").hear();
            stage.say("250 mx\r\n").hear();
            stage.say("221 Bye\r\n").hearAll();
        })) {
            Process talk = new ProcessBuilder(
                            Smtpsh.launcher(), "--transcript", written.toString(), "127.0.0.1:" + peer.port())
                    .redirectErrorStream(true)
                    .start();
            talk.getOutputStream().write("EHLO a.example\n".getBytes());
            talk.getOutputStream().flush();
            StringBuilder out = new StringBuilder();
            while (out.indexOf("S: 250 mx") < 0) {
                out.append((char) talk.getInputStream().read());
            }
            talk.destroy();
            assertTrue(talk.waitFor(20, TimeUnit.SECONDS));
            assertEquals(143, talk.exitValue());
            assertEquals("EHLO a.example\r\nQUIT\r\n", peer.received());
        }
        assertTrue(Files.readString(written).contains("C: EHLO a.example"));
    }

    private Program smtpsh(String... arguments) {
        return Smtpsh.with(arguments)
                .with("HOME", home.toString())
                .with("XDG_CONFIG_HOME", home.resolve("xdg").toString());
    }

    private static String withoutOrigins(String shown) {
        return shown.replaceAll(" +# [^\n]*", "");
    }
}
