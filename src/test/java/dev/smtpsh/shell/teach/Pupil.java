package dev.smtpsh.shell.teach;

import dev.smtpsh.annotate.matching.ShippedRules;
import dev.smtpsh.dns.Family;
import dev.smtpsh.dns.query.NameService;
import dev.smtpsh.lesson.book.ShippedLessons;
import dev.smtpsh.lesson.progress.Logbook;
import dev.smtpsh.render.Drawing;
import dev.smtpsh.render.Level;
import dev.smtpsh.session.setting.Patience;
import dev.smtpsh.session.setting.SessionSettings;
import dev.smtpsh.shell.Shell;
import dev.smtpsh.shell.ask.Questions;
import dev.smtpsh.shell.connect.NetConnector;
import dev.smtpsh.shell.face.TextFace;
import dev.smtpsh.shell.login.Keyring;
import dev.smtpsh.shell.login.Logins;
import dev.smtpsh.shell.means.Choices;
import dev.smtpsh.shell.means.Identity;
import dev.smtpsh.shell.means.Manner;
import dev.smtpsh.smtp.Octets;
import dev.smtpsh.smtp.reply.ReplyLimits;
import dev.smtpsh.tls.certificate.Anchors;
import dev.smtpsh.tls.client.TlsChoice;
import dev.smtpsh.wire.DialOptions;
import dev.smtpsh.wire.LinkLimits;
import dev.smtpsh.wire.TcpDialer;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/** Somebody who learns at the real shell, against the real practice server; knows amy's password. */
final class Pupil implements AutoCloseable {
    // Long enough for a TLS handshake on a busy machine, short enough for a server that never answers.
    static final Duration PATIENCE = Duration.ofSeconds(20);

    final Shell shell;
    private final StringBuilder seen = new StringBuilder();

    Pupil(Logbook logbook, Optional<Path> records, long seed, Duration patience) {
        TextFace face = new TextFace(
                text -> seen.append(text.plain()), new Drawing(80, false, false, Level.NORMAL), () -> 80, true);
        SessionSettings settings = new SessionSettings(
                new Patience(Optional.of(patience)), ReplyLimits.DEFAULT, TlsChoice.DEFAULT, Anchors.system(), false);
        TcpDialer dialer = new TcpDialer(DialOptions.DEFAULT, LinkLimits.DEFAULT);
        Questions questions = new Amy();
        shell = new Shell(
                new NetConnector(
                        NameService.system(Duration.ofSeconds(30)), Family.ANY, dialer, settings, Clock.systemUTC()),
                ShippedRules.whenAsked(),
                face,
                questions,
                new Logins(Keyring.EMPTY, questions, face, Choices.fixed(Manner.DEFAULT)),
                Choices.fixed(Manner.DEFAULT),
                new Identity("probe.example.org", "test"),
                new Syllabus(ShippedLessons::all, logbook, records, Syllabus.FULL, () -> seed));
    }

    static Pupil withSeed(long seed) {
        return new Pupil(Logbook.ofThisRun(), Optional.empty(), seed, PATIENCE);
    }

    Pupil type(String... lines) {
        for (String line : lines) {
            shell.accept(Octets.utf8(line));
        }
        return this;
    }

    /** Asks for the solution and presses Enter until nothing is put on the prompt any more. */
    Pupil follow() {
        type("solution");
        String line = shell.takePrefill();
        while (!line.isEmpty() || !shell.speaksCommands()) {
            type(line);
            line = shell.takePrefill();
        }
        return this;
    }

    /** What was shown since this was asked last. */
    String seen() {
        String text = seen.toString();
        seen.setLength(0);
        return text;
    }

    /** All that was shown so far. */
    String all() {
        return seen.toString();
    }

    @Override
    public void close() {
        shell.leave();
    }

    private static final class Amy implements Questions {
        @Override
        public Reach reach() {
            return Reach.PROMPT;
        }

        @Override
        public Optional<String> line(String prompt) {
            return Optional.of("amy");
        }

        @Override
        public Optional<char[]> secret(String prompt) {
            return Optional.of("s3cretpw".toCharArray());
        }

        @Override
        public boolean confirm(String question, boolean otherwise) {
            return true;
        }
    }
}
