package dev.smtpsh;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.smtpsh.peers.Postfix;
import dev.smtpsh.peers.Program;
import dev.smtpsh.peers.ScriptedPeer;
import dev.smtpsh.peers.Smtpsh;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Conversations fed through a pipe to the built launcher. */
@Timeout(60)
class PipeIT {
    @Test
    void runsCommandByCommandAlsoTheLastLineWithoutNewline() throws Exception {
        try (ScriptedPeer peer = ScriptedPeer.playing(stage -> {
            stage.say("220 mx ESMTP\r\n").hear();
            stage.say("250-mx\r\n250 PIPELINING\r\n").hear();
            stage.say("250 2.1.0 Ok\r\n").hear();
            stage.say("221 2.0.0 Bye\r\n").hearAll();
        })) {
            Program.Result ran = talk("EHLO a.example\nMAIL FROM:<>\nQUIT", "127.0.0.1:" + peer.port());
            assertEquals(0, ran.exit(), ran.err());
            assertEquals("EHLO a.example\r\nMAIL FROM:<>\r\nQUIT\r\n", peer.received());
            assertTrue(ran.out().contains("C: MAIL FROM:<>\n"), ran.out());
            assertTrue(ran.out().contains("S: 250-mx\nS: 250 PIPELINING\n"), ran.out());
            assertFalse(ran.out().matches("(?s).*(greeted|ready|mail\\*|closed)!?> .*"), "no prompt: " + ran.out());
            assertEquals("", ran.err());
        }
    }

    @Test
    void bytesGoOutAsTypedHoweverWrong() throws Exception {
        try (ScriptedPeer peer = ScriptedPeer.playing(stage -> {
            stage.say("220 mx\r\n").hear();
            stage.say("501 no\r\n").hear();
            stage.say("250 ok\r\n").hearAll();
        })) {
            Program.Result ran = talk("  rcpt   TO: am\u00e9\t<\nraw \"NOOP\\r\\n\"\n", "127.0.0.1:" + peer.port());
            assertEquals("  rcpt   TO: am\u00c3\u00a9\t<\r\nNOOP\r\nQUIT\r\n", peer.received(), ran.out());
        }
    }

    @Test
    void saysGoodbyeWhenTheInputEnds() throws Exception {
        try (ScriptedPeer peer = ScriptedPeer.playing(stage -> {
            stage.say("220 mx\r\n").hear();
            stage.say("221 Bye\r\n");
        })) {
            talk("", "127.0.0.1:" + peer.port());
            assertEquals("QUIT\r\n", peer.received());
        }
    }

    @Test
    void aMessageIsStuffedAndSentAtTheDot() throws Exception {
        try (ScriptedPeer peer = ScriptedPeer.playing(stage -> {
            stage.say("220 mx\r\n").hear();
            stage.say("354 Go on\r\n");
            while (!stage.hear().equals(".\r\n")) {
                continue;
            }
            stage.say("250 2.0.0 Ok: queued\r\n").hear();
            stage.say("221 Bye\r\n");
        })) {
            Program.Result ran = talk("DATA\nSubject: x\n\n.hidden\n..\n.\nQUIT\n", "127.0.0.1:" + peer.port());
            assertEquals("DATA\r\nSubject: x\r\n\r\n..hidden\r\n...\r\n.\r\nQUIT\r\n", peer.received());
            assertEquals(0, ran.exit());
        }
    }

    @Test
    void aConversationWithPostfixThroughAPipe() throws Exception {
        try (Postfix postfix = Postfix.start()) {
            String server = "127.0.0.1:" + postfix.port();
            Program.Result three = talk("EHLO a.example\nMAIL FROM:<>\nQUIT\n", server);
            assertEquals(0, three.exit(), three.out());
            assertTrue(three.out().contains("S: 221 2.0.0 Bye"), three.out());
            String typed = "EHLO a.example\nSTARTTLS\nEHLO a.example\nMAIL FROM:<>\nRCPT TO:<nobody@practice.test>\n"
                    + "RCPT TO:<amy@practice.test>\nDATA\nSubject: piped\n\n..two dots\n.\nQUIT";
            Program.Result ran = talk(typed, "--json", server);
            assertEquals(1, ran.exit(), ran.out());
            List<JsonObject> objects = ran.out()
                    .lines()
                    .map(line -> JsonParser.parseString(line).getAsJsonObject())
                    .toList();
            assertEquals(10, objects.size(), ran.out());
            JsonObject tls = objects.get(2).getAsJsonObject("handshake");
            assertEquals("TLSv1.3", tls.get("version").getAsString());
            assertFalse(tls.get("trusted").getAsBoolean());
            assertEquals("user-unknown", objects.get(5).get("reason").getAsString());
            assertEquals(
                    250, objects.get(8).getAsJsonObject("reply").get("code").getAsInt());
            Instant end = Instant.now().plusSeconds(20);
            while (postfix.mailOf("amy").isEmpty() && Instant.now().isBefore(end)) {
                Thread.onSpinWait();
            }
            assertTrue(postfix.mailOf("amy").get(0).contains("\n..two dots"), postfix.log());
        }
    }

