package dev.smtpsh.tls.certificate;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import javax.security.auth.x500.X500Principal;

/**
 * The authorities that are trusted. Those of the system are read from the trust store of the Java runtime, not before the
 * first question. Safe for several threads.
 */
public final class Anchors {
    private final boolean withSystem;
    private final Supplier<List<X509Certificate>> given;
    private final Map<X500Principal, List<X509Certificate>> bySubject = new HashMap<>();
    private boolean givenLoaded;
    private boolean systemLoaded;
    private Optional<String> trouble = Optional.empty();

    private Anchors(boolean withSystem, Supplier<List<X509Certificate>> given) {
        this.withSystem = withSystem;
        this.given = given;
    }

    /** The authorities the Java runtime trusts. */
    public static Anchors system() {
        return new Anchors(true, List::of);
    }

    /** These and no others. */
    public static Anchors only(Collection<X509Certificate> authorities) {
        List<X509Certificate> all = List.copyOf(authorities);
        return new Anchors(false, () -> all);
    }

    /** These besides, as {@code --ca FILE} wants it. */
    public Anchors plus(Collection<X509Certificate> authorities) {
        List<X509Certificate> more = List.copyOf(authorities);
        return plusLater(() -> more);
    }

    /** As {@link #plus}, for authorities that are not known, or not worth making, before a chain is judged. */
    public Anchors plusLater(Supplier<List<X509Certificate>> authorities) {
        return new Anchors(withSystem, () -> {
            List<X509Certificate> all = new ArrayList<>(given.get());
            all.addAll(authorities.get());
            return all;
        });
    }

    /**
     * Reads the certificates of a file, PEM or DER.
     *
     * @throws CertificateException when there is none, or one cannot be read
     */
    public static List<X509Certificate> read(InputStream file) throws CertificateException {
        List<X509Certificate> all = new ArrayList<>();
        for (Certificate one : CertificateFactory.getInstance("X.509").generateCertificates(file)) {
            all.add((X509Certificate) one);
        }
        if (all.isEmpty()) {
            throw new CertificateException("no certificate in it");
        }
        return all;
    }

    /** Why the system's authorities could not be read; empty if they could, or were not needed. */
    synchronized Optional<String> trouble() {
        return trouble;
    }

    /** Whether this is one of the authorities looked through so far: same name, same key. A renewed root counts. */
    boolean holds(X509Certificate certificate) {
        return named(certificate.getSubjectX500Principal()).stream()
                .anyMatch(one -> one.getPublicKey().equals(certificate.getPublicKey()));
    }

    /** Of the authorities looked through so far, those of this name. */
    synchronized List<X509Certificate> named(X500Principal subject) {
        if (!givenLoaded) {
            givenLoaded = true;
            given.get().forEach(this::add);
        }
        return Collections.unmodifiableList(bySubject.getOrDefault(subject, List.of()));
    }

    /** How many names have been looked through so far. */
    synchronized int known() {
        return bySubject.size();
    }

    /**
     * Looks through the system's too, if they are trusted: more than a hundred, which takes longer than a handshake.
     *
     * @return how many names there are
     */
    synchronized int all() {
        if (withSystem && !systemLoaded) {
            systemLoaded = true;
            loadSystem();
        }
        return bySubject.size();
    }

    private void loadSystem() {
        Path file = systemFile();
        if (!Files.isReadable(file)) {
            trouble = Optional.of("there is no trust store at " + file);
            return;
        }
        try {
            // Without a password: the certificates are not secret, and integrity is the file system's.
            KeyStore store = KeyStore.getInstance(file.toFile(), (char[]) null);
            for (String alias : Collections.list(store.aliases())) {
                if (store.isCertificateEntry(alias) && store.getCertificate(alias) instanceof X509Certificate) {
                    add((X509Certificate) store.getCertificate(alias));
                }
            }
        } catch (GeneralSecurityException | IOException e) {
            trouble = Optional.of("the trust store " + file + " cannot be read: " + e.getMessage());
        }
    }

    // The order in which the JDK's own TLS looks for it.
    private static Path systemFile() {
        String named = System.getProperty("javax.net.ssl.trustStore");
        if (named != null) {
            return Path.of(named);
        }
        Path security = Path.of(System.getProperty("java.home"), "lib", "security");
        File local = security.resolve("jssecacerts").toFile();
        return local.exists() ? local.toPath() : security.resolve("cacerts");
    }

    private void add(X509Certificate authority) {
        bySubject
                .computeIfAbsent(authority.getSubjectX500Principal(), subject -> new ArrayList<>())
                .add(authority);
    }
}
