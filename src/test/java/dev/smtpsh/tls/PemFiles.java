package dev.smtpsh.tls;

import dev.smtpsh.tls.server.ServerIdentity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.List;

/** Certificates and keys as openssl wants them. */
final class PemFiles {
    private final Path chain;
    private final Path issuers;
    private final Path key;

    private PemFiles(Path chain, Path issuers, Path key) {
        this.chain = chain;
        this.issuers = issuers;
        this.key = key;
    }

    static PemFiles of(ServerIdentity identity, Path folder) throws IOException {
        Path key = Files.createTempFile(folder, "key", ".pem");
        Files.writeString(key, pem("PRIVATE KEY", identity.key().getEncoded()));
        List<X509Certificate> chain = identity.chain();
        return new PemFiles(
                certificates(chain, Files.createTempFile(folder, "chain", ".pem")),
                certificates(chain.subList(1, chain.size()), Files.createTempFile(folder, "issuers", ".pem")),
                key);
    }

    static Path certificates(List<X509Certificate> certificates, Path file) throws IOException {
        StringBuilder text = new StringBuilder();
        for (X509Certificate one : certificates) {
            try {
                text.append(pem("CERTIFICATE", one.getEncoded()));
            } catch (CertificateEncodingException e) {
                throw new IOException(e);
            }
        }
        return Files.writeString(file, text);
    }

    String chain() {
        return chain.toString();
    }

    /** The chain without the server's own certificate. */
    String issuers() {
        return issuers.toString();
    }

    String key() {
        return key.toString();
    }

    private static String pem(String what, byte[] der) {
        String body = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der);
        return "-----BEGIN " + what + "-----\n" + body + "\n-----END " + what + "-----\n";
    }
}