    @Test
    void oneJsonObjectAnExchange() {
        Program.Result ran = talk(
                "EHLO a\nSTARTTLS\nEHLO a\nMAIL FROM:<a@b.example>\n"
                        + "RCPT TO:<nobody@practice.test>\nMALI x\nQUIT\n",
                "--json",
                "practice:nouser");
        List<JsonObject> objects = ran.out()
                .lines()
                .map(line -> JsonParser.parseString(line).getAsJsonObject())
                .toList();
        assertEquals(7, objects.size(), ran.out());
        assertTrue(objects.get(0).get("sent").isJsonNull());
        JsonObject refused = objects.get(5);
        assertEquals(1, refused.get("v").getAsInt());
        assertEquals(5, refused.get("n").getAsInt());
        assertEquals("mail", refused.get("state").getAsString());
        assertEquals("RCPT TO:<nobody@practice.test>", refused.get("sent").getAsString());
        assertEquals(550, refused.getAsJsonObject("reply").get("code").getAsInt());
        assertEquals("5.1.1", refused.getAsJsonObject("reply").get("enhanced").getAsString());
        assertEquals("refused", refused.get("outcome").getAsString());
        assertEquals("user-unknown", refused.get("reason").getAsString());
        assertTrue(refused.get("tls").getAsString().startsWith("TLSv1."));
        assertTrue(refused.get("error").isJsonNull());
        for (String key : List.of("session", "ms", "rule", "confidence", "meaning", "who", "fix")) {
            assertTrue(refused.has(key), key);
        }
        assertTrue(ran.err().contains("Did you mean MAIL?"), ran.err());
        assertEquals(2, ran.exit());
    }

    @Test
    void secretsAppearNowhere() {
        Program.Result ran =
                talk("EHLO a\nSTARTTLS\nEHLO a\nAUTH PLAIN AGFteQBzM2NyZXRwdw==\nQUIT\n", "--json", "practice:normal");
        Program.Result text =
                talk("EHLO a\nSTARTTLS\nEHLO a\nAUTH LOGIN\nYW15\nczNjcmV0cHc=\nQUIT\n", "practice:normal");
        for (String output : List.of(ran.out(), ran.err(), text.out(), text.err())) {
            assertFalse(output.contains("AGFteQBzM2NyZXRwdw") || output.contains("czNjcmV0cHc"), output);
            assertFalse(output.contains("s3cretpw"), output);
        }
        assertTrue(text.out().contains("S: 235"), text.out());
        assertTrue(ran.out().contains("\"code\":235"), ran.out());
    }

