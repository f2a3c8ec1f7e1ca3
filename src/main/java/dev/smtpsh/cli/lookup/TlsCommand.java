package dev.smtpsh.cli.lookup;

import dev.smtpsh.cli.option.Arguments;
import dev.smtpsh.cli.option.Flag;
import dev.smtpsh.cli.option.Usage;
import dev.smtpsh.dns.Family;
import dev.smtpsh.dns.HostAnswer;
import dev.smtpsh.dns.query.NameService;
import dev.smtpsh.scan.ScanReport;
import dev.smtpsh.scan.ScanSettings;
import dev.smtpsh.scan.Scanner;
import dev.smtpsh.session.setting.SessionSettings;
import dev.smtpsh.shell.connect.TargetSpec;
import dev.smtpsh.shell.connect.Unreachable;
import dev.smtpsh.shell.face.Face;
import dev.smtpsh.shell.means.ExitCode;
import dev.smtpsh.wire.Dialer;
import dev.smtpsh.wire.Target;
import java.time.Clock;
import java.util.List;

/** {@code smtpsh tls scan HOST}: what a server's TLS takes. */
public final class TlsCommand {
    private static final int MOST_CONNECTIONS = 50;

    private final Face face;
    private final NameService names;
    private final Family family;
    private final Dialer dialer;
    private final SessionSettings settings;
    private final String helo;

    public TlsCommand(
            Face face, NameService names, Family family, Dialer dialer, SessionSettings settings, String helo) {
        this.face = face;
        this.names = names;
        this.family = family;
        this.dialer = dialer;
        this.settings = settings;
        this.helo = helo;
    }

    /** Fine if the server speaks TLS; {@code TLS} if not, {@code UNREACHABLE} if there is no server. */
    public ExitCode run(Arguments arguments) throws Usage {
        List<String> rest = arguments.rest();
        if (rest.size() != 2 || !rest.get(0).equals("scan")) {
            throw new Usage(
                    "tls needs the word scan and a host",
                    rest.isEmpty() ? "Nothing was given" : "It got: " + String.join(" ", rest),
                    "For example smtpsh tls scan mx1.example.net:25. For one handshake: smtpsh --starttls HOST, then tls.");
        }
        TargetSpec read = TargetSpec.read(rest.get(1), arguments.number(Flag.PORT, 1, 65535));
        if (!(read instanceof TargetSpec.Host host)) {
            throw new Usage(
                    "tls scan cannot use " + rest.get(1),
                    "It scans one host",
                    "Write HOST, HOST:PORT, [IPv6]:PORT or smtps://HOST; smtpsh mx DOMAIN names the hosts of a domain.");
        }
        try {
            HostAnswer answer = names.hosts().addresses(host.name(), family);
            if (!(answer instanceof HostAnswer.Found found)) {
                face.failed(Unreachable.failure(answer));
                return ExitCode.UNREACHABLE;
            }
            return scan(new Target(host.name(), found.addresses().get(0), host.port()), host, arguments);
        } catch (InterruptedException e) {
            return ExitCode.INTERRUPTED;
        }
    }

    private ExitCode scan(Target target, TargetSpec.Host host, Arguments arguments) throws Usage, InterruptedException {
        ScanSettings wanted = new ScanSettings(
                arguments.number(Flag.CONNECTIONS, 1, MOST_CONNECTIONS).orElse(ScanSettings.CONNECTIONS),
                arguments.duration(Flag.TIMEOUT).orElse(ScanSettings.PATIENCE),
                helo,
                settings.tlsOnConnect() || host.tlsOnConnect(),
                settings.tls().serverName().or(() -> Scanner.sni(target.name())),
                settings.anchors());
        ScanReport report = new Scanner(dialer, wanted, Clock.systemUTC()).scan(target);
        face.scanned(report);
        return report.secure()
                ? ExitCode.FINE
                : report.connections() > 0 && report.trouble().isPresent() ? ExitCode.UNREACHABLE : ExitCode.TLS;
    }
}
