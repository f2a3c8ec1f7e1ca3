package dev.smtpsh.dns;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** The operating system's way from a name to addresses: hosts file, mDNS, DNS, whatever is configured. */
public final class SystemResolver implements Hosts {
    private final Duration patience;

    /** @param patience limit dns-patience; the system's resolver has given up by itself in 30 seconds or so */
    public SystemResolver(Duration patience) {
        this.patience = patience;
    }

    /** When the thread is interrupted, the system's resolver goes on in vain. */
    @Override
    public HostAnswer addresses(String host, Family family) throws InterruptedException {
        FutureTask<InetAddress[]> question = new FutureTask<>(() -> InetAddress.getAllByName(host));
        Thread thread = new Thread(question, "smtpsh-resolve");
        thread.setDaemon(true);
        thread.start();
        try {
            return answer(host, family, question.get(patience.toMillis(), TimeUnit.MILLISECONDS));
        } catch (TimeoutException e) {
            String why = "no answer within " + patience.toSeconds() + " s";
            return new HostAnswer.ResolverFailed(host, Trouble.TIMEOUT, why);
        } catch (ExecutionException e) {
            return e.getCause() instanceof UnknownHostException unknown
                    ? unknown(host, String.valueOf(unknown.getMessage()))
                    : new HostAnswer.ResolverFailed(host, Trouble.MALFORMED, String.valueOf(e.getCause()));
        }
    }

    // The JDK passes on glibc's words for EAI_AGAIN and EAI_NODATA; anything else means that there is no such name.
    private static HostAnswer unknown(String host, String why) {
        if (why.contains("Temporary failure")) {
            return new HostAnswer.ResolverFailed(host, Trouble.SERVFAIL, "temporary failure in name resolution");
        }
        return why.contains("No address associated") ? new HostAnswer.NoAddress(host) : new HostAnswer.NoSuchHost(host);
    }

    private static HostAnswer answer(String host, Family family, InetAddress[] found) {
        List<InetAddress> wanted = List.of(found).stream().filter(family::has).toList();
        return wanted.isEmpty()
                ? new HostAnswer.WrongFamily(host, family == Family.IPV6)
                : new HostAnswer.Found(wanted);
    }
}
