package dev.smtpsh.shell.connect;

import dev.smtpsh.dns.DomainName;
import dev.smtpsh.wire.Target;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/** Where the operator wants to go. */
public sealed interface TargetSpec {
    int SMTP = 25;
    int SMTPS = 465;
    int LMTP = 24;

    /** The domain that all practice servers take mail for. */
    String PRACTICE_DOMAIN = "practice.test";

    /** What to call it. */
    String label();

    /** Whether connecting to it starts a program. */
    default boolean startsProgram() {
        return false;
    }

    /** The mail domain that is meant; empty where a host is. */
    default Optional<String> domain() {
        return Optional.empty();
    }

    /**
     * A host by name or address.
     *
     * @param tlsOnConnect whether TLS begins at once: {@code smtps://} or port 465
     */
    record Host(String name, int port, boolean tlsOnConnect) implements TargetSpec {
        @Override
        public String label() {
            return name;
        }
    }

    /** The embedded practice server with a scenario. */
    record Practice(String scenario) implements TargetSpec {
        @Override
        public String label() {
            return "practice:" + scenario;
        }

        @Override
        public Optional<String> domain() {
            return Optional.of(PRACTICE_DOMAIN);
        }
    }

    /** Whoever takes the mail of a domain: {@code @DOMAIN}. MX records name no port, so it is the operator's. */
    record Domain(DomainName name, int port, boolean tlsOnConnect) implements TargetSpec {
        @Override
        public String label() {
            return "@" + name.text();
        }

        @Override
        public Optional<String> domain() {
            return Optional.of(name.text());
        }
    }

    /** A UNIX socket, {@code unix:/PATH}, or a program, {@code pipe:COMMAND}. */
    record Here(Target.Place place) implements TargetSpec {
        @Override
        public boolean startsProgram() {
            return place instanceof Target.Child;
        }

        /** The file, or the first word of the command, without its folder. */
        @Override
        public String label() {
            String text = place instanceof Target.Child child
                    ? child.command().strip().split("[ \t]", 2)[0]
                    : ((Target.Local) place).path().toString();
            String kind = place instanceof Target.Child ? "pipe:" : "unix:";
            return kind + text.substring(text.lastIndexOf('/') + 1);
        }
    }

    /** A target that speaks LMTP (RFC 2033): {@code lmtp://HOST}. */
    record Lmtp(TargetSpec under) implements TargetSpec {
        @Override
        public boolean startsProgram() {
            return under.startsProgram();
        }

        @Override
        public String label() {
            return under.label();
        }
    }

    /** Not understood. */
    record Unclear(String text, String why) implements TargetSpec {
        @Override
        public String label() {
            return text;
        }
    }

    /**
     * Reads {@code HOST}, {@code HOST:PORT}, {@code [IPv6]:PORT}, {@code @DOMAIN[:PORT]}, {@code smtp://},
     * {@code smtps://}, {@code lmtp://}, {@code unix:PATH}, {@code pipe:COMMAND}, the latter two with {@code lmtp:} before them, {@code practice[:NAME]}.
     *
     * @param port the port to use where the text names none
     */
    static TargetSpec read(String text, Optional<Integer> port) {
        if (text.equals("practice") || text.startsWith("practice:")) {
            String name = text.substring(Math.min(text.length(), "practice:".length()));
            return new Practice(name.isEmpty() ? "normal" : name);
        }
        if (text.startsWith("unix:") || text.startsWith("pipe:")) {
            return here(text);
        }
        if (text.startsWith("lmtp:unix:") || text.startsWith("lmtp:pipe:")) {
            TargetSpec under = here(text.substring("lmtp:".length()));
            return under instanceof Here ? new Lmtp(under) : under;
        }
        String lower = text.toLowerCase(Locale.ROOT);
        if (lower.startsWith("smtps://")) {
            return hostPort(text, strip(text, "smtps://"), port.orElse(SMTPS), true);
        }
        if (lower.startsWith("smtp://")) {
            return hostPort(text, strip(text, "smtp://"), port.orElse(SMTP), false);
        }
        if (lower.startsWith("lmtp://")) {
            TargetSpec under = hostPort(text, strip(text, "lmtp://"), port.orElse(LMTP), false);
            return under instanceof Unclear ? under : new Lmtp(under);
        }
        if (text.contains("://")) {
            return new Unclear(text, "only smtp://, smtps:// and lmtp:// are known");
        }
        if (text.startsWith("@")) {
            return domain(text, port.orElse(SMTP));
        }
        return hostPort(text, text, port.orElse(SMTP), false);
    }

    private static TargetSpec here(String text) {
        String rest = text.substring("unix:".length()).strip();
        if (rest.isEmpty()) {
            return new Unclear(
                    text, text.startsWith("unix:") ? "a file must follow unix:" : "a command must follow pipe:");
        }
        if (text.startsWith("pipe:")) {
            return new Here(new Target.Child(rest));
        }
        try {
            return new Here(new Target.Local(Path.of(rest)));
        } catch (InvalidPathException e) {
            return new Unclear(text, "that is no name of a file");
        }
    }

    private static TargetSpec domain(String text, int port) {
        TargetSpec read = hostPort(text, text.substring(1), port, false);
        if (!(read instanceof Host host)) {
            return read;
        }
        DomainName.Reading name = DomainName.read(host.name());
        return name.name().isPresent()
                ? new Domain(name.name().get(), host.port(), host.tlsOnConnect())
                : new Unclear(text, "that is no domain: " + name.why());
    }

    private static String strip(String text, String scheme) {
        String rest = text.substring(scheme.length());
        return rest.endsWith("/") ? rest.substring(0, rest.length() - 1) : rest;
    }

    private static TargetSpec hostPort(String text, String rest, int defaultPort, boolean tls) {
        String host = rest;
        String port = "";
        int close = rest.indexOf(']');
        int colon = rest.lastIndexOf(':');
        if (rest.startsWith("[") && close > 0) {
            host = rest.substring(1, close);
            String after = rest.substring(close + 1);
            if (!after.isEmpty() && !after.startsWith(":")) {
                return new Unclear(text, "after ] only :PORT can follow");
            }
            port = after.isEmpty() ? "" : after.substring(1);
        } else if (colon >= 0 && rest.indexOf(':') == colon) {
            host = rest.substring(0, colon);
            port = rest.substring(colon + 1);
            if (port.isEmpty()) {
                return new Unclear(text, "a port must follow the colon");
            }
        }
        return host(text, host, port, defaultPort, tls);
    }

    private static TargetSpec host(String text, String host, String port, int defaultPort, boolean tls) {
        if (host.isEmpty() || !host.chars().allMatch(c -> c > ' ' && c != 0x7f && c != '/' && c != '@')) {
            return new Unclear(text, "that is no host name or address");
        }
        if (port.isEmpty()) {
            return new Host(host, defaultPort, tls || defaultPort == SMTPS);
        }
        boolean digits = port.length() <= 5 && port.chars().allMatch(c -> c >= '0' && c <= '9');
        int number = digits ? Integer.parseInt(port) : 0;
        return number >= 1 && number <= 65535
                ? new Host(host, number, tls || number == SMTPS)
                : new Unclear(text, "a port is a number from 1 to 65535, not " + port);
    }
}
