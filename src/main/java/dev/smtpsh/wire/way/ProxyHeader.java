package dev.smtpsh.wire.way;

import dev.smtpsh.smtp.Octets;
import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.util.Optional;

/**
 * What a proxy tells a server before anything else: who the client really is (haproxy.org, "The PROXY protocol", versions 1
 * and 2).
 */
public sealed interface ProxyHeader {
    /**
     * The octets to begin a connection with.
     *
     * @param ours this end, where the header names no source; empty if it has no address
     * @param theirs the other end, where the header names no destination
     */
    Octets octets(Optional<InetSocketAddress> ours, Optional<InetSocketAddress> theirs);

    /**
     * A header by the rules.
     *
     * @param version 1 or 2
     * @param nobody whether it tells nothing: UNKNOWN in version 1, LOCAL in version 2
     */
    record Told(
            int version, boolean nobody, Optional<InetSocketAddress> source, Optional<InetSocketAddress> destination)
            implements ProxyHeader {
        private static final byte[] SIGNATURE = {13, 10, 13, 10, 0, 13, 10, 'Q', 'U', 'I', 'T', 10};
        private static final byte LOCAL = 0x20;
        private static final byte PROXY = 0x21;
        private static final byte TCP4 = 0x11;
        private static final byte TCP6 = 0x21;

        @Override
        public Octets octets(Optional<InetSocketAddress> ours, Optional<InetSocketAddress> theirs) {
            Optional<InetSocketAddress> from = source.or(() -> ours);
            Optional<InetSocketAddress> to = destination.or(() -> theirs);
            if (nobody || from.isEmpty() || to.isEmpty()) {
                return version == 1 ? Octets.latin1("PROXY UNKNOWN\r\n") : binary(LOCAL, (byte) 0, new byte[0]);
            }
            boolean four =
                    from.get().getAddress() instanceof Inet4Address && to.get().getAddress() instanceof Inet4Address;
            return version == 1 ? text(four, from.get(), to.get()) : binary(four, from.get(), to.get());
        }

        private static Octets text(boolean four, InetSocketAddress from, InetSocketAddress to) {
            return Octets.latin1("PROXY " + (four ? "TCP4 " : "TCP6 ") + written(from, four) + " " + written(to, four)
                    + " " + from.getPort() + " " + to.getPort() + "\r\n");
        }

        private static String written(InetSocketAddress end, boolean four) {
            InetAddress address = end.getAddress();
            String text = address.getHostAddress().replaceFirst("%.*", "");
            return four || address instanceof Inet6Address ? text : "::ffff:" + text;
        }

        private static Octets binary(boolean four, InetSocketAddress from, InetSocketAddress to) {
            ByteBuffer block = ByteBuffer.allocate(four ? 12 : 36);
            block.put(octets(from, four)).put(octets(to, four));
            block.putShort((short) from.getPort()).putShort((short) to.getPort());
            return binary(PROXY, four ? TCP4 : TCP6, block.array());
        }

        // An IPv4 address beside an IPv6 one is written as RFC 4291 2.5.5.2 maps it.
        private static byte[] octets(InetSocketAddress end, boolean four) {
            byte[] address = end.getAddress().getAddress();
            if (four || address.length == 16) {
                return address;
            }
            byte[] mapped = new byte[16];
            mapped[10] = (byte) 0xff;
            mapped[11] = (byte) 0xff;
            System.arraycopy(address, 0, mapped, 12, address.length);
            return mapped;
        }

        private static Octets binary(byte command, byte family, byte[] block) {
            ByteBuffer header = ByteBuffer.allocate(SIGNATURE.length + 4 + block.length);
            header.put(SIGNATURE)
                    .put(command)
                    .put(family)
                    .putShort((short) block.length)
                    .put(block);
            return Octets.of(header.array());
        }
    }

    /** Exactly these octets, however wrong. */
    record Raw(Octets octets) implements ProxyHeader {
        @Override
        public Octets octets(Optional<InetSocketAddress> ours, Optional<InetSocketAddress> theirs) {
            return octets;
        }
    }
}
