package dev.smtpsh.cli.script;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.smtpsh.annotate.matching.ShippedRules;
import dev.smtpsh.render.Drawing;
import dev.smtpsh.render.Level;
import dev.smtpsh.render.transcript.Form;
import dev.smtpsh.render.transcript.Redaction;
import dev.smtpsh.shell.Shell;
import dev.smtpsh.shell.ask.Questions;
import dev.smtpsh.shell.connect.TargetSpec;
import dev.smtpsh.shell.face.Face;
import dev.smtpsh.shell.face.TextFace;
import dev.smtpsh.shell.login.Keyring;
import dev.smtpsh.shell.login.Logins;
import dev.smtpsh.shell.means.Choices;
import dev.smtpsh.shell.means.ExitCode;
import dev.smtpsh.shell.means.Identity;
import dev.smtpsh.shell.means.Manner;
import dev.smtpsh.shell.talk.Keeping;
import dev.smtpsh.shell.teach.Syllabus;
import dev.smtpsh.smtp.Octets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is written from a conversation passes when it is run against the same server. */
@Timeout(120)
class RecordingTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({
        "normal, 'EHLO a.example|STARTTLS|EHLO a.example|MAIL FROM:<>|RCPT TO:<amy@practice.test>|DATA|Subject: {{x}}||.two|.|"
                + "nonsense|raw HELP|raw \"NOOP\\x20\\x7f\\r\\n\"|QUIT'",
        "greylist, 'EHLO a.example|MAIL FROM:<me@a.example>|RCPT TO:<amy@practice.test>|RSET|NOOP|QUIT'",
        "nouser, 'EHLO a.example|MAIL FROM:<>|RCPT TO:<nobody@practice.test>|DATA|VRFY x|QUIT'",
        "auth, 'EHLO a.example|STARTTLS|EHLO a.example|auth PLAIN amy|MAIL FROM:<amy@practice.test>|QUIT'"
    })
    void what_save_writes_passes_on_the_same_server(String scenario, String lines) throws Exception {
        Shell shell = shell();
        shell.open(new TargetSpec.Practice(scenario));
        for (String line : lines.split("\\|")) {
            shell.accept(Octets.utf8(line));
        }
        Path file = folder.resolve("saved.smtp");
        Optional<String> trouble = new Keeping("test", Redaction.SECRETS, false)
                .write(shell.transcripts().get(0), Form.SMTP, file);
        shell.leave();
        assertEquals(Optional.empty(), trouble);
        Running running =
                new Running().with("SMTPSH_SECRET_password", "s3cretpw").with("SMTPSH_VAR_user", "amy");
        ExitCode code = running.run(file.toString());
        assertEquals(ExitCode.FINE, code, Files.readString(file) + running.out + running.err);
    }

    @Test
    void what_record_writes_passes_on_the_same_server() throws Exception {
        Path file = folder.resolve("recorded.smtp");
        Running recording = new Running()
                .reading("EHLO a.example\nMAIL FROM:<me@a.example>\nRCPT TO:<amy@practice.test>\nQUIT\nNOOP\n");
        assertEquals(ExitCode.FINE, recording.run("--record", file.toString(), "practice:greylist"));
        String text = Files.readString(file);
        assertTrue(text.contains("RCPT TO:<amy@practice.test>\n451 4.7.1\n"), text);
        assertTrue(text.endsWith("NOOP\nclosed\n"), text);
        Running running = new Running();
        assertEquals(ExitCode.FINE, running.run(file.toString()), running.out.toString());
    }

    @Test
    void what_a_script_expects_is_replaced_by_what_came() throws Exception {
        Path script = Files.writeString(
                folder.resolve("s.smtp"),
                "open practice:nouser\nfor x in a, b\nEHLO {{x}}.example\n999\n? has SIZE\nend\nMAIL FROM:<>  \n\n"
                        + "~ 550  # soft\nRCPT TO:<nobody@practice.test>\nQUIT\n221\ntimeout\n");
        Path file = folder.resolve("recorded.smtp");
        new Running().run("--record", file.toString(), script.toString());
        assertEquals(
                "# Recorded by smtpsh test.\nopen practice:nouser\n220\nfor x in a, b\n    EHLO {{x}}.example\n    250\n"
                        + "    ? has SIZE\nend\nMAIL FROM:<>  \n250 2.1.0\n\n"
                        + "RCPT TO:<nobody@practice.test>\n550 5.1.1\nQUIT\n221 2.0.0\nclosed\n",
                Files.readString(file));
        Running running = new Running();
        assertEquals(ExitCode.FINE, running.run(file.toString()), running.out.toString());
    }

    private static Shell shell() {
        Face face = new TextFace(text -> {}, new Drawing(80, false, false, Level.NORMAL), () -> 0, false);
        Questions answers = new Answers("s3cretpw", "s3cretpw");
        return new Shell(
                Running.connector(Optional.empty()),
                ShippedRules.whenAsked(),
                face,
                answers,
                new Logins(Keyring.EMPTY, answers, face, Choices.fixed(Manner.DEFAULT)),
                Choices.fixed(Manner.DEFAULT),
                new Identity("probe.example.org", "test"),
                Syllabus.unkept());
    }
}
