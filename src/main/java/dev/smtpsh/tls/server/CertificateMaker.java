package dev.smtpsh.tls.server;

import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.RSAKeyGenParameterSpec;
import java.security.spec.RSAPublicKeySpec;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import javax.security.auth.x500.X500Principal;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/**
 * A private authority that issues certificates, good ones and ones with exactly one fault. Nothing is written; each maker
 * has keys of its own.
 */
public final class CertificateMaker {
    private static final int SERIAL_BITS = 64;
    private static final Duration LIFE = Duration.ofDays(90);
    private static final Duration AUTHORITY_LIFE = Duration.ofDays(3650);
    private static final Duration EARLIER = Duration.ofDays(1);
    private static final String AUTHORITY = "CN=smtpsh practice authority";
    private static final String INTERMEDIATE = "CN=smtpsh practice intermediate";

    private final Clock clock;
    private final SecureRandom random = new SecureRandom();
    private final Pair authority;

    private record Pair(KeyPair keys, X509Certificate certificate) {}

    /** @param clock certificates are valid, expired and so on by this clock */
    public CertificateMaker(Clock clock) {
        this.clock = clock;
        KeyPair keys = ecKeys();
        Span span = new Span(now().minus(EARLIER), now().plus(AUTHORITY_LIFE));
        this.authority = new Pair(keys, issue(AUTHORITY, keys, span, List.of(), AUTHORITY, keys, true));
    }

    /** The certificate of the authority, for those who are to trust it. */
    public X509Certificate authority() {
        return authority.certificate();
    }

    /** A good certificate for these host names and addresses; its chain is the certificate alone. */
    public ServerIdentity valid(String... names) {
        return leaf(ecKeys(), current(), List.of(names));
    }

    /** Ended so long ago. */
    public ServerIdentity expired(Duration ago, String... names) {
        Instant until = now().minus(ago);
        return leaf(ecKeys(), new Span(until.minus(LIFE), until), List.of(names));
    }

    /** Begins so much later. */
    public ServerIdentity notYetValid(Duration later, String... names) {
        Instant from = now().plus(later);
        return leaf(ecKeys(), new Span(from, from.plus(LIFE)), List.of(names));
    }

    /** Good, but for {@code wrong.invalid} (RFC 6761 6.4: nobody has that name). */
    public ServerIdentity wrongName() {
        return valid("wrong.invalid");
    }

    /** Signed by itself. */
    public ServerIdentity selfSigned(String... names) {
        KeyPair keys = ecKeys();
        String subject = subject(List.of(names));
        return new ServerIdentity(
                List.of(issue(subject, keys, current(), List.of(names), subject, keys, false)), keys.getPrivate());
    }

    /** Good, but the name stands only in the common name of the subject. */
    public ServerIdentity nameOnlyInSubject(String name) {
        KeyPair keys = ecKeys();
        X509Certificate leaf =
                issue(subject(List.of(name)), keys, current(), List.of(), AUTHORITY, authority.keys(), false);
        return new ServerIdentity(List.of(leaf), keys.getPrivate());
    }

    /** Good, but with an RSA key of so many bits. */
    public ServerIdentity rsa(int bits, String... names) {
        return leaf(rsaKeys(bits), current(), List.of(names));
    }

    /** Good, issued by an intermediate authority; the chain is leaf, intermediate, authority. */
    public ServerIdentity withIntermediate(String... names) {
        KeyPair between = ecKeys();
        X509Certificate intermediate =
                issue(INTERMEDIATE, between, current(), List.of(), AUTHORITY, authority.keys(), true);
        KeyPair keys = ecKeys();
        X509Certificate leaf =
                issue(subject(List.of(names)), keys, current(), List.of(names), INTERMEDIATE, between, false);
        return new ServerIdentity(List.of(leaf, intermediate, authority.certificate()), keys.getPrivate());
    }

    /** As {@link #withIntermediate}, but the intermediate certificate is not sent. */
    public ServerIdentity missingIntermediate(String... names) {
        ServerIdentity whole = withIntermediate(names);
        return whole.withChain(List.of(whole.leaf()));
    }

    /** As {@link #withIntermediate}, but the authority is sent before the intermediate. */
    public ServerIdentity wrongOrder(String... names) {
        ServerIdentity whole = withIntermediate(names);
        List<X509Certificate> chain = whole.chain();
        return whole.withChain(List.of(chain.get(0), chain.get(2), chain.get(1)));
    }

    /** Good, followed by so many certificates that have nothing to do with it. */
    public ServerIdentity surplus(int count, String... names) {
        ServerIdentity good = valid(names);
        List<X509Certificate> chain = new ArrayList<>(good.chain());
        // The same key serves: making one takes time.
        KeyPair keys = ecKeys();
        for (int i = 1; i <= count; i++) {
            String subject = "CN=surplus " + i;
            chain.add(issue(subject, keys, current(), List.of(), subject, keys, false));
        }
        return good.withChain(chain);
    }

    /** Issued by an authority that nobody knows, and that is not sent. */
    public ServerIdentity unknownIssuer(String... names) {
        KeyPair keys = ecKeys();
        X509Certificate leaf =
                issue(subject(List.of(names)), keys, current(), List.of(names), "CN=nobody knows me", ecKeys(), false);
        return new ServerIdentity(List.of(leaf), keys.getPrivate());
    }

