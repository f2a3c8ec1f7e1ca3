package dev.smtpsh.cli.setting;

import dev.smtpsh.cli.option.Arguments;
import dev.smtpsh.cli.option.Flag;
import dev.smtpsh.cli.option.Usage;
import dev.smtpsh.session.setting.SessionSettings;
import dev.smtpsh.shell.connect.Connector;
import dev.smtpsh.shell.connect.TargetSpec;
import dev.smtpsh.tls.certificate.Anchors;
import dev.smtpsh.tls.client.TlsChoice;
import dev.smtpsh.tls.identity.ClientIdentity;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What {@code --ca}, {@code --sni}, {@code --cert}, what is offered and demanded, and {@code --no-tls} mean. */
public final class TlsOptions {
    private TlsOptions() {}

    /** Settings with the name to ask for and the authorities to trust. */
    public static SessionSettings applied(Arguments arguments, SessionSettings settings) throws Usage {
        Optional<String> name = arguments.value(Flag.SNI);
        Optional<String> file = arguments.value(Flag.CA);
        TlsChoice offered = TlsOffers.applied(arguments, settings.tls());
        TlsChoice named = name.isPresent() ? offered.withServerName(serverName(name.get())) : offered;
        Optional<ClientIdentity> identity = IdentityOption.read(arguments);
        TlsChoice choice = identity.isPresent() ? named.withIdentity(identity.get()) : named;
        Anchors anchors = file.isPresent() ? settings.anchors().plus(authorities(file.get())) : settings.anchors();
        return new SessionSettings(
                settings.patience(),
                settings.limits(),
                choice,
                anchors,
                settings.tlsOnConnect(),
                settings.lmtp(),
                settings.entrance());
    }

    /** A connector that begins no TLS before the greeting, if that is wanted. */
    public static Connector applied(Arguments arguments, Connector connector, Optional<String> target) throws Usage {
        if (!arguments.has(Flag.NO_TLS)) {
            return connector;
        }
        if (target.filter(text -> text.toLowerCase(Locale.ROOT).startsWith("smtps:"))
                .isPresent()) {
            throw new Usage(
                    "--no-tls and smtps:// exclude each other", "They ask for opposite things", "Leave one out.");
        }
        return new PlainConnector(connector);
    }

    /** The same, whatever the targets are called. */
    public static Connector applied(Arguments arguments, Connector connector) {
        return arguments.has(Flag.NO_TLS) ? new PlainConnector(connector) : connector;
    }

    /** What a target is opened as where no TLS is wanted. */
    static TargetSpec plain(TargetSpec target) {
        if (target instanceof TargetSpec.Lmtp lmtp) {
            return new TargetSpec.Lmtp(plain(lmtp.under()));
        }
        return target instanceof TargetSpec.Host host ? new TargetSpec.Host(host.name(), host.port(), false) : target;
    }

    private static String serverName(String text) throws Usage {
        if (text.matches("[0-9.]+") || text.contains(":")) {
            throw new Usage(
                    "--sni cannot be " + text, "SNI holds host names, no addresses (RFC 6066 3)", "Name a host.");
        }
        if (!text.matches("[A-Za-z0-9_]([A-Za-z0-9._-]{0,252})")) {
            throw new Usage("--sni cannot be " + text, "It is no host name", "For example --sni mail.example.net.");
        }
        return text;
    }

    private static List<X509Certificate> authorities(String file) throws Usage {
        try (InputStream in = Files.newInputStream(Path.of(file))) {
            return Anchors.read(in);
        } catch (CertificateException e) {
            throw new Usage(
                    "--ca cannot use " + file,
                    "There is no certificate in it that can be read",
                    "It must hold certificates, in PEM (BEGIN CERTIFICATE) or DER.");
        } catch (IOException | InvalidPathException e) {
            throw new Usage(
                    "--ca cannot read " + file, "There is no such file, or no right to read it", "Check its name.");
        }
    }
}
