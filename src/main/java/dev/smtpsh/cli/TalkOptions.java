package dev.smtpsh.cli;

import dev.smtpsh.cli.option.Arguments;
import dev.smtpsh.cli.option.Flag;
import dev.smtpsh.cli.option.Usage;
import dev.smtpsh.dns.Family;
import dev.smtpsh.practice.scenario.ShippedScenarios;
import dev.smtpsh.session.Patience;
import dev.smtpsh.session.SessionSettings;
import dev.smtpsh.shell.connect.TargetSpec;
import dev.smtpsh.smtp.command.Spelling;
import dev.smtpsh.smtp.reply.ReplyLimits;
import dev.smtpsh.tls.certificate.Anchors;
import dev.smtpsh.tls.client.TlsChoice;
import dev.smtpsh.wire.DialOptions;
import dev.smtpsh.wire.Dialer;
import dev.smtpsh.wire.LinkLimits;
import dev.smtpsh.wire.TcpDialer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the options of a conversation mean. */
final class TalkOptions {
    private static final Map<String, Integer> LIMITS = Map.of(
            "reply-line", ReplyLimits.DEFAULT.lineRemark(),
            "reply-line-cut", ReplyLimits.DEFAULT.lineCut(),
            "reply-lines", ReplyLimits.DEFAULT.lines(),
            "reply-size", ReplyLimits.DEFAULT.size(),
            "link-inbox", LinkLimits.DEFAULT.inbox());
    private static final int LARGEST_LIMIT = 256 * 1024 * 1024;

    private final Arguments arguments;
    private final Map<String, Integer> limits;

    private TalkOptions(Arguments arguments, Map<String, Integer> limits) {
        this.arguments = arguments;
        this.limits = limits;
    }

    static TalkOptions read(Arguments arguments) throws Usage {
        arguments.exclusive(Flag.IPV4, Flag.IPV6);
        arguments.exclusive(Flag.JSON, Flag.QUIET);
        arguments.exclusive(Flag.COLOR, Flag.NO_COLOR);
        return new TalkOptions(arguments, limits(arguments.values(Flag.LIMIT)));
    }

    /** The target as it was written. */
    Optional<String> targetText() {
        return arguments.value(Flag.HOST).or(() -> arguments.rest().stream().findFirst());
    }

    Optional<TargetSpec> target() throws Usage {
        List<String> rest = arguments.rest();
        Optional<String> host = arguments.value(Flag.HOST);
        if (rest.size() + (host.isPresent() ? 1 : 0) > 1) {
            throw new Usage(
                    "one TARGET only, not " + (rest.size() + (host.isPresent() ? 1 : 0)),
                    "A conversation is with one server",
                    "Type SMTP commands at the prompt, or feed them through a pipe.");
        }
        Optional<String> text = targetText();
        if (text.isEmpty()) {
            return Optional.empty();
        }
        TargetSpec target = TargetSpec.read(text.get(), port());
        if (target instanceof TargetSpec.Unclear unclear) {
            throw new Usage(
                    "cannot connect to " + unclear.text(),
                    unclear.why(),
                    "Write HOST, HOST:PORT, [IPv6]:PORT, @DOMAIN, smtps://HOST or practice:NAME.");
        }
        if (target instanceof TargetSpec.Practice practice
                && !ShippedScenarios.names().contains(practice.scenario())) {
            throw PracticeCommand.unknown(practice.scenario());
        }
        return Optional.of(target);
    }

    /** The port where the target names none. */
    private Optional<Integer> port() throws Usage {
        Optional<Integer> given = arguments.number(Flag.PORT, 1, 65535);
        return given.isEmpty() && arguments.has(Flag.LMTP) ? Optional.of(TargetSpec.LMTP) : given;
    }

    Family family() {
        return arguments.has(Flag.IPV4) ? Family.IPV4 : arguments.has(Flag.IPV6) ? Family.IPV6 : Family.ANY;
    }

    SessionSettings settings() throws Usage {
        ReplyLimits replies = new ReplyLimits(
                limits.get("reply-line"),
                limits.get("reply-line-cut"),
                limits.get("reply-lines"),
                limits.get("reply-size"));
        return new SessionSettings(
                new Patience(arguments.duration(Flag.TIMEOUT)),
                replies,
                TlsChoice.DEFAULT,
                Anchors.system(),
                arguments.has(Flag.TLS_ON_CONNECT),
                arguments.has(Flag.LMTP));
    }

    LinkLimits linkLimits() {
        return new LinkLimits(limits.get("link-inbox"), limits.get("reply-line-cut"));
    }

    /** How connections are made. Whoever asks for it here need not load what makes them. */
    Dialer dialer() throws Usage {
        return new TcpDialer(dialing(), linkLimits());
    }

    DialOptions dialing() throws Usage {
        Optional<String> source = arguments.value(Flag.SOURCE);
        Optional<InetSocketAddress> local =
                source.isEmpty() ? Optional.empty() : Optional.of(socketAddress(Flag.SOURCE, source.get()));
        return new DialOptions(
                arguments.duration(Flag.CONNECT_TIMEOUT).orElse(DialOptions.DEFAULT.patience()),
                local.map(InetSocketAddress::getAddress),
                local.map(InetSocketAddress::getPort).orElse(0),
                proxy());
    }

    private Optional<Proxy> proxy() throws Usage {
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

    private static Map<String, Integer> limits(List<String> given) throws Usage {
        Map<String, Integer> limits = new HashMap<>(LIMITS);
        for (String assignment : given) {
            int equals = assignment.indexOf('=');
            String name = equals < 0 ? assignment : assignment.substring(0, equals);
            String value = equals < 0 ? "" : assignment.substring(equals + 1);
            if (!LIMITS.containsKey(name)) {
                String meant = Spelling.nearest(name, LIMITS.keySet())
                        .map(near -> "Did you mean " + near + "?")
                        .orElse("There are "
                                + String.join(
                                        ", ", LIMITS.keySet().stream().sorted().toList()) + ".");
                throw new Usage("no limit is called " + name, "Only five limits can be set", meant);
            }
            boolean number = value.matches("[0-9]{1,9}") && Integer.parseInt(value) >= 1;
            if (!number || Integer.parseInt(value) > LARGEST_LIMIT) {
                throw new Usage(
                        "limit " + name + " must be a number from 1 to " + LARGEST_LIMIT,
                        "It is " + (value.isEmpty() ? "not given" : value),
                        "For example --limit " + name + "=" + LIMITS.get(name));
            }
            limits.put(name, Integer.parseInt(value));
        }
        return limits;
    }
}
