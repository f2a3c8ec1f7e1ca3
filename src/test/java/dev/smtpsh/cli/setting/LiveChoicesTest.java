package dev.smtpsh.cli.setting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.smtpsh.annotate.matching.ShippedRules;
import dev.smtpsh.cli.option.Arguments;
import dev.smtpsh.dns.Family;
import dev.smtpsh.dns.query.NameService;
import dev.smtpsh.peers.ScriptedPeer;
import dev.smtpsh.render.Drawing;
import dev.smtpsh.render.Level;
import dev.smtpsh.render.transcript.Redaction;
import dev.smtpsh.session.setting.Patience;
import dev.smtpsh.session.setting.SessionSettings;
import dev.smtpsh.shell.Shell;
import dev.smtpsh.shell.ask.Questions;
import dev.smtpsh.shell.connect.NetConnector;
import dev.smtpsh.shell.connect.TargetSpec;
import dev.smtpsh.shell.face.TextFace;
import dev.smtpsh.shell.login.Keyring;
import dev.smtpsh.shell.login.Logins;
import dev.smtpsh.shell.means.ExitCode;
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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Settings at work in a conversation. */
@Timeout(60)
class LiveChoicesTest {
    private final StringBuilder screen = new StringBuilder();
    private LiveChoices choices;

    @Test
    void set_shows_changes_and_refuses() throws Exception {
        Shell shell = shell("--redact", "addresses");
        type(shell, "set", "set hints off", "set hints", "set redact=secrets", "set verbosity terse");
        assertTrue(shown("verbosity      normal                     (default)"), screen.toString());
        assertTrue(shown("redact         addresses                  (flag --redact)"), screen.toString());
        assertTrue(shown("hints          off                        (set)"), screen.toString());
        assertTrue(shown("hints is the two lines of help below what is typed. Write on or off."), screen.toString());
        assertFalse(choices.now().hints());
        assertEquals(Redaction.SECRETS, choices.manner().redaction());
        assertEquals("terse", choices.now().verbosity());
        type(shell, "verbosity full", "set confirm cleartext-auth");
        assertEquals("full", choices.now().verbosity());
        assertFalse(choices.manner().confirmsDelivery());
        assertEquals(ExitCode.FINE, shell.exitCode());
        type(shell, "set hnts", "set hints maybe", "set ascii on", "set confirm");
        assertTrue(shown("No setting is called hnts."), screen.toString());
        assertTrue(shown("Did you mean hints?"), screen.toString());
        assertTrue(shown("Hints cannot be maybe."), screen.toString());
        assertTrue(shown("Ascii cannot change while smtpsh runs."), screen.toString());
        assertEquals(ExitCode.USAGE, shell.exitCode());
        shell.leave();
    }

    @Test
    void starttls_is_said_visibly_and_not_repeated_when_it_is_on() throws Exception {
        Shell shell = shell("--starttls", "--helo", "probe.example.net");
        practise(shell, "normal");
        assertTrue(
                shell.prompt(0).text().endsWith(" tls ready> "), shell.prompt(0).text());
        assertEquals(2, screen.toString().split("C: EHLO probe.example.net\n", -1).length - 1, screen.toString());
        assertTrue(shown("C: STARTTLS\n"), screen.toString());
        type(shell, "reconnect");
        assertTrue(
                shell.prompt(0).text().endsWith(" tls ready> "), shell.prompt(0).text());
        assertEquals(4, screen.toString().split("C: EHLO ", -1).length - 1, screen.toString());
        shell.leave();
        assertEquals(ExitCode.FINE, shell.exitCode());
    }

    @Test
    void where_it_is_not_offered_the_conversation_goes_on_or_ends_as_was_wished() throws Exception {
        Shell willing = shell("--starttls");
        practise(willing, "plain");
        assertTrue(willing.prompt(0).text().endsWith(" plain ready> "));
        assertTrue(shown("STARTTLS is not offered: all goes on in plain text."), screen.toString());
        willing.leave();
        assertEquals(ExitCode.FINE, willing.exitCode());
        Shell strict = shell("--require-tls");
        practise(strict, "plain");
        assertTrue(strict.prompt(0).text().endsWith(" closed> "));
        assertTrue(shown("TLS did not come about."), screen.toString());
        assertEquals(ExitCode.TLS, strict.exitCode());
        strict.leave();
    }

    @Test
    void a_certificate_that_proves_nothing_ends_what_requires_tls_unless_it_is_told_not_to_mind() throws Exception {
        Shell strict = shell("--require-tls");
        practise(strict, "tls-self-signed");
        assertTrue(strict.prompt(0).text().endsWith(" closed> "));
        assertTrue(shown("The certificate does not prove"), screen.toString());
        assertEquals(ExitCode.TLS, strict.exitCode());
        strict.leave();
        Shell lax = shell("--require-tls", "--insecure");
        practise(lax, "tls-self-signed");
        assertTrue(lax.prompt(0).text().endsWith(" tls ready> "), lax.prompt(0).text());
        lax.leave();
        Shell looking = shell("--starttls");
        practise(looking, "tls-self-signed");
        assertTrue(
                looking.prompt(0).text().endsWith(" tls ready> "),
                looking.prompt(0).text());
        looking.leave();
    }

