package dev.smtpsh;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.smtpsh.peers.NameServer;
import dev.smtpsh.peers.Nsd;
import dev.smtpsh.peers.Program;
import dev.smtpsh.peers.ScriptedPeer;
import dev.smtpsh.peers.Smtpsh;
import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The built smtpsh against NSD, and against a name server that misbehaves. */
@Timeout(120)
class LookupIT {
    private static final String HEAD = """
            $TTL 300
            @ SOA ns.practice.example. admin.practice.example. 1 3600 600 86400 60
            @ NS ns.practice.example.
            """;
    private static final String ZONE = HEAD
            + """
              @        MX 10 mx1
              @        MX 20 mx2
              @        MX 5  mx0
              ns       A 127.0.0.1
              mx0      TXT "no address"
              mx1      A 127.0.0.2
              mx2      A 127.0.0.1
              null     MX 0 .
              web      A 127.0.0.3
              empty    TXT "nothing"
              alias    MX 10 canonical
              canonical CNAME mx2
              loop     CNAME pool
              pool     CNAME loop
              """
            + many("many", "A 10.9.%d.%d")
            + IntStream.range(0, 100)
                    .mapToObj(i -> "hundred MX " + i + " mx2\n")
                    .collect(Collectors.joining());
    private static final String REVERSE = HEAD + """
              1.0.0 PTR mx2.practice.example.
              2.0.0 PTR web.practice.example.
              """;

    private static Nsd nsd;

    @BeforeAll
    static void start() throws Exception {
        nsd = Nsd.start(Map.of("practice.example", ZONE, "127.in-addr.arpa", REVERSE));
    }

    @AfterAll
    static void stop() {
        if (nsd != null) {
            nsd.close();
        }
    }