    /** Good, but for a signature such as {@code SHA1withRSA}; the chain is leaf, intermediate. */
    public ServerIdentity signedBy(String algorithm, String... names) {
        KeyPair between = rsaKeys(2048);
        X509Certificate intermediate =
                issue(INTERMEDIATE, between, current(), List.of(), AUTHORITY, authority.keys(), true);
        KeyPair keys = ecKeys();
        X509Certificate leaf = issue(
                new Wish(subject(List.of(names)), current(), List.of(names), false),
                keys.getPublic(),
                INTERMEDIATE,
                between.getPrivate(),
                algorithm);
        return new ServerIdentity(List.of(leaf, intermediate), keys.getPrivate());
    }

    /** Shows an RSA key of so many bits that is nobody's. */
    public ServerIdentity absurdKey(int bits, String... names) {
        try {
            BigInteger modulus = new BigInteger(bits, random).setBit(bits - 1).setBit(0);
            PublicKey absurd = KeyFactory.getInstance("RSA")
                    .generatePublic(new RSAPublicKeySpec(modulus, RSAKeyGenParameterSpec.F4));
            X509Certificate leaf = issue(
                    new Wish(subject(List.of(names)), current(), List.of(names), false),
                    absurd,
                    AUTHORITY,
                    authority.keys().getPrivate(),
                    "SHA256withECDSA");
            return new ServerIdentity(List.of(leaf), rsaKeys(2048).getPrivate());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java cannot write an RSA key of " + bits + " bits", e);
        }
    }

    private record Wish(String subject, Span span, List<String> names, boolean ca) {}

    private record Span(Instant from, Instant until) {}

    private Instant now() {
        return clock.instant();
    }

    private Span current() {
        return new Span(now().minus(EARLIER), now().plus(LIFE));
    }

    private ServerIdentity leaf(KeyPair keys, Span span, List<String> names) {
        X509Certificate leaf = issue(subject(names), keys, span, names, AUTHORITY, authority.keys(), false);
        return new ServerIdentity(List.of(leaf), keys.getPrivate());
    }

    private X509Certificate issue(
            String subject, KeyPair keys, Span span, List<String> names, String issuer, KeyPair signer, boolean ca) {
        return issue(
                new Wish(subject, span, names, ca), keys.getPublic(), issuer, signer.getPrivate(), signature(signer));
    }

    private X509Certificate issue(Wish wish, PublicKey key, String issuer, PrivateKey signer, String algorithm) {
        try {
            X509v3CertificateBuilder builder = new JcaX509v3CertificateBuilder(
                    new X500Principal(issuer),
                    new BigInteger(SERIAL_BITS, random).setBit(SERIAL_BITS - 1),
                    Date.from(wish.span().from()),
                    Date.from(wish.span().until()),
                    new X500Principal(wish.subject()),
                    key);
            int uses = wish.ca() ? KeyUsage.keyCertSign | KeyUsage.cRLSign : uses(key);
            extend(builder, wish.names(), uses, wish.ca());
            return new JcaX509CertificateConverter()
                    .getCertificate(builder.build(new JcaContentSignerBuilder(algorithm).build(signer)));
        } catch (GeneralSecurityException | IOException | OperatorCreationException e) {
            throw new IllegalStateException("a certificate cannot be made with this Java: " + e.getMessage(), e);
        }
    }

    private static void extend(X509v3CertificateBuilder builder, List<String> names, int uses, boolean ca)
            throws IOException {
        builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(ca));
        builder.addExtension(Extension.keyUsage, true, new KeyUsage(uses));
        if (!ca) {
            builder.addExtension(
                    Extension.extendedKeyUsage, false, new ExtendedKeyUsage(KeyPurposeId.id_kp_serverAuth));
        }
        if (!names.isEmpty()) {
            builder.addExtension(Extension.subjectAlternativeName, false, alternatives(names));
        }
    }

    // Suites without forward secrecy encrypt to the key (RFC 5246 7.4.2); only RSA can.
    private static int uses(PublicKey key) {
        boolean rsa = key.getAlgorithm().equals("RSA");
        return KeyUsage.digitalSignature | (rsa ? KeyUsage.keyEncipherment : 0);
    }

    private static GeneralNames alternatives(List<String> names) {
        List<GeneralName> all = new ArrayList<>();
        for (String name : names) {
            boolean address = name.indexOf(':') >= 0 || name.matches("[0-9.]+");
            all.add(new GeneralName(address ? GeneralName.iPAddress : GeneralName.dNSName, name));
        }
        return new GeneralNames(all.toArray(new GeneralName[0]));
    }

    private static String subject(List<String> names) {
        return "CN=" + (names.isEmpty() ? "practice" : names.get(0).replaceAll("[^A-Za-z0-9.*:-]", "_"));
    }

    private static String signature(KeyPair signer) {
        return signer.getPrivate().getAlgorithm().equals("RSA") ? "SHA256withRSA" : "SHA256withECDSA";
    }

    private static KeyPair ecKeys() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java has no elliptic curves: " + e.getMessage(), e);
        }
    }

    private static KeyPair rsaKeys(int bits) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(bits);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java makes no RSA key of " + bits + " bits: " + e.getMessage(), e);
        }
    }
}
