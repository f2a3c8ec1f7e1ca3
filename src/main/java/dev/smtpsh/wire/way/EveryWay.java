package dev.smtpsh.wire.way;

import dev.smtpsh.wire.Dialer;
import dev.smtpsh.wire.Link;
import dev.smtpsh.wire.LinkLimits;
import dev.smtpsh.wire.Tap;
import dev.smtpsh.wire.Target;
import dev.smtpsh.wire.WireException;
import dev.smtpsh.wire.WireException.Trouble;
import java.io.IOException;
import java.net.Socket;

/** Dials whatever there is: hosts by another dialer, UNIX sockets and programs itself. */
public final class EveryWay implements Dialer {
    private final Dialer hosts;
    private final LinkLimits limits;

    public EveryWay(Dialer hosts, LinkLimits limits) {
        this.hosts = hosts;
        this.limits = limits;
    }

    @Override
    public Link dial(Target target, Tap tap) throws WireException, InterruptedException {
        if (target.place() instanceof Target.Internet) {
            return hosts.dial(target, tap);
        }
        try {
            return Link.over(reached(target.place()), tap, limits);
        } catch (WireException e) {
            throw e;
        } catch (IOException e) {
            throw new WireException(Trouble.UNREACHABLE, String.valueOf(e.getMessage()), e);
        }
    }

    // Neither of them waits: a UNIX socket is there or not, and a program is started or not.
    private static Socket reached(Target.Place place) throws IOException {
        return place instanceof Target.Local local
                ? UnixSocket.to(local.path())
                : ChildSocket.running(((Target.Child) place).command());
    }
}