    // The domain | the exit code | what is said.
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    practice.example         | 0 | 10  mx1.practice.example
                    PRACTICE.example.        | 0 | 20  mx2.PRACTICE.example
                    @practice.example        | 0 | mx0.practice.example
                    nosuch.practice.example  | 4 | does not exist (NXDOMAIN)
                    empty.practice.example   | 4 | no MX record and no address
                    null.practice.example    | 4 | takes no mail
                    web.practice.example     | 0 | no MX record, but an address
                    alias.practice.example   | 0 | is an alias of mx2.practice.example
                    hundred.practice.example | 0 | 100 hosts
                    loop.practice.example    | 4 | the aliases lead nowhere
                    elsewhere.example        | 4 | refused the question
                    """)
    void mxTellsWhereMailGoes(String domain, int exit, String words) {
        Program.Result ran = ask("mx", domain);
        assertEquals(exit, ran.exit(), ran.out() + ran.err());
        assertTrue(ran.out().contains(words), ran.out());
        assertEquals("", ran.err());
    }

    @Test
    void aLongAnswerComesOverTcp() {
        JsonObject answer = json(ask("mx", "--json", "many.practice.example"));
        JsonObject host = answer.getAsJsonArray("hosts").get(0).getAsJsonObject();
        assertTrue(
                host.getAsJsonArray("asked").get(0).getAsJsonObject().get("tcp").getAsBoolean());
        assertEquals(250, host.getAsJsonArray("addresses").size());
        assertEquals("implicit", answer.get("way").getAsString());
    }

    @Test
    void jsonAlsoTellsThatItFailed() {
        JsonObject refused = json(ask("mx", "--json", "elsewhere.example"));
        assertEquals("refused", refused.getAsJsonObject("error").get("kind").getAsString());
        JsonObject found = json(ask("mx", "--json", "practice.example"));
        assertTrue(found.getAsJsonObject("asked").get("authoritative").getAsBoolean());
        assertEquals(refused.keySet(), found.keySet());
    }

    @Test
    void plainLinesHaveFields() {
        Program.Result ran = ask("mx", "--plain", "practice.example");
        assertEquals(
                "practice.example\tlisted\t5\tmx0.practice.example\t-\tno-address",
                ran.out().lines().findFirst().orElseThrow());
    }

    @Test
    void ptrFollowsTheNamesBack() {
        Program.Result back = ask("ptr", "127.0.0.1");
        assertEquals(0, back.exit(), back.out());
        assertTrue(back.out().contains("mx2.practice.example - leads back"), back.out());
        Program.Result elsewhere = ask("ptr", "127.0.0.2");
        assertEquals(4, elsewhere.exit());
        assertTrue(elsewhere.out().contains("web.practice.example - leads to 127.0.0.3 instead"), elsewhere.out());
        assertEquals(0, ask("ptr", "mx2.practice.example").exit());
        Program.Result none = ask("ptr", "--json", "nosuch.practice.example");
        assertEquals(4, none.exit());
        assertEquals(
                "unreachable", json(none).getAsJsonObject("error").get("kind").getAsString());
    }

    @Test
    void theBestHostThatCanBeReachedIsOpenedAndTheOthersAreAccountedFor() throws Exception {
        try (ScriptedPeer peer = ScriptedPeer.playing(stage -> {
            stage.say("220 mx2.practice.example ESMTP\r\n").hear();
            stage.say("221 Bye\r\n");
        })) {
            Program.Result ran = talk("QUIT\n", "--port", String.valueOf(peer.port()), "@practice.example");
            assertEquals(0, ran.exit(), ran.out());
            String out = flat(ran.out());
            assertTrue(out.contains("MX practice.example - 3 hosts"), out);
            assertTrue(out.contains("Skipped: mx0.practice.example has no address"), out);
            String refused = "Skipped: connection to mx1.practice.example (127.0.0.2:" + peer.port() + ") refused";
            assertTrue(out.contains(refused), out);
            assertTrue(out.contains("Connected to mx2.practice.example (127.0.0.1:" + peer.port() + ")"), out);
            assertTrue(out.contains("S: 220 mx2.practice.example ESMTP"), out);
        }
    }

    @Test
    void theWordsWorkInAConversation() throws Exception {
        try (ScriptedPeer peer = ScriptedPeer.playing(stage -> {
            stage.say("220 mx\r\n").hear();
            stage.say("550 5.1.1 no\r\n").hear();
            stage.say("221 Bye\r\n");
        })) {
            Program.Result ran = talk(
                    "RCPT TO:<amy@null.practice.example>\nmx\nptr\nmx web.practice.example\nQUIT\n",
                    "mx2.practice.example:" + peer.port());
            String out = flat(ran.out());
            assertTrue(out.contains("null.practice.example - takes no mail"), out);
            assertTrue(out.contains("Both ends have the same address:"), out);
            assertTrue(out.contains("mx2.practice.example - leads back"), out);
            assertTrue(out.contains("web.practice.example - no MX record, but an address"), out);
            assertEquals(1, ran.exit());
        }
    }

    // The target | the exit code | what is said.
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    @nosuch.practice.example | 4 | No such domain: nosuch.practice.example
                    @null.practice.example   | 4 | Null.practice.example takes no mail
                    @empty.practice.example  | 4 | has no mail host
                    @elsewhere.example       | 4 | could not be looked up: the name server refused
                    nosuch.practice.example  | 4 | No such host: nosuch.practice.example
                    empty.practice.example   | 4 | Empty.practice.example has no address
                    x.elsewhere.example      | 4 | could not be looked up: the name server refused
                    """)
    void nowhereToGoIsSaidInWordsOfItsOwn(String target, int exit, String words) {
        Program.Result ran = talk("QUIT\n", target);
        assertEquals(exit, ran.exit(), ran.out());
        assertTrue(flat(ran.out()).contains(words), ran.out());
    }

    @Test
    void aSilentAnAbsentAndABrokenNameServerAreThreeThings() throws IOException {
        try (DatagramSocket silent = new DatagramSocket(0, InetAddress.getLoopbackAddress());
                NameServer broken = NameServer.start().zone("x.example")) {
            broken.fault("x.example", NameServer.Fault.SERVFAIL);
            String nobody = "127.0.0.1:" + silent.getLocalPort();
            Program.Result waited = with(nobody, "mx", "--dns-timeout", "600ms", "x.example");
            assertEquals(7, waited.exit(), waited.out());
            assertTrue(waited.out().contains("no name server answered in time"), waited.out());
            Program.Result host = with(nobody, "--dns-timeout", "600ms", "x.example");
            assertEquals(7, host.exit(), host.out());
            Program.Result failed = with(broken.option(), "mx", "x.example");
            assertEquals(4, failed.exit(), failed.out());
            assertTrue(failed.out().contains("(SERVFAIL)"), failed.out());
            assertTrue(flat(failed.out()).contains("no ^[[2Jluck"), failed.out());
        }
        String gone;
        try (DatagramSocket closed = new DatagramSocket(0, InetAddress.getLoopbackAddress())) {
            gone = "127.0.0.1:" + closed.getLocalPort();
        }
        Program.Result absent = with(gone, "mx", "x.example");
        assertEquals(4, absent.exit(), absent.out());
        assertTrue(absent.out().contains("cannot be reached"), absent.out());
    }

    @Test
    void withoutTheOptionTheSystemsNameServersAreAsked() {
        Program.Result ran = Smtpsh.with("mx", "practice.example")
                // What dnsjava takes for the system's configuration, before resolv.conf.
                .with("SMTPSH_JAVA_OPTS", "-Ddns.server=" + nsd.option())
                .run();
        assertEquals(0, ran.exit(), ran.out() + ran.err());
        assertTrue(ran.out().contains("by " + nsd.option()), ran.out());
    }

    // Arguments | a part of the message.
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    mx                                | mx needs a domain
                    mx a..b                           | two dots
                    mx a b                            | more than one
                    ptr                               | ptr needs an address
                    mx --resolver ns.example a.b      | no address of a name server
                    mx --resolver 127.0.0.1:0 a.b     | no address of a name server
                    --resolver 127.0.0.1:x practice   | no address of a name server
                    @a@b                              | that is no host name
                    """)
    void wrongUsageIsOneMessage(String arguments, String part) {
        Program.Result ran = Smtpsh.with(arguments.split(" ")).run();
        assertEquals(2, ran.exit(), ran.out());
        assertTrue(ran.err().contains(part), ran.err());
        assertEquals(1, ran.err().lines().count(), ran.err());
    }

    @Test
    void dnsjavaDoesNotTakeOverTheHostNamesOfJava() throws IOException {
        Path jar = Path.of(Smtpsh.launcher())
                .resolve("../../lib/smtpsh-libraries.jar")
                .normalize();
        try (FileSystem inside = FileSystems.newFileSystem(jar)) {
            assertTrue(Files.exists(inside.getPath("org/xbill/DNS/Message.class")));
            assertFalse(Files.exists(inside.getPath("META-INF/services/java.net.spi.InetAddressResolverProvider")));
        }
    }

    @Test
    void dnsjavaIsLoadedForLookUpsOnly(@TempDir Path folder) throws IOException {
        assertFalse(loaded(folder, "explain", "550").contains("org.xbill"));
        assertFalse(loaded(folder, "practice:normal").contains("org.xbill"));
        assertFalse(loaded(folder, "--resolver", "127.0.0.1", "--connect-timeout", "1s", "127.0.0.1:1")
                .contains("org.xbill"));
        assertTrue(loaded(folder, "mx", "--resolver", nsd.option(), "x.example").contains("org.xbill.DNS.Message"));
    }

    private static String loaded(Path folder, String... arguments) throws IOException {
        Path log = folder.resolve("classes");
        Smtpsh.with(arguments)
                .with("SMTPSH_JAVA_OPTS", "-Xlog:class+load:file=" + log)
                .input("QUIT\n")
                .run();
        String classes = Files.readString(log);
        Files.delete(log);
        assertTrue(classes.contains("dev.smtpsh.cli.Cli"), classes);
        return classes;
    }

    private static String many(String owner, String data) {
        return IntStream.range(0, 250)
                .mapToObj(i -> owner + " " + data.formatted(i / 200, i % 200) + "\n")
                .collect(Collectors.joining());
    }

    private static Program.Result ask(String word, String... arguments) {
        return with(nsd.option(), joined(word, arguments));
    }

    private static Program.Result talk(String typed, String... arguments) {
        return Smtpsh.with(joined("--resolver=" + nsd.option(), arguments))
                .input(typed)
                .run();
    }

    private static Program.Result with(String resolver, String... arguments) {
        List<String> all = new ArrayList<>(List.of(arguments));
        int at = all.get(0).equals("mx") || all.get(0).equals("ptr") ? 1 : 0;
        all.add(at, "--resolver=" + resolver);
        return Smtpsh.with(all.toArray(String[]::new)).input("QUIT\n").run();
    }

    private static String flat(String out) {
        return out.replaceAll("\\s*\\n\\s*\\|\\s*", " ").replaceAll(" +", " ");
    }

    private static JsonObject json(Program.Result ran) {
        assertEquals(1, ran.out().lines().count(), ran.out() + ran.err());
        return JsonParser.parseString(ran.out()).getAsJsonObject();
    }

    private static String[] joined(String first, String... more) {
        return Stream.concat(Stream.of(first), Stream.of(more)).toArray(String[]::new);
    }
}
