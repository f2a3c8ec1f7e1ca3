package dev.smtpsh.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.smtpsh.annotate.matching.ShippedRules;
import dev.smtpsh.dns.Family;
import dev.smtpsh.dns.query.NameService;
import dev.smtpsh.peers.ScriptedPeer;
import dev.smtpsh.render.Drawing;
import dev.smtpsh.render.Level;
import dev.smtpsh.session.setting.Patience;
import dev.smtpsh.session.setting.SessionSettings;
import dev.smtpsh.shell.ask.Questions;
import dev.smtpsh.shell.connect.NetConnector;
import dev.smtpsh.shell.connect.TargetSpec;
import dev.smtpsh.shell.face.Face;
import dev.smtpsh.shell.face.TextFace;
import dev.smtpsh.shell.login.Caution;
import dev.smtpsh.shell.login.Keyring;
import dev.smtpsh.shell.login.Logins;
import dev.smtpsh.shell.means.Choices;
import dev.smtpsh.shell.means.ExitCode;
import dev.smtpsh.shell.means.Identity;
import dev.smtpsh.shell.means.Manner;
import dev.smtpsh.shell.teach.Syllabus;
import dev.smtpsh.smtp.Octets;
import dev.smtpsh.smtp.reply.ReplyLimits;
import dev.smtpsh.tls.certificate.Anchors;
import dev.smtpsh.tls.client.TlsChoice;
import dev.smtpsh.wire.DialOptions;
import dev.smtpsh.wire.LinkLimits;
import dev.smtpsh.wire.TcpDialer;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Logging in at the shell, with somebody who answers questions, or nobody. */
@Timeout(60)
class LoginAtTheShellTest {
    private final StringBuilder shown = new StringBuilder();
    private Somebody somebody = new Somebody(Questions.Reach.PROMPT);
    private Optional<Shell> opened = Optional.empty();
    private boolean keeps;

    @AfterEach
    void leave() {
        opened.ifPresent(Shell::leave);
    }

    @Test
    void auth_asks_for_user_and_password_and_takes_the_best_mechanism() {
        Shell shell = at("practice:auth");
        somebody.says("amy", "s3cretpw");
        type(shell, "EHLO a", "STARTTLS", "EHLO a", "auth");
        sees("Logging in by SCRAM-SHA-512", "C: AUTH SCRAM-SHA-512 ***", "S: 235");
        assertEquals(List.of("User on practice: ", "Password for amy on practice: "), somebody.asked);
        assertTrue(somebody.wiped(), "the password is wiped after use");
        assertFalse(shown.toString().contains("s3cretpw"));
        assertEquals(ExitCode.FINE, shell.exitCode());
        assertTrue(
                shell.prompt(80).text().endsWith(" tls amy ready> "),
                shell.prompt(80).text());
    }

    @Test
    void a_mechanism_and_a_user_can_be_named() {
        Shell shell = at("practice:auth");
        somebody.says("s3cretpw");
        type(shell, "EHLO a", "STARTTLS", "EHLO a", "auth cram-md5 amy");
        sees("Logging in by CRAM-MD5 (old)", "It gives a text to be hashed", "S: 235");
    }

    @Test
    void nothing_is_kept_for_the_next_login() {
        Shell shell = at("practice:auth");
        somebody.says("amy", "s3cretpw", "amy", "wrong");
        type(shell, "EHLO a", "STARTTLS", "EHLO a", "auth", "reconnect", "EHLO a", "STARTTLS", "EHLO a", "auth");
        assertEquals(4, somebody.asked.size());
        assertTrue(
                shell.prompt(80).text().endsWith(" tls ready!> "),
                shell.prompt(80).text());
        sees("S: 535");
        assertEquals(ExitCode.AUTH, shell.exitCode());
    }

    @Test
    void a_login_that_is_to_be_kept_is_said_again_after_reconnect_and_forgotten_when_it_is_not() {
        keeps = true;
        Shell shell = at("practice:auth");
        somebody.says("amy", "s3cretpw");
        type(shell, "EHLO a", "STARTTLS", "EHLO a", "auth", "MAIL FROM:<amy@practice.test>");
        int before = shown.length();
        type(shell, "reconnect --replay");
        String since = shown.substring(before);
        assertEquals(2, somebody.asked.size(), "nobody is asked again");
        assertTrue(since.contains("S: 235"), since);
        assertTrue(since.indexOf("S: 235") < since.indexOf("C: MAIL FROM:<amy@practice.test>"), since);
        assertFalse(shown.toString().contains("s3cretpw"));
        keeps = false;
        somebody.says("amy", "s3cretpw");
        type(shell, "reconnect", "EHLO a", "STARTTLS", "EHLO a", "auth");
        assertEquals(4, somebody.asked.size(), "now it is asked for");
    }

