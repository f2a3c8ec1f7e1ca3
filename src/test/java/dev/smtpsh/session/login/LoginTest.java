package dev.smtpsh.session.login;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.smtpsh.peers.ScriptedPeer;
import dev.smtpsh.practice.PracticeServer;
import dev.smtpsh.practice.Setup;
import dev.smtpsh.practice.scenario.Scenario;
import dev.smtpsh.practice.scenario.ScenarioFile;
import dev.smtpsh.practice.scenario.ShippedScenarios;
import dev.smtpsh.sasl.Beginning;
import dev.smtpsh.sasl.Credentials;
import dev.smtpsh.sasl.KnownMechanism;
import dev.smtpsh.sasl.Mechanism;
import dev.smtpsh.sasl.Step;
import dev.smtpsh.session.Opener;
import dev.smtpsh.session.Opening;
import dev.smtpsh.session.Outcome;
import dev.smtpsh.session.Session;
import dev.smtpsh.session.setting.Patience;
import dev.smtpsh.session.setting.SessionSettings;
import dev.smtpsh.smtp.Octets;
import dev.smtpsh.smtp.command.Command;
import dev.smtpsh.smtp.reply.ReplyLimits;
import dev.smtpsh.smtp.state.Position;
import dev.smtpsh.tls.certificate.Anchors;
import dev.smtpsh.tls.client.TlsChoice;
import dev.smtpsh.wire.DialOptions;
import dev.smtpsh.wire.LinkLimits;
import dev.smtpsh.wire.Tap;
import dev.smtpsh.wire.Target;
import dev.smtpsh.wire.TcpDialer;
import java.net.InetAddress;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Logging in at a practice server, which shares no line of the mechanisms with us, and at servers that lie. */
@Timeout(60)
class LoginTest {
    private static final String HEAD = """
            name: x
            title: X
            about: An x.
            host: mx.test
            keywords: [AUTH PLAIN LOGIN CRAM-MD5 SCRAM-SHA-1 SCRAM-SHA-256 SCRAM-SHA-512]
            users: {amy: s3cretpw, "a=b,c": "p\u00e4ss w\u00f6rd"}
            turns:
            """;

    private final List<Object> events = new ArrayList<>();
    private final List<String> told = new ArrayList<>();
    private Optional<PracticeServer> server = Optional.empty();

    @AfterEach
    void stop() {
        server.ifPresent(PracticeServer::close);
    }

    @ParameterizedTest
    @EnumSource(
            value = KnownMechanism.class,
            names = {"SCRAM_SHA_512", "SCRAM_SHA_256", "SCRAM_SHA_1", "CRAM_MD5", "PLAIN", "LOGIN"})
    void every_mechanism_logs_in_and_is_refused(KnownMechanism known) throws Exception {
        Session session = at("  - {when: noop, reply: '250 ok'}\n");
        LoginResult refused = login(session, known, "amy", "wrong");
        assertTrue(assertInstanceOf(LoginResult.Refused.class, refused)
                .last()
                .reply()
                .is(535));
        assertFalse(session.state().loggedIn());
        assertInstanceOf(LoginResult.Accepted.class, login(session, known, "amy", "s3cretpw"));
        assertEquals(Optional.of(known.word()), session.state().login());
        assertTrue(session.state().loggedIn());
    }

    @ParameterizedTest
    @EnumSource(
            value = KnownMechanism.class,
            names = {"SCRAM_SHA_512", "SCRAM_SHA_256", "SCRAM_SHA_1", "CRAM_MD5", "PLAIN", "LOGIN"})
    void names_and_passwords_may_hold_anything(KnownMechanism known) throws Exception {
        Session session = at("  - {when: noop, reply: '250 ok'}\n");
        LoginResult result = login(session, known, "a=b,c", "p\u00e4ss w\u00f6rd");
        assertInstanceOf(LoginResult.Accepted.class, result, told::toString);
    }

