package dev.smtpsh.cli;

import dev.smtpsh.cli.option.Arguments;
import dev.smtpsh.cli.option.Flag;
import dev.smtpsh.cli.option.Usage;
import dev.smtpsh.cli.way.WayOptions;
import dev.smtpsh.dns.Family;
import dev.smtpsh.practice.scenario.ShippedScenarios;
import dev.smtpsh.session.setting.Patience;
import dev.smtpsh.session.setting.SessionSettings;
import dev.smtpsh.shell.connect.Detour;
import dev.smtpsh.shell.connect.TargetSpec;
import dev.smtpsh.smtp.command.Spelling;
import dev.smtpsh.smtp.reply.ReplyLimits;
import dev.smtpsh.tls.certificate.Anchors;
import dev.smtpsh.tls.client.TlsChoice;
import dev.smtpsh.wire.Dialer;
import dev.smtpsh.wire.LinkLimits;
import dev.smtpsh.wire.TcpDialer;
import dev.smtpsh.wire.way.EveryWay;
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
        TargetSpec target = TargetSpec.read(text.get(), WayOptions.port(arguments));
        if (target instanceof TargetSpec.Unclear unclear) {
            throw new Usage(
                    "cannot connect to " + unclear.text(),
                    unclear.why(),
                    "Write HOST, HOST:PORT, [IPv6]:PORT, @DOMAIN, smtps://HOST, lmtp://HOST, unix:PATH, pipe:COMMAND or"
                            + " practice:NAME.");
        }
        if (target instanceof TargetSpec.Practice practice
                && !ShippedScenarios.names().contains(practice.scenario())) {
            throw PracticeCommand.unknown(practice.scenario());
        }
        return Optional.of(target);
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
                arguments.has(Flag.LMTP),
                WayOptions.entrance(arguments));
    }

    LinkLimits linkLimits() {
        return new LinkLimits(limits.get("link-inbox"), limits.get("reply-line-cut"));
    }

    /** How connections are made. Whoever asks for it here need not load what makes them. */
    Dialer dialer() throws Usage {
        return new EveryWay(new TcpDialer(WayOptions.dialing(arguments), linkLimits()), linkLimits());
    }

    /** Where to go instead. */
    List<Detour> detours() throws Usage {
        return WayOptions.detours(arguments);
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
