package dev.smtpsh.tls.server;

import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.List;

/**
 * What a server shows of itself.
 *
 * @param chain the certificates as they are to be sent, the server's own first; at least one
 * @param key belongs to the first of them; RSA or EC
 */
public record ServerIdentity(List<X509Certificate> chain, PrivateKey key) {
    public ServerIdentity {
        chain = List.copyOf(chain);
        if (chain.isEmpty()) {
            throw new IllegalArgumentException("a server needs a certificate");
        }
    }

    public X509Certificate leaf() {
        return chain.get(0);
    }

    /** The same key with another chain, for example in a wrong order. */
    public ServerIdentity withChain(List<X509Certificate> other) {
        return new ServerIdentity(other, key);
    }

    @Override
    public String toString() {
        return "ServerIdentity of " + leaf().getSubjectX500Principal();
    }
}
