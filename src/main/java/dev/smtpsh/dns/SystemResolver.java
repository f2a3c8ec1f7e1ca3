package dev.smtpsh.dns;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** The operating system's way from a name to addresses. */
public final class SystemResolver {
    // The system's resolver asks each server twice or so; after that nothing comes any more (limit resolve).
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /**
     * The addresses of a host name or address literal.
     *
     * @throws InterruptedException when the thread was interrupted; the system's resolver goes on in vain
     */
    public HostAnswer addresses(String host, Family family) throws InterruptedException {
        FutureTask<InetAddress[]> question = new FutureTask<>(() -> InetAddress.getAllByName(host));
        Thread thread = new Thread(question, "smtpsh-resolve");
        thread.setDaemon(true);
        thread.start();
        try {
            return answer(host, family, question.get(PATIENCE.toSeconds(), TimeUnit.SECONDS));
        } catch (TimeoutException e) {
            return new HostAnswer.ResolverFailed(host, "no answer within " + PATIENCE.toSeconds() + " s");
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof UnknownHostException)) {
                return new HostAnswer.ResolverFailed(host, String.valueOf(e.getCause()));
            }
            UnknownHostException unknown = (UnknownHostException) e.getCause();
            String why = String.valueOf(unknown.getMessage());
            // glibc's words for EAI_AGAIN; anything else means the name, not the resolver.
            return why.contains("Temporary failure")
                    ? new HostAnswer.ResolverFailed(host, "temporary failure in name resolution")
                    : new HostAnswer.NoSuchHost(host);
        }
    }

    private static HostAnswer answer(String host, Family family, InetAddress[] found) {
        List<InetAddress> wanted = List.of(found).stream()
                .filter(address -> matches(address, family))
                .toList();
        return wanted.isEmpty()
                ? new HostAnswer.WrongFamily(host, family == Family.IPV6)
                : new HostAnswer.Found(wanted);
    }

    private static boolean matches(InetAddress address, Family family) {
        boolean v6 = address instanceof Inet6Address;
        return family == Family.ANY || v6 == (family == Family.IPV6);
    }
}