    @Test
    void an_unwelcome_greeting_begins_nothing() throws Exception {
        try (ScriptedPeer peer = ScriptedPeer.playing(stage -> {
            stage.say("554 No service here\r\n").hearAll();
        })) {
            Shell shell = shell("--require-tls");
            shell.open(new TargetSpec.Host("127.0.0.1", peer.port(), false));
            shell.leave();
            assertEquals("QUIT\r\n", peer.received());
        }
    }

    @Test
    void with_no_deliver_nothing_is_handed_over() throws Exception {
        Shell shell = shell("--no-deliver");
        practise(shell, "normal");
        type(shell, "EHLO a", "MAIL FROM:<>", "RCPT TO:<amy@practice.test>", "DATA");
        assertTrue(shown("Not sent: it would deliver a message."), screen.toString());
        assertTrue(
                shell.prompt(0).text().endsWith(" plain rcpt*1> "),
                shell.prompt(0).text());
        shell.leave();
    }

    @Test
    void a_prompt_of_ones_own_is_filled_in() throws Exception {
        Shell shell = shell(Map.of("SMTPSH_PROMPT", "<{number} {host} {tls} {user} {state}{mark}> $"));
        practise(shell, "normal");
        assertEquals("< practice plain greeted> $ ", shell.prompt(0).text());
        type(shell, "MAIL FROM: x");
        assertEquals("< practice plain greeted!> $ ", shell.prompt(0).text());
        type(shell, "QUIT");
        assertEquals("< practice closed> $ ", shell.prompt(0).text());
        shell.leave();
    }

    @Test
    void what_is_not_to_be_asked_about_is_not_asked_about() throws Exception {
        Shell shell = shell();
        assertTrue(choices.asksBeforeCleartext()
                && choices.wantsProof()
                && choices.manner().confirmsDelivery());
        type(shell, "set confirm deliver");
        assertFalse(choices.asksBeforeCleartext());
        assertTrue(choices.manner().confirmsDelivery());
        shell.leave();
        shell("--insecure").leave();
        assertFalse(choices.wantsProof());
    }

    @Test
    void a_password_of_a_profile_is_for_its_host_alone() {
        Keyring knowing = new Keyring() {
            @Override
            public Optional<String> user(String host) {
                return Optional.of("amy");
            }

            @Override
            public Found password(String host, String user) {
                return new Password("secret".toCharArray());
            }
        };
        HostKeyring bound = new HostKeyring(new TargetSpec.Host("relay.example", 587, false), knowing);
        assertEquals(Optional.of("amy"), bound.user("RELAY.example"));
        assertEquals(Optional.empty(), bound.user("elsewhere.example"));
        assertTrue(bound.password("relay.example", "amy") instanceof Keyring.Password);
        assertTrue(bound.password("elsewhere.example", "amy") instanceof Keyring.NotHere);
    }

    @Test
    void conversations_that_gave_their_place_away_are_still_written_down() throws Exception {
        Shell shell = shell();
        practise(shell, "normal");
        type(shell, "QUIT");
        practise(shell, "full");
        shell.leave();
        assertEquals(
                List.of("practice:normal", "practice:full"),
                shell.transcripts().stream().map(one -> one.name()).toList());
    }

    private Shell shell(String... arguments) throws Exception {
        return shell(Map.of(), arguments);
    }

    private Shell shell(Map<String, String> environment, String... arguments) throws Exception {
        Chosen chosen = Chosen.read(Arguments.read("talk", List.of(arguments)), environment, screen::append);
        Talking talking = Talking.of(chosen, "test", "probe.example.org", screen::append);
        choices = talking.choices();
        SessionSettings settings = new SessionSettings(
                new Patience(Optional.empty()), ReplyLimits.DEFAULT, TlsChoice.DEFAULT, Anchors.only(List.of()), false);
        NetConnector connector = new NetConnector(
                NameService.system(Duration.ofSeconds(30)),
                Family.ANY,
                new TcpDialer(DialOptions.DEFAULT, LinkLimits.DEFAULT),
                settings,
                Clock.systemUTC());
        TextFace face = new TextFace(
                text -> screen.append(text.plain()), new Drawing(100, true, false, Level.NORMAL), () -> 0, true);
        return new Shell(
                connector,
                ShippedRules.whenAsked(),
                face,
                Questions.NOBODY,
                new Logins(Keyring.EMPTY, Questions.NOBODY, face, choices),
                choices,
                talking.identity(),
                Syllabus.unkept());
    }

    private static void practise(Shell shell, String scenario) {
        shell.open(new TargetSpec.Practice(scenario));
    }

    private static void type(Shell shell, String... lines) {
        for (String line : lines) {
            shell.accept(Octets.utf8(line));
        }
    }

    private boolean shown(String words) {
        return screen.toString().contains(words);
    }
}
