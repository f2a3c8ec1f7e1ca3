package dev.smtpsh.shell.connect;

import dev.smtpsh.dns.query.NameService;
import dev.smtpsh.scan.ScanReport;
import dev.smtpsh.session.Opening;
import dev.smtpsh.session.SessionListener;
import dev.smtpsh.wire.Target;
import java.util.List;
import java.util.Optional;

/** Makes a conversation out of what the operator calls a target. */
public interface Connector extends AutoCloseable {
    /**
     * Resolves, connects, reads the greeting; every way to fail is in the result. For the mail hosts of a domain it does
     * what {@link #route} and {@link FirstReachable} do, without showing what was found.
     */
    Opening open(TargetSpec target, SessionListener listener);

    /**
     * Who takes the mail of a domain, best first, each with the addresses that can be dialled or the reason why there are
     * none. Empty if the operator stopped looking.
     */
    Optional<Route> route(TargetSpec.Domain domain);

    /** Opens a conversation with one host of a {@link #route}; one that has addresses. */
    Opening open(Route.Stop stop, SessionListener listener);

    /** What names are looked up with. */
    NameService names();

    /**
     * Finds out what the TLS of a server takes; empty where that cannot be done.
     *
     * @param helo the name to greet with
     */
    default Optional<ScanReport> scan(Target target, boolean tlsOnConnect, String helo) throws InterruptedException {
        return Optional.empty();
    }

    /** The names of the practice scenarios there are. */
    List<String> scenarios();

    /** The embedded servers that run for conversations. */
    PracticeHosts practice();

    /** Ends what was started for conversations: practice servers. */
    @Override
    void close();
}
