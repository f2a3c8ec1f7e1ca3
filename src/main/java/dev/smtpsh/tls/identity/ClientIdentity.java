package dev.smtpsh.tls.identity;

import java.io.IOException;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.List;
import org.bouncycastle.crypto.params.AsymmetricKeyParameter;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;
import org.bouncycastle.crypto.params.Ed25519PrivateKeyParameters;
import org.bouncycastle.crypto.params.Ed25519PublicKeyParameters;
import org.bouncycastle.crypto.params.RSAKeyParameters;
import org.bouncycastle.crypto.util.PublicKeyFactory;

/**
 * What we show of ourselves to a server that asks for it: a client certificate with the chain to send, and its key.
 * Shown to nobody else.
 */
public final class ClientIdentity {
    private final List<X509Certificate> chain;
    private final AsymmetricKeyParameter key;

    private ClientIdentity(List<X509Certificate> chain, AsymmetricKeyParameter key) {
        this.chain = List.copyOf(chain);
        this.key = key;
    }

    /**
     * Of certificates, our own first, and the text of a file with the key to it.
     *
     * @param pem holds a key as openssl writes it: PKCS #8, or RSA or EC in the older forms; not encrypted
     * @throws IOException with half a sentence on what is wrong
     */
    public static ClientIdentity of(List<X509Certificate> chain, String pem) throws IOException {
        AsymmetricKeyParameter key = KeyText.read(pem);
        AsymmetricKeyParameter open =
                PublicKeyFactory.createKey(chain.get(0).getPublicKey().getEncoded());
        if (!belong(key, open)) {
            throw new IOException("the key does not belong to the first certificate");
        }
        return new ClientIdentity(chain, key);
    }

    List<X509Certificate> chain() {
        return chain;
    }

    AsymmetricKeyParameter key() {
        return key;
    }

    @Override
    public String toString() {
        return "ClientIdentity of " + chain.get(0).getSubjectX500Principal();
    }

    private static boolean belong(AsymmetricKeyParameter key, AsymmetricKeyParameter open) {
        if (key instanceof RSAKeyParameters ours && open instanceof RSAKeyParameters theirs) {
            return ours.getModulus().equals(theirs.getModulus());
        }
        if (key instanceof ECPrivateKeyParameters ours && open instanceof ECPublicKeyParameters theirs) {
            return ours.getParameters().getCurve().equals(theirs.getParameters().getCurve())
                    && ours.getParameters().getG().multiply(ours.getD()).equals(theirs.getQ());
        }
        return key instanceof Ed25519PrivateKeyParameters ours
                && open instanceof Ed25519PublicKeyParameters theirs
                && Arrays.equals(ours.generatePublicKey().getEncoded(), theirs.getEncoded());
    }
}
