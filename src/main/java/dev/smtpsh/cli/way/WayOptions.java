package dev.smtpsh.cli.way;

import dev.smtpsh.cli.option.Arguments;
import dev.smtpsh.cli.option.Flag;
import dev.smtpsh.cli.option.Usage;
import dev.smtpsh.session.setting.SessionSettings.Entrance;
import dev.smtpsh.shell.connect.Detour;
import dev.smtpsh.shell.connect.TargetSpec;
import dev.smtpsh.shell.language.RawText;
import dev.smtpsh.smtp.Octets;
import dev.smtpsh.wire.DialOptions;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What the options say of the way to a server, and of what is sent on it before the greeting. */
public final class WayOptions {
    private WayOptions() {}

    /** What is sent before the greeting. */
    public static Entrance entrance(Arguments arguments) throws Usage {
        Optional<String> header = arguments.value(Flag.PROXY_PROTOCOL);
        Optional<String> early = arguments.value(Flag.EARLY);
        if (header.isEmpty() && early.isEmpty()) {
            return Entrance.QUIET;
        }
        return new Entrance(
                header.isEmpty() ? Optional.empty() : Optional.of(ProxyOption.read(header.get())),
                early.isEmpty() ? Octets.EMPTY : raw(Flag.EARLY, early.get()));
    }

    /** The port where a target names none; empty for the usual one. */
    public static Optional<Integer> port(Arguments arguments) throws Usage {
        Optional<Integer> given = arguments.number(Flag.PORT, 1, 65535);
        return given.isEmpty() && arguments.has(Flag.LMTP) ? Optional.of(TargetSpec.LMTP) : given;
    }

    /** Where to go instead of to hosts. */
    public static List<Detour> detours(Arguments arguments) throws Usage {
        List<Detour> detours = new ArrayList<>();
        for (String text : arguments.values(Flag.CONNECT)) {
            Detour.Reading reading = Detour.read(text);
            detours.add(reading.detour()
                    .orElseThrow(() -> new Usage(
                            "--connect cannot read " + text,
                            reading.why(),
                            "For example --connect mx.example.net:25=127.0.0.1:2525.")));
        }
        return detours;
    }

    /** A text with the escapes of {@code raw}. */
    static Octets raw(Flag flag, String text) throws Usage {
        return RawText.octets(Octets.utf8('"' + text + '"'))
                .orElseThrow(() -> new Usage(
                        "--" + flag.word() + " cannot read an escape in " + text,
                        "Only \\r \\n \\t \\0 \\\\ \\\" and \\xNN are known",
                        "For example 'EHLO probe.example.net\\r\\n'."));
    }

    /** How connections to hosts are made. */
    public static DialOptions dialing(Arguments arguments) throws Usage {
        Optional<String> source = arguments.value(Flag.SOURCE);
        Optional<InetSocketAddress> local =
                source.isEmpty() ? Optional.empty() : Optional.of(socketAddress(Flag.SOURCE, source.get()));
        return new DialOptions(
                arguments.duration(Flag.CONNECT_TIMEOUT).orElse(DialOptions.DEFAULT.patience()),
                local.map(InetSocketAddress::getAddress),
                local.map(InetSocketAddress::getPort).orElse(0),
                proxy(arguments));
    }

    private static Optional<Proxy> proxy(Arguments arguments) throws Usage {
        Optional<String> url = arguments.value(Flag.PROXY);
        if (url.isEmpty()) {
            return Optional.empty();
        }
        try {
            URI uri = URI.create(url.get());
            String scheme = String.valueOf(uri.getScheme());
            boolean socks = scheme.equals("socks5") || scheme.equals("socks");
            if (uri.getHost() != null && uri.getPort() > 0 && (socks || scheme.equals("http"))) {
                InetSocketAddress where = new InetSocketAddress(uri.getHost(), uri.getPort());
                if (where.isUnresolved()) {
                    throw new Usage(
                            "the host of --proxy does not resolve: " + uri.getHost(),
                            "No address was found",
                            "Check its name.");
                }
                return Optional.of(new Proxy(socks ? Proxy.Type.SOCKS : Proxy.Type.HTTP, where));
            }
        } catch (IllegalArgumentException e) {
            // Falls through to the same message: a text that is no URL.
        }
        throw new Usage(
                "--proxy cannot read " + url.get(),
                "It is no address of a proxy",
                "Write socks5://HOST:PORT or http://HOST:PORT.");
    }

    // ADDR, ADDR:PORT, [IPv6]:PORT; an address, so that nothing is looked up.
    private static InetSocketAddress socketAddress(Flag flag, String text) throws Usage {
        TargetSpec read = TargetSpec.read(text, Optional.of(1));
        if (read instanceof TargetSpec.Host host && host.name().matches("[0-9.]+|[0-9a-fA-F:.]+(%.*)?")) {
            try {
                boolean portGiven = !text.equals(host.name()) && !text.equals("[" + host.name() + "]");
                return new InetSocketAddress(InetAddress.getByName(host.name()), portGiven ? host.port() : 0);
            } catch (UnknownHostException e) {
                // Falls through to the same message: digits that are no address.
            }
        }
        throw new Usage(
                "--" + flag.word() + " cannot read " + text,
                "It is no address",
                "Write an address of this machine, such as 192.0.2.7.");
    }
}