    @Test
    void no_exchange_no_event_and_no_failure_holds_the_secret() throws Exception {
        Session session = at("  - {when: login, faults: [drop]}\n");
        assertInstanceOf(LoginResult.Broken.class, login(session, KnownMechanism.PLAIN, "amy", "s3cretpw"));
        assertTrue(told.toString().contains("AUTH PLAIN ***"), told::toString);
        noSecretIn(events + "" + told);
        Session other = at("  - {when: noop, reply: '250 ok'}\n");
        login(other, KnownMechanism.LOGIN, "amy", "s3cretpw");
        assertTrue(told.toString().contains("***"), told::toString);
        noSecretIn(events + "" + told);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "SCRAM_SHA_256| {when: challenge, faults: [scram-iterations: 1]}| wants only 1 rounds",
                "SCRAM_SHA_256| {when: challenge, faults: [scram-iterations: 1000000000]}| more than 1000000 rounds",
                "SCRAM_SHA_1  | {when: challenge, faults: [scram-iterations: 99999999999999999]}| more than 1000000",
                "SCRAM_SHA_256| {when: challenge, faults: [scram-other-nonce]}| does not extend ours",
                "SCRAM_SHA_256| {when: challenge, faults: [scram-wrong-signature]}| signature is wrong",
                "SCRAM_SHA_256| {when: challenge, reply: '334 %%%'}| not base64",
                "SCRAM_SHA_256| {when: challenge, reply: '334'}| sends nothing",
                "CRAM_MD5     | {when: challenge, reply: '334'}| challenge is empty",
                "PLAIN        | {when: login, always: true, reply: '334 QWdhaW4='}| said everything in one answer",
                "LOGIN        | {when: login, always: true, reply: '334 QWdhaW4='}| has the user name and the password",
                "CRAM_MD5     | {when: login, always: true, reply: '334 QWdhaW4='}| has the answer to its challenge",
                "SCRAM_SHA_256| {when: login, always: true, reply: '334 QWdhaW4='}| both sides have proved",
            })
    void what_must_not_be_answered_is_cancelled(KnownMechanism known, String turn, String why) throws Exception {
        Session session = at("  - " + turn + "\n");
        LoginResult result = login(session, known, "amy", "s3cretpw");
        LoginResult.GivenUp givenUp = assertInstanceOf(LoginResult.GivenUp.class, result, told::toString);
        assertTrue(givenUp.why().contains(why), givenUp.why());
        assertFalse(session.state().loggedIn());
        // A server that asks on even after "*" would take whatever else is said as an answer.
        boolean asksOn = turn.contains("always");
        assertEquals(asksOn, givenUp.dropped());
        assertEquals(asksOn ? Position.CLOSED : Position.READY, session.state().position());
        assertTrue(told.get(told.size() - 1).startsWith("* -> " + (asksOn ? "334" : "501")), told::toString);
    }

    @Test
    void a_server_that_asks_for_ever_is_left_after_ten_challenges() throws Exception {
        Mechanism patient = new Patient("PLAIN", Optional.empty());
        Session session = at("  - {when: login, always: true, reply: '334 QWdhaW4='}\n");
        LoginResult result = new Login(session, this::tell).run(patient);
        assertTrue(assertInstanceOf(LoginResult.GivenUp.class, result).why().contains("asked 10 times"));
        assertEquals(12, told.size());
    }

    @ParameterizedTest
    @CsvSource({"SCRAM_SHA_256, never proved", "LOGIN, never asked", "CRAM_MD5, never asked"})
    void yes_without_asking_proves_nothing(KnownMechanism known, String missing) throws Exception {
        Session session = at("  - {when: auth, reply: '235 2.7.0 Fine'}\n");
        LoginResult result = login(session, known, "amy", "s3cretpw");
        assertTrue(
                assertInstanceOf(LoginResult.Unproven.class, result).missing().contains(missing));
        assertTrue(session.state().loggedIn());
    }

    @Test
    void the_impostor_is_found_out() throws Exception {
        Session session = open(start(ShippedScenarios.named("impostor").orElseThrow()));
        LoginResult result = login(session, KnownMechanism.SCRAM_SHA_256, "amy", "s3cretpw");
        assertTrue(assertInstanceOf(LoginResult.GivenUp.class, result).why().contains("signature is wrong"));
    }

    @Test
    void an_initial_response_that_makes_the_line_too_long_waits_for_the_challenge() throws Exception {
        String longPassword = "x".repeat(10_000);
        try (ScriptedPeer peer = ScriptedPeer.playing(stage -> {
            stage.say("220 mx\r\n").hear();
            stage.say("334 \r\n").hear();
            stage.say("235 ok\r\n").hearAll();
        })) {
            Session session = opened(peer.port());
            LoginResult result = login(session, KnownMechanism.PLAIN, "amy", longPassword);
            assertInstanceOf(LoginResult.Accepted.class, result);
            session.close();
            String base64 = Base64.getEncoder().encodeToString(("\0amy\0" + longPassword).getBytes());
            assertEquals("AUTH PLAIN\r\n" + base64 + "\r\n", peer.received());
        }
    }

    @Test
    void an_answer_may_be_empty_and_an_empty_initial_response_is_an_equals_sign() throws Exception {
        try (ScriptedPeer peer = ScriptedPeer.playing(stage -> {
            stage.say("220 mx\r\n").hear();
            stage.say("334 \r\n").hear();
            stage.say("235 ok\r\n").hearAll();
        })) {
            Session session = opened(peer.port());
            new Login(session, this::tell).run(new Patient("X-ODD", Optional.of(new byte[0])));
            session.close();
            assertEquals("AUTH X-ODD =\r\n\r\n", peer.received());
        }
    }

    /** Answers everything by nothing. */
    private record Patient(String name, Optional<byte[]> initialResponse) implements Mechanism {
        @Override
        public Step respond(byte[] challenge) {
            return new Step.Answer(new byte[0]);
        }

        @Override
        public Optional<String> missing() {
            return Optional.empty();
        }

        @Override
        public void close() {}
    }

    private static void noSecretIn(String text) {
        String plain = Base64.getEncoder().encodeToString("\0amy\0s3cretpw".getBytes());
        String alone = Base64.getEncoder().encodeToString("s3cretpw".getBytes());
        for (String secret : List.of("s3cretpw", plain, alone)) {
            assertFalse(text.contains(secret), text);
        }
    }

    private LoginResult login(Session session, KnownMechanism known, String user, String password) {
        Beginning beginning = known.begin(new Credentials(user, password.toCharArray()), "ournonce");
        try (Mechanism mechanism = ((Beginning.Ready) beginning).mechanism()) {
            return new Login(session, this::tell).run(mechanism);
        }
    }

    private void tell(Outcome outcome) {
        events.add(outcome);
        told.add(
                outcome instanceof Outcome.Answered answered
                        ? answered.exchange().command().orElseThrow() + " -> "
                                + answered.exchange().reply().lines().get(0).received()
                        : outcome.toString());
    }

    private Session at(String turns) throws Exception {
        ScenarioFile file = ScenarioFile.read("x.yaml", HEAD + turns);
        return open(start(file.scenario().orElseThrow(() -> new AssertionError(file.complaints()))));
    }

    private PracticeServer start(Scenario scenario) throws Exception {
        stop();
        server = Optional.of(PracticeServer.start(scenario, Setup.ordinary()));
        return server.get();
    }

    private Session open(PracticeServer practice) {
        Session session = opened(practice.port());
        session.send(new Command.Line(Octets.latin1("EHLO client.test")));
        return session;
    }

    private Session opened(int port) {
        SessionSettings settings = new SessionSettings(
                new Patience(Optional.of(Duration.ofSeconds(10))),
                ReplyLimits.DEFAULT,
                TlsChoice.DEFAULT,
                Anchors.system(),
                false);
        Opener opener = new Opener(
                new TcpDialer(DialOptions.DEFAULT, LinkLimits.DEFAULT), settings, Clock.systemUTC(), events::add);
        Target target = new Target("mx.test", InetAddress.getLoopbackAddress(), port);
        return ((Opening.Opened) opener.open(List.of(target), Tap.NONE)).session();
    }
}