    @Test
    void before_a_secret_goes_out_in_the_clear_there_is_a_question_whose_default_is_no() {
        Shell shell = at("practice:plain");
        type(shell, "EHLO a");
        for (String line : List.of("AUTH PLAIN AGFteQBzM2NyZXRwdw==", "AUTH LOGIN", "auth", "auth PLAIN amy")) {
            int before = shown.length();
            type(shell, line);
            String since = shown.substring(before);
            assertTrue(since.contains("not encrypted") && since.contains("STARTTLS would encrypt"), since);
            assertTrue(since.contains("Nothing was sent.") && !since.contains("S: "), since);
        }
        assertEquals("Send the password in the clear all the same?", somebody.asked.get(0));
        somebody.consents = true;
        type(shell, "AUTH PLAIN AGFteQBzM2NyZXRwdw==");
        sees("S: 235");
    }

    @Test
    void a_certificate_that_proves_nothing_is_asked_about_too() {
        Shell shell = at("practice:tls-expired");
        type(shell, "EHLO a", "STARTTLS", "EHLO a", "AUTH PLAIN AGFteQBzM2NyZXRwdw==");
        sees("does not prove who is there", "Nothing was sent.");
    }

    @Test
    void through_a_pipe_the_line_goes_as_it_stands_with_one_line_of_advice() {
        somebody = new Somebody(Questions.Reach.ASIDE);
        Shell shell = at("practice:plain");
        type(shell, "EHLO a", "AUTH LOGIN", "YW15", "czNjcmV0cHc=");
        sees("not encrypted", "Sent as it stands.", "S: 235");
        assertEquals(List.of(), somebody.asked);
        assertFalse(shown.toString().contains("czNjcmV0cHc"));
    }

    @Test
    void where_nobody_can_be_asked_auth_ends_with_6() {
        somebody = new Somebody(Questions.Reach.NOBODY);
        Shell shell = at("practice:auth");
        type(shell, "EHLO a", "STARTTLS", "EHLO a", "auth PLAIN");
        sees("no user name", "Nobody can be asked");
        assertEquals(ExitCode.AUTH, shell.exitCode());
        Shell plain = at("practice:plain");
        type(plain, "EHLO a", "auth PLAIN amy");
        sees("the password would be exposed", "--yes");
        assertEquals(ExitCode.AUTH, plain.exitCode());
    }

    @Test
    void answers_typed_by_hand_are_put_into_base64() throws Exception {
        Shell shell = at("practice:plain");
        somebody.consents = true;
        type(shell, "EHLO a", "AUTH LOGIN");
        assertFalse(shell.prompt(0).secret());
        type(shell, "amy");
        assertTrue(shell.prompt(0).secret());
        type(shell, "s3cretpw");
        sees("S: 235");
        assertFalse(shown.toString().contains("s3cretpw"));
        type(at("practice:plain"), "EHLO a", "AUTH PLAIN", "\\0amy\\0s3cretpw");
        sees("S: 235");
        type(at("practice:plain"), "EHLO a", "AUTH LOGIN", "raw YW15", "raw czNjcmV0cHc=");
        sees("S: 235");
        type(at("practice:plain"), "EHLO a", "AUTH LOGIN", "*");
        sees("S: 501", "ancelled");
    }

    @Test
    void base64_typed_by_hand_is_encoded_all_the_same_and_remarked_on() throws Exception {
        somebody.consents = true;
        try (ScriptedPeer peer = ScriptedPeer.playing(stage -> {
            stage.say("220 mx\r\n").hear();
            stage.say("334 VXNlcm5hbWU6\r\n").hear();
            stage.say("334 UGFzc3dvcmQ6\r\n").hear();
            stage.say("535 no\r\n").hearAll();
        })) {
            Shell shell = at("127.0.0.1:" + peer.port());
            type(shell, "AUTH LOGIN", "YW15", "p\u00e4ssword");
            sees("looks like base64");
            shell.leave();
            assertEquals("AUTH LOGIN\r\nWVcxNQ==\r\ncMOkc3N3b3Jk\r\nQUIT\r\n", peer.received());
        }
    }

    @Test
    void what_follows_a_refused_auth_may_be_a_secret_and_is_not_shown() {
        somebody = new Somebody(Questions.Reach.NOBODY);
        Shell shell = at("practice:normal");
        type(shell, "EHLO a", "AUTH LOGIN", "YW15", "czNjcmV0cHc=");
        sees("it may be a secret");
        assertFalse(shown.toString().contains("czNjcmV0cHc"));
    }

