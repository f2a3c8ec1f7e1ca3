package dev.smtpsh.cli.script;

import dev.smtpsh.annotate.matching.ShippedRules;
import dev.smtpsh.cli.option.Arguments;
import dev.smtpsh.cli.option.Usage;
import dev.smtpsh.dns.Family;
import dev.smtpsh.dns.query.NameService;
import dev.smtpsh.render.Drawing;
import dev.smtpsh.render.Level;
import dev.smtpsh.session.setting.Patience;
import dev.smtpsh.session.setting.SessionSettings;
import dev.smtpsh.shell.ask.Questions;
import dev.smtpsh.shell.connect.Connector;
import dev.smtpsh.shell.connect.NetConnector;
import dev.smtpsh.shell.means.ExitCode;
import dev.smtpsh.smtp.reply.ReplyLimits;
import dev.smtpsh.tls.certificate.Anchors;
import dev.smtpsh.tls.client.TlsChoice;
import dev.smtpsh.wire.DialOptions;
import dev.smtpsh.wire.LinkLimits;
import dev.smtpsh.wire.TcpDialer;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@code smtpsh run} in this process, against practice servers, with what it prints. */
final class Running {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    final StringBuilder out = new StringBuilder();
    final StringBuilder err = new StringBuilder();
    final ByteArrayOutputStream plain = new ByteArrayOutputStream();
    private final Map<String, String> environment = new HashMap<>();
    private String input = "";
    private Questions questions = Questions.NOBODY;

    Running with(String variable, String value) {
        environment.put(variable, value);
        return this;
    }

    Running reading(String text) {
        input = text;
        return this;
    }

    Running asking(Questions somebody) {
        questions = somebody;
        return this;
    }

    ExitCode run(String... arguments) throws Usage {
        return RunCommand.run(Arguments.read("run", List.of(arguments)), around());
    }

    String printed() {
        return plain.toString(StandardCharsets.UTF_8);
    }

    /** Without what differs from run to run: times. */
    static String steady(String text) {
        return text.replaceAll("[0-9]+(\\.[0-9]+)? ms", "N ms").replaceAll("[0-9]+\\.[0-9] s", "N s");
    }

    private Surroundings around() {
        return new Surroundings(
                new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)),
                new PrintStream(plain, true, StandardCharsets.UTF_8),
                text -> out.append(text.plain()),
                text -> err.append(text.plain()),
                Optional.empty(),
                new Drawing(80, false, false, Level.NORMAL),
                environment,
                "probe.example.org",
                "test",
                Running::connector,
                ShippedRules.whenAsked(),
                questions);
    }

    static Connector connector(Optional<Duration> patience) {
        return new NetConnector(
                NameService.system(PATIENCE),
                Family.ANY,
                new TcpDialer(DialOptions.DEFAULT, LinkLimits.DEFAULT),
                new SessionSettings(
                        new Patience(Optional.of(patience.orElse(PATIENCE))),
                        ReplyLimits.DEFAULT,
                        TlsChoice.DEFAULT,
                        Anchors.system(),
                        false),
                Clock.systemUTC());
    }
}
