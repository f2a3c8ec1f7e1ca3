package dev.smtpsh.practice;

import dev.smtpsh.practice.scenario.Scenario;
import dev.smtpsh.smtp.Octets;
import dev.smtpsh.wire.Layer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;

/** A running practice server; it listens on 127.0.0.1 unless its setup names another address, and sends mail nowhere. */
public final class PracticeServer implements AutoCloseable {
    private static final byte[] LOOPBACK = {127, 0, 0, 1};
    private static final Octets FULL = Octets.latin1("421 4.3.2 Too many connections\r\n");

    private final Scenario scenario;
    private final Setup setup;
    private final ServerSocket socket;
    private final Mailroom mailroom;
    private final Triplets triplets;
    private final Frequencies frequencies;
    private final Register register;
    private final Clocks clocks;
    private final Set<Connection> connections = new HashSet<>();
    // Those that have something to do yet; the others wait for their clients.
    private final Set<Connection> busy = new HashSet<>();
    private int connected;
    private boolean closed;

    private PracticeServer(Scenario scenario, Setup setup, ServerSocket socket) {
        this.scenario = scenario;
        this.setup = setup;
        this.socket = socket;
        this.mailroom = new Mailroom(setup.limits());
        this.triplets = new Triplets(setup.limits().triplets());
        this.frequencies = new Frequencies(setup.limits().triplets());
        this.register = new Register(setup.limits().triplets());
        this.clocks = new Clocks(setup.clock(), setup.limits().triplets());
    }

    /**
     * Starts a server.
     *
     * @throws IOException if the port is not to be had
     */
    public static PracticeServer start(Scenario scenario, Setup setup) throws IOException {
        ServerSocket socket = new ServerSocket();
        try {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(setup.address(), setup.port()));
        } catch (IOException e) {
            socket.close();
            throw e;
        }
        PracticeServer server = new PracticeServer(scenario, setup, socket);
        Thread thread = new Thread(server::acceptAll, "smtpsh-practice");
        thread.setDaemon(true);
        thread.start();
        return server;
    }

    static InetAddress loopback() {
        try {
            return InetAddress.getByAddress(LOOPBACK);
        } catch (UnknownHostException e) {
            throw new AssertionError("four octets are an address", e);
        }
    }

    public Scenario scenario() {
        return scenario;
    }

    public InetAddress address() {
        return socket.getInetAddress();
    }

    public int port() {
        return socket.getLocalPort();
    }

    public Mailroom mailroom() {
        return mailroom;
    }

    public PracticeClock clock() {
        return setup.clock();
    }

    public Authority authority() {
        return setup.authority();
    }

    /** Forgets all senders and messages. */
    public void reset() {
        triplets.clear();
        frequencies.clear();
        register.clear();
        mailroom.clear();
    }

    /**
     * Waits until every client has been answered as far as it was heard, and the listener told of it all. A client that has
     * seen a reply can so be sure that what belongs to it was told.
     *
     * @return false if the time is over before that
     */
    public boolean settle(Duration atMost) throws InterruptedException {
        long end = System.nanoTime() + atMost.toNanos();
        synchronized (connections) {
            while (!busy.isEmpty()) {
                long left = Duration.ofNanos(end - System.nanoTime()).toMillis();
                if (left <= 0) {
                    return false;
                }
                connections.wait(left);
            }
            return true;
        }
    }

    /** Stops listening and drops every connection. */
    @Override
    public void close() {
        Set<Connection> open;
        synchronized (connections) {
            closed = true;
            open = Set.copyOf(connections);
            // To end is something to do: who settles sees how each has ended.
            busy.addAll(open);
        }
        closeQuietly(socket);
        open.forEach(Connection::stop);
    }

    Setup setup() {
        return setup;
    }

    Layer tls() {
        return setup.authority().layer(scenario);
    }

    Triplets triplets() {
        return triplets;
    }

    Frequencies frequencies() {
        return frequencies;
    }

    Register register() {
        return register;
    }

    PracticeClock clockOf(String learner) {
        return clocks.of(learner);
    }

    int connectionsOf(String learner) {
        synchronized (connections) {
            return (int) connections.stream()
                    .filter(connection ->
                            !connection.going() && connection.learner().who().equals(learner))
                    .count();
        }
    }

    void waits(Connection connection) {
        synchronized (connections) {
            busy.remove(connection);
            connections.notifyAll();
        }
    }

    void works(Connection connection) {
        synchronized (connections) {
            // One that has ended meanwhile has nothing to do any more.
            if (connections.contains(connection)) {
                busy.add(connection);
            }
        }
    }

    void ended(Connection connection) {
        synchronized (connections) {
            connections.remove(connection);
            busy.remove(connection);
            connections.notifyAll();
        }
    }

    private void acceptAll() {
        while (true) {
            try {
                admit(socket.accept());
            } catch (IOException e) {
                if (socket.isClosed()) {
                    return;
                }
            }
        }
    }

    private void admit(Socket client) throws IOException {
        Connection connection;
        synchronized (connections) {
            if (closed || connections.size() >= setup.limits().connections()) {
                refuse(client);
                return;
            }
            connection = new Connection(this, ++connected, client);
            connections.add(connection);
            busy.add(connection);
        }
        Thread thread = new Thread(connection, "smtpsh-practice-" + client.getPort());
        thread.setDaemon(true);
        thread.start();
    }

    private static void refuse(Socket client) {
        try (client) {
            client.getOutputStream().write(FULL.toByteArray());
        } catch (IOException e) {
            // It was to be refused anyway.
        }
    }

    private static void closeQuietly(ServerSocket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            // Closing is all that was wanted.
        }
    }
}