    @Test
    void wrong_use_says_how_to_mend_it() {
        Shell shell = at("practice:auth");
        type(shell, "auth");
        sees("out of order: needs EHLO first");
        type(shell, "EHLO a", "auth");
        sees("AUTH is not offered", "Type STARTTLS, then EHLO, then auth.");
        type(shell, "auth PLAIM");
        sees("no mechanism is called PLAIM", "Did you mean PLAIN?");
        type(shell, "auth GSSAPI");
        sees("smtpsh does not speak GSSAPI yet");
        type(shell, "auth a b c");
        sees("a mechanism and a user");
        type(shell, "auth plain AGFteQBzM2NyZXRwdw==");
        sees("no user name but an initial response");
        assertFalse(shown.toString().contains("AGFteQ"));
    }

    @Test
    void a_mechanism_can_be_forced_though_it_is_not_offered() {
        Shell shell = at("practice:auth");
        somebody.says("s3cretpw");
        type(shell, "EHLO a", "STARTTLS", "EHLO a", "auth SCRAM-SHA-1 amy");
        sees("S: 235");
        Shell plain = at("practice:plain");
        somebody.says("s3cretpw");
        type(plain, "EHLO a", "auth CRAM-MD5 amy");
        sees("not offered by this server. Sent all the same.", "S: 504");
    }

    @Test
    void the_impostor_is_named() {
        Shell shell = at("practice:impostor");
        somebody.says("amy", "s3cretpw");
        type(shell, "EHLO a", "auth");
        sees("the login was given up", "signature is wrong");
        assertEquals(ExitCode.PROTOCOL, shell.exitCode());
    }

    private void sees(String... texts) {
        String flat = shown.toString().replaceAll("\\s*\\n\\s*(\\|\\s*)?", " ");
        for (String text : texts) {
            assertTrue(flat.toLowerCase().contains(text.toLowerCase()), text + " is not in:\n" + shown);
        }
    }

    private static void type(Shell shell, String... lines) {
        for (String line : lines) {
            shell.accept(Octets.utf8(line));
        }
    }

    private Shell at(String target) {
        opened.ifPresent(Shell::leave);
        shown.setLength(0);
        SessionSettings settings = new SessionSettings(
                new Patience(Optional.of(Duration.ofSeconds(10))),
                ReplyLimits.DEFAULT,
                TlsChoice.DEFAULT,
                Anchors.system(),
                false);
        NetConnector connector = new NetConnector(
                NameService.system(Duration.ofSeconds(30)),
                Family.ANY,
                new TcpDialer(DialOptions.DEFAULT, LinkLimits.DEFAULT),
                settings,
                Clock.systemUTC());
        Face face =
                new TextFace(text -> shown.append(text), new Drawing(100, false, false, Level.NORMAL), () -> 0, false);
        Logins logins = new Logins(Keyring.EMPTY, somebody, face, caution());
        Shell shell = new Shell(
                connector,
                ShippedRules.whenAsked(),
                face,
                somebody,
                logins,
                Choices.fixed(Manner.DEFAULT),
                new Identity("probe.example.org", "test"),
                Syllabus.unkept());
        shell.open(TargetSpec.read(target, Optional.empty()));
        opened = Optional.of(shell);
        return shell;
    }

    private Caution caution() {
        return new Caution() {
            @Override
            public boolean asksBeforeCleartext() {
                return true;
            }

            @Override
            public boolean wantsProof() {
                return true;
            }

            @Override
            public boolean keepsLogin() {
                return keeps;
            }
        };
    }

    /** Somebody who gives prepared answers. */
    private static final class Somebody implements Questions {
        private final Reach reach;
        private final List<String> asked = new ArrayList<>();
        private final Deque<String> answers = new ArrayDeque<>();
        private final List<char[]> secrets = new ArrayList<>();
        private boolean consents;

        Somebody(Reach reach) {
            this.reach = reach;
        }

        void says(String... prepared) {
            answers.addAll(List.of(prepared));
        }

        boolean wiped() {
            return !secrets.isEmpty() && secrets.stream().allMatch(secret -> Arrays.equals(secret, new char[8]));
        }

        @Override
        public Reach reach() {
            return reach;
        }

        @Override
        public Optional<String> line(String prompt) {
            asked.add(prompt);
            return Optional.ofNullable(answers.poll());
        }

        @Override
        public Optional<char[]> secret(String prompt) {
            asked.add(prompt);
            Optional<char[]> secret = Optional.ofNullable(answers.poll()).map(String::toCharArray);
            secret.ifPresent(secrets::add);
            return secret;
        }

        @Override
        public boolean confirm(String question, boolean otherwise) {
            asked.add(question);
            return consents;
        }
    }
}
