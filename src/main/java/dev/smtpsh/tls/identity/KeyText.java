package dev.smtpsh.tls.identity;

import java.io.IOException;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.pkcs.RSAPrivateKey;
import org.bouncycastle.asn1.sec.ECPrivateKey;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.bouncycastle.crypto.params.AsymmetricKeyParameter;
import org.bouncycastle.crypto.util.PrivateKeyFactory;

/** A private key in PEM (RFC 7468 10, and the two older labels of openssl). */
final class KeyText {
    private static final Pattern BLOCK =
            Pattern.compile("-----BEGIN ((?:RSA |EC |ENCRYPTED )?PRIVATE KEY)-----([^-]*)-----END \\1-----");

    private KeyText() {}

    /** @throws IOException with half a sentence on what is wrong */
    static AsymmetricKeyParameter read(String pem) throws IOException {
        Matcher block = BLOCK.matcher(pem);
        if (!block.find()) {
            throw new IOException("there is no private key in it (BEGIN PRIVATE KEY)");
        }
        if (block.group(1).startsWith("ENCRYPTED") || block.group(2).contains("ENCRYPTED")) {
            throw new IOException("the key is encrypted; openssl pkey -in FILE -out OTHER makes one that is not");
        }
        try {
            byte[] der = Base64.getMimeDecoder().decode(block.group(2));
            return PrivateKeyFactory.createKey(info(block.group(1), der));
        } catch (IOException | RuntimeException e) {
            // Bouncy Castle's words are about ASN.1.
            throw new IOException("the key in it cannot be read", e);
        }
    }

    private static PrivateKeyInfo info(String label, byte[] der) throws IOException {
        if (label.startsWith("RSA")) {
            return new PrivateKeyInfo(
                    new AlgorithmIdentifier(PKCSObjectIdentifiers.rsaEncryption, DERNull.INSTANCE),
                    RSAPrivateKey.getInstance(der));
        }
        if (label.startsWith("EC")) {
            ECPrivateKey key = ECPrivateKey.getInstance(der);
            return new PrivateKeyInfo(
                    new AlgorithmIdentifier(X9ObjectIdentifiers.id_ecPublicKey, key.getParametersObject()), key);
        }
        return PrivateKeyInfo.getInstance(der);
    }
}