    // What is typed | the target | the exit code.
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    EHLO a~QUIT~                                                       | practice:normal       | 0
                    EHLO a~MAIL FROM:<>~RCPT TO:<nobody@practice.test>~                | practice:nouser       | 1
                    RCPT TO:<amy@practice.test>~QUIT~                                  | practice:normal       | 1
                    EHLO a~MAIL FROM:<a@b.example>~RCPT TO:<bob@elsewhere.example>~    | practice:relay-denied | 1
                    EHLO a~MAIL FROM:<a@b.example>~RCPT TO:<amy@practice.test>~        | practice:greylist     | 3
                    QIUT~                                                              | practice:normal       | 2
                    DATA~                                                              | practice:nosuch       | 2
                    EHLO a~STARTTLS~EHLO a~AUTH PLAIN AGFteQBiYWQ=~QUIT~               | practice:normal       | 6
                    EHLO a~                                                            | practice:not-smtp     | 8
                    EHLO a~STARTTLS~QUIT~                                              | practice:tls-expired  | 0
                    """)
    void theExitCodeTellsTheWorstThatHappened(String typed, String target, int exit) {
        Program.Result ran = talk(typed.replace("~", "\n"), target);
        assertEquals(exit, ran.exit(), ran.out() + ran.err());
    }

    @Test
    void aClosedPortAnUnknownHostAndASilentServerHaveTheirExitCodes() throws IOException {
        int port;
        try (ServerSocket closed = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = closed.getLocalPort();
        }
        Program.Result refused = talk("QUIT\n", "127.0.0.1:" + port);
        assertEquals(4, refused.exit());
        assertThreeParts(refused, "refused", "Nothing listens on that port", "Check the port");
        Program.Result unknown = talk("QUIT\n", "no-such-host.invalid");
        assertEquals(4, unknown.exit());
        assertTrue(unknown.out().contains("no-such-host.invalid"), unknown.out());
        Program.Result silent = talk("QUIT\n", "--timeout", "500ms", "practice:silent");
        assertEquals(7, silent.exit());
        assertThreeParts(silent, "no whole reply within 500 ms", "greet delay", "--tls-on-connect");
    }

    @Test
    void plainTextWhereTlsIsExpectedIsATlsProblem() throws Exception {
        try (ScriptedPeer peer =
                ScriptedPeer.playing(stage -> stage.say("220 mx plain\r\n").hold())) {
            Program.Result ran = talk("QUIT\n", "--tls-on-connect", "127.0.0.1:" + peer.port());
            assertEquals(5, ran.exit(), ran.out());
            assertTrue(ran.out().contains("220 mx plain"), ran.out());
        }
    }

    @Test
    void tlsOnAPlainPortIsNamed() throws Exception {
        try (ScriptedPeer peer =
                ScriptedPeer.playing(stage -> stage.say("\u0015\u0003\u0003\u0000\u0002\u0002\u0028"))) {
            Program.Result ran = talk("QUIT\n", "127.0.0.1:" + peer.port());
            assertEquals(8, ran.exit(), ran.out());
            assertTrue(ran.out().contains("TLS from the first octet"), ran.out());
        }
    }

    @Test
    void nothingAServerSaysReachesTheTerminalRaw() throws Exception {
        try (ScriptedPeer peer = ScriptedPeer.playing(stage -> {
            stage.say("220 \u001b]0;pwn\u0007\u001b[2J\u0000\u009b31m\u00e9 \u0085\r\n")
                    .hear();
            stage.say("250 x\r\ry\r\n");
        })) {
            Program.Result ran = talk("NOOP\n", "127.0.0.1:" + peer.port());
            assertTrue(ran.out().chars().noneMatch(c -> c < ' ' && c != '\n' || c >= 0x7f && c <= 0x9f), ran.out());
            assertTrue(ran.out().contains("^["), ran.out());
        }
    }

    // Arguments | a part of the one message.
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    --jsno practice              | Did you mean --json?
                    -4 -6 practice               | exclude each other
                    --port 70000 localhost       | from 1 to 65535
                    --timeout soon localhost     | cannot read soon as a time
                    --limit reply-sise=5 x       | Did you mean reply-size?
                    mx.example.net:99999         | a port is a number from 1 to 65535
                    exlpain 550                  | Did you mean explain?
                    explain 5                    | cannot explain 5
                    explain 5500                 | cannot explain 5500
                    practice nosuch              | There are
                    one two                      | no command one
                    ''                           | no TARGET
                    """)
    void wrongUsageIsOneMessageAndExitCodeTwo(String arguments, String part) {
        Program.Result ran = Smtpsh.with(arguments.isEmpty() ? new String[0] : arguments.split(" "))
                .run();
        assertEquals(2, ran.exit(), ran.out());
        assertTrue(ran.err().contains(part), ran.err());
        assertEquals(1, ran.err().lines().count(), ran.err());
        assertFalse(ran.err().contains("Exception"), ran.err());
    }

    private static void assertThreeParts(Program.Result ran, String what, String why, String mend) {
        String flat = ran.out().replaceAll("\\s*\\n\\s*\\|\\s*", " ");
        for (String part : List.of(what, why, mend)) {
            assertTrue(flat.toLowerCase().contains(part.toLowerCase()), part + " is missing in:\n" + ran.out());
        }
    }

    private static Program.Result talk(String typed, String... arguments) {
        return Smtpsh.with(arguments).input(typed).run();
    }
}
