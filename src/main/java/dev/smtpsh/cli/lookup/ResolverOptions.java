package dev.smtpsh.cli.lookup;

import dev.smtpsh.cli.option.Arguments;
import dev.smtpsh.cli.option.Flag;
import dev.smtpsh.cli.option.Usage;
import dev.smtpsh.dns.AddressLiteral;
import dev.smtpsh.dns.query.NameService;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What {@code --resolver} and {@code --dns-timeout} mean. */
public final class ResolverOptions {
    private static final int PORT = 53;
    private static final int LARGEST_PORT = 65535;
    private static final int MOST_SERVERS = 3;

    private ResolverOptions() {}

    public static NameService read(Arguments arguments) throws Usage {
        Duration patience = arguments.duration(Flag.DNS_TIMEOUT).orElse(NameService.PATIENCE);
        List<String> given = arguments.values(Flag.RESOLVER);
        if (given.isEmpty()) {
            return NameService.system(patience);
        }
        if (given.size() > MOST_SERVERS) {
            throw new Usage(
                    "--resolver can be given " + MOST_SERVERS + " times, not " + given.size(),
                    "Each of them would be asked in turn",
                    "Name the nearest ones.");
        }
        List<InetSocketAddress> servers = new ArrayList<>();
        for (String text : given) {
            servers.add(server(text));
        }
        return NameService.asking(servers, patience);
    }

    // An address, as a name would have to be looked up; [ADDR]:PORT, ADDR:PORT, or an address alone.
    private static InetSocketAddress server(String text) throws Usage {
        Optional<InetAddress> alone = AddressLiteral.read(text);
        if (alone.isPresent()) {
            return new InetSocketAddress(alone.get(), PORT);
        }
        int colon = text.lastIndexOf(':');
        String port = text.substring(colon + 1);
        boolean number = port.matches("[0-9]{1,5}") && Integer.parseInt(port) >= 1;
        if (colon > 0 && number && Integer.parseInt(port) <= LARGEST_PORT) {
            Optional<InetAddress> address = AddressLiteral.read(text.substring(0, colon));
            if (address.isPresent()) {
                return new InetSocketAddress(address.get(), Integer.parseInt(port));
            }
        }
        throw new Usage(
                "--resolver cannot read " + text,
                "It is no address of a name server",
                "Write ADDR, ADDR:PORT or [IPv6]:PORT, such as 192.0.2.53 or [::1]:5353.");
    }
}
