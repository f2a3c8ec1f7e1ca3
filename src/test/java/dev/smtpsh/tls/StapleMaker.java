package dev.smtpsh.tls;

import dev.smtpsh.tls.certificate.Anchors;
import dev.smtpsh.tls.server.ServerIdentity;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyFactory;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.List;

/** An authority of openssl's with one server, and its answers about revocation. */
final class StapleMaker {
    private static final String SCRIPT = """
            set -e
            cd "$1"
            openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -keyout ca.key -out ca.pem \
              -subj '/CN=staple authority' -days 30 -addext 'basicConstraints=critical,CA:true'
            openssl req -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -keyout leaf.key -out leaf.csr -subj "/CN=$2"
            echo "subjectAltName=DNS:$2" > ext
            openssl x509 -req -in leaf.csr -CA ca.pem -CAkey ca.key -set_serial 0x4242 -days 20 -extfile ext -out leaf.pem
            openssl pkcs8 -topk8 -nocrypt -in leaf.key -out leaf.p8
            printf 'V\\t291231235959Z\\t\\t4242\\tunknown\\t/CN=x\\n' > good.index
            printf 'R\\t291231235959Z\\t260101000000Z\\t4242\\tunknown\\t/CN=x\\n' > revoked.index
            openssl ocsp -issuer ca.pem -cert leaf.pem -reqout req.der -no_nonce
            for kind in good revoked; do
              openssl ocsp -index $kind.index -rsigner ca.pem -rkey ca.key -CA ca.pem -reqin req.der -respout $kind.der -ndays 3
              openssl ocsp -index $kind.index -rsigner leaf.pem -rkey leaf.key -CA ca.pem -reqin req.der -respout forged-$kind.der -ndays 3
            done
            """;

    private final Path folder;

    StapleMaker(Path folder, String name) throws Exception {
        this.folder = folder;
        Process made = new ProcessBuilder("sh", "-c", SCRIPT, "sh", folder.toString(), name)
                .redirectErrorStream(true)
                .start();
        String said = new String(made.getInputStream().readAllBytes());
        if (made.waitFor() != 0) {
            throw new IOException(said);
        }
    }

    ServerIdentity identity() throws Exception {
        String text = Files.readString(folder.resolve("leaf.p8")).replaceAll("-----[^-]*-----|\\s", "");
        return new ServerIdentity(
                List.of(certificate("leaf.pem")),
                KeyFactory.getInstance("EC")
                        .generatePrivate(
                                new PKCS8EncodedKeySpec(Base64.getDecoder().decode(text))));
    }

    X509Certificate authority() throws Exception {
        return certificate("ca.pem");
    }

    /** {@code good}, {@code revoked}, {@code forged-good} or {@code forged-revoked}. */
    Path staple(String kind) {
        return folder.resolve(kind + ".der");
    }

    private X509Certificate certificate(String file) throws Exception {
        try (InputStream in = Files.newInputStream(folder.resolve(file))) {
            return Anchors.read(in).get(0);
        }
    }
}
