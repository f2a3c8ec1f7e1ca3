package dev.smtpsh.tls;

import java.io.IOException;
import org.bouncycastle.tls.TlsFatalAlertReceived;
import org.bouncycastle.tls.TlsProtocol;

/**
 * Bouncy Castle's TLS without I/O, narrowed to octets in and octets out. Whatever breaks inside it comes out as an
 * {@link IOException}: a peer must not be able to end a thread.
 */
public final class Records {
    private final TlsProtocol protocol;
    private boolean failed;

    public Records(TlsProtocol protocol) {
        this.protocol = protocol;
    }

    /** Octets came from the network; those after the end of the session are dropped. */
    public void offer(byte[] octets) throws IOException {
        if (failed || protocol.isClosed()) {
            return;
        }
        run(() -> protocol.offerInput(octets));
    }

    /** Takes the plain octets; also after a failure, for what came before it. */
    public byte[] plain() {
        byte[] taken = new byte[protocol.getAvailableInputBytes()];
        protocol.readInput(taken, 0, taken.length);
        return taken;
    }

    public byte[] outgoing() {
        byte[] taken = new byte[protocol.getAvailableOutputBytes()];
        protocol.readOutput(taken, 0, taken.length);
        return taken;
    }

    public void send(byte[] plain) throws IOException {
        run(() -> protocol.writeApplicationData(plain, 0, plain.length));
    }

    public void close() throws IOException {
        if (!failed) {
            run(protocol::close);
        }
    }

    // The parser of ASN.1 recurses, so a certificate nested deep enough overflows the stack.
    private void run(Step step) throws IOException {
        try {
            step.run();
        } catch (IOException e) {
            failed = true;
            throw e;
        } catch (RuntimeException | StackOverflowError e) {
            failed = true;
            throw new IOException("TLS broke: " + e, e);
        }
    }

    /** Whether a failure is the peer's alert, not our own finding. */
    public static boolean alertOfPeer(IOException failure) {
        return failure instanceof TlsFatalAlertReceived;
    }

    private interface Step {
        void run() throws IOException;
    }
}
