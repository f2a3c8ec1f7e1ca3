package dev.smtpsh.wire.way;

import dev.smtpsh.wire.WireException;
import dev.smtpsh.wire.WireException.Trouble;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;

/** A UNIX domain socket, as far as a link uses a socket. It knows no reset: closing is all there is. */
final class UnixSocket extends Socket {
    private final SocketChannel channel;

    private UnixSocket(SocketChannel channel) {
        this.channel = channel;
    }

    static UnixSocket to(Path path) throws IOException {
        SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX);
        try {
            channel.connect(UnixDomainSocketAddress.of(path));
            return new UnixSocket(channel);
        } catch (SocketException e) {
            channel.close();
            boolean there = Files.exists(path);
            throw new WireException(
                    there ? Trouble.REFUSED : Trouble.UNREACHABLE,
                    there ? String.valueOf(e.getMessage()) : "there is no such file",
                    e);
        } catch (IOException | IllegalArgumentException e) {
            channel.close();
            throw new WireException(Trouble.UNREACHABLE, String.valueOf(e.getMessage()), e);
        }
    }

    // Not by java.nio.channels.Channels: its streams would let a write wait for a read.
    @Override
    public InputStream getInputStream() {
        return new InputStream() {
            @Override
            public int read() throws IOException {
                byte[] one = new byte[1];
                return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
            }

            @Override
            public int read(byte[] bytes, int from, int count) throws IOException {
                try {
                    return channel.read(ByteBuffer.wrap(bytes, from, count));
                } catch (ClosedChannelException e) {
                    throw new SocketException("closed");
                }
            }
        };
    }

    @Override
    public OutputStream getOutputStream() {
        return new OutputStream() {
            @Override
            public void write(int octet) throws IOException {
                write(new byte[] {(byte) octet}, 0, 1);
            }

            @Override
            public void write(byte[] bytes, int from, int count) throws IOException {
                ByteBuffer rest = ByteBuffer.wrap(bytes, from, count);
                while (rest.hasRemaining()) {
                    channel.write(rest);
                }
            }
        };
    }

    @Override
    public void setSoLinger(boolean on, int seconds) {
        // There is no TCP to reset.
    }

    @Override
    public void shutdownOutput() throws IOException {
        channel.shutdownOutput();
    }

    @Override
    public synchronized void close() throws IOException {
        super.close();
        channel.close();
    }
}
