package dev.smtpsh.tls.secret;

import java.nio.charset.StandardCharsets;
import org.bouncycastle.tls.crypto.TlsSecret;
import org.bouncycastle.tls.crypto.impl.AbstractTlsSecret;
import org.bouncycastle.tls.crypto.impl.bc.BcTlsCrypto;
import org.bouncycastle.tls.crypto.impl.bc.BcTlsSecret;

/** A secret of TLS 1.3 that tells what is made of it (RFC 8446 7.1): Bouncy Castle itself hands out none. */
public final class NotingSecret extends BcTlsSecret {
    private static final String PREFIX = "tls13 ";

    private final BcTlsCrypto crypto;
    private final Made made;

    private NotingSecret(BcTlsCrypto crypto, byte[] data, Made made) {
        super(crypto, data);
        this.crypto = crypto;
        this.made = made;
    }

    /** Hears of every secret that is made. */
    @FunctionalInterface
    public interface Made {
        /**
         * @param label such as {@code c hs traffic}
         * @param parent what it was made of
         * @param secret the new one; a copy
         */
        void secret(String label, NotingSecret parent, byte[] secret);
    }

    public static NotingSecret of(BcTlsCrypto crypto, TlsSecret secret, Made made) {
        return new NotingSecret(crypto, copyData((AbstractTlsSecret) secret), made);
    }

    public static byte[] copyOf(TlsSecret secret) {
        return copyData((AbstractTlsSecret) secret);
    }

    @Override
    public synchronized TlsSecret hkdfExtract(int algorithm, TlsSecret key) {
        return of(crypto, super.hkdfExtract(algorithm, key), made);
    }

    @Override
    public synchronized TlsSecret hkdfExpand(int algorithm, byte[] info, int length) {
        byte[] asked = made instanceof Relabeling relabeling ? relabeling.relabel(info) : info;
        NotingSecret found = of(crypto, super.hkdfExpand(algorithm, asked, length), made);
        made.secret(label(info), this, copyOf(found));
        return found;
    }

    /** Changes what a secret is made for. */
    interface Relabeling extends Made {
        byte[] relabel(byte[] info);
    }

    // RFC 8446 7.1: HkdfLabel is a length of two octets, then the label with its length before it.
    private static String label(byte[] info) {
        int length = info.length > 2 ? info[2] & 0xff : 0;
        if (info.length < 3 + length) {
            return "";
        }
        String label = new String(info, 3, length, StandardCharsets.US_ASCII);
        return label.startsWith(PREFIX) ? label.substring(PREFIX.length()) : label;
    }
}
