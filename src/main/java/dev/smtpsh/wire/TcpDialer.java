package dev.smtpsh.wire;

import dev.smtpsh.wire.WireException.Trouble;
import java.io.IOException;
import java.net.BindException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NoRouteToHostException;
import java.net.Proxy;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.apache.commons.net.SocketClient;

/** Dials hosts by TCP through Commons Net's {@code SocketClient}: timeouts, source address, proxy. */
public final class TcpDialer implements Dialer {
    private final DialOptions options;
    private final LinkLimits limits;

    public TcpDialer(DialOptions options, LinkLimits limits) {
        this.options = options;
        this.limits = limits;
    }

    @Override
    public Link dial(Target target, Tap tap) throws WireException, InterruptedException {
        if (!(target.place() instanceof Target.Internet host)) {
            throw new WireException(Trouble.UNREACHABLE, target.where() + " is no host", null);
        }
        Connection connection = new Connection();
        options.proxy().filter(proxy -> proxy.type() == Proxy.Type.SOCKS).ifPresent(connection::setProxy);
        connection.setConnectTimeout(
                (int) Math.min(Integer.MAX_VALUE, options.patience().toMillis()));
        FutureTask<Socket> attempt = new FutureTask<>(() -> connection.open(host, target, options));
        // A blocking connect cannot be interrupted; closing its socket from here ends it.
        Thread thread = new Thread(attempt, "smtpsh-dial");
        thread.setDaemon(true);
        thread.start();
        try {
            return Link.over(attempt.get(), tap, limits);
        } catch (InterruptedException e) {
            attempt.cancel(true);
            connection.abandon();
            throw e;
        } catch (ExecutionException e) {
            connection.abandon();
            if (e.getCause() instanceof WireException told) {
                throw told;
            }
            IOException cause = e.getCause() instanceof IOException io ? io : new IOException(e.getCause());
            throw new WireException(trouble(cause), message(cause), cause);
        } catch (IOException e) {
            connection.abandon();
            throw new WireException(trouble(e), message(e), e);
        }
    }

    private Trouble trouble(IOException e) {
        String text = String.valueOf(e.getMessage()).toLowerCase(Locale.ROOT);
        if (e instanceof SocketTimeoutException) {
            return Trouble.TIMED_OUT;
        }
        if (e instanceof BindException || text.contains("cannot assign requested address")) {
            return Trouble.LOCAL_ADDRESS;
        }
        if (e instanceof NoRouteToHostException || text.contains("unreachable")) {
            return Trouble.UNREACHABLE;
        }
        if (e instanceof ConnectException) {
            return text.contains("timed out") ? Trouble.TIMED_OUT : Trouble.REFUSED;
        }
        if (e instanceof SocketException && options.proxy().isPresent()) {
            return Trouble.PROXY;
        }
        return Trouble.UNREACHABLE;
    }

    private static String message(IOException e) {
        return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    }

    /** Commons Net's client, used for connecting only: its own reading of replies is unbounded. */
    private static final class Connection extends SocketClient {
        Socket open(Target.Internet host, Target target, DialOptions options) throws IOException {
            Optional<Proxy> http = options.proxy().filter(proxy -> proxy.type() == Proxy.Type.HTTP);
            if (http.isPresent()) {
                InetSocketAddress where = (InetSocketAddress) http.get().address();
                reach(where.getAddress(), where.getPort(), options);
                HttpConnect.through(_socket_, target, options.patience());
            } else {
                reach(host.address(), host.port(), options);
            }
            setTcpNoDelay(true);
            return _socket_;
        }

        private void reach(InetAddress address, int port, DialOptions options) throws IOException {
            InetAddress source = options.source().orElse(null);
            if (source == null && options.sourcePort() == 0) {
                connect(address, port);
            } else {
                connect(address, port, source, options.sourcePort());
            }
        }

        void abandon() {
            try {
                disconnect();
            } catch (IOException e) {
                // Nothing was connected.
            }
        }
    }
}
