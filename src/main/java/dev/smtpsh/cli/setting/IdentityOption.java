package dev.smtpsh.cli.setting;

import dev.smtpsh.cli.option.Arguments;
import dev.smtpsh.cli.option.Flag;
import dev.smtpsh.cli.option.Usage;
import dev.smtpsh.tls.certificate.Anchors;
import dev.smtpsh.tls.identity.ClientIdentity;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;

/** What {@code --cert} and {@code --key} mean: a client certificate, and the key to it. */
final class IdentityOption {
    /** Octets of a file with certificates or a key at most (limit {@code identity-size}). */
    static final int LARGEST = 1024 * 1024;

    private IdentityOption() {}

    static Optional<ClientIdentity> read(Arguments arguments) throws Usage {
        Optional<String> certificate = arguments.value(Flag.CERT);
        Optional<String> key = arguments.value(Flag.KEY);
        if (certificate.isEmpty()) {
            if (key.isPresent()) {
                throw new Usage("--key needs --cert", "A key alone proves nothing", "Name the certificate to it.");
            }
            return Optional.empty();
        }
        String keyFile = key.orElse(certificate.get());
        List<X509Certificate> chain = chain(certificate.get());
        try {
            byte[] octets = octets(keyFile, "key");
            return Optional.of(ClientIdentity.of(chain, new String(octets, StandardCharsets.ISO_8859_1)));
        } catch (IOException e) {
            throw new Usage(
                    "--key cannot use " + keyFile,
                    sentence(e.getMessage()),
                    "It must hold the key to the first certificate of " + certificate.get() + ", in PEM.");
        }
    }

    private static List<X509Certificate> chain(String file) throws Usage {
        try {
            return Anchors.read(new ByteArrayInputStream(octets(file, "cert")));
        } catch (CertificateException e) {
            throw new Usage(
                    "--cert cannot use " + file,
                    "There is no certificate in it that can be read",
                    "It must hold your certificate and those between it and its authority, in PEM.");
        }
    }

    private static byte[] octets(String file, String flag) throws Usage {
        try (InputStream in = Files.newInputStream(Path.of(file))) {
            byte[] octets = in.readNBytes(LARGEST + 1);
            if (octets.length > LARGEST) {
                throw new Usage(
                        "--" + flag + " cannot use " + file,
                        "It is larger than " + LARGEST + " octets",
                        "Certificates and keys need far less.");
            }
            return octets;
        } catch (IOException | InvalidPathException e) {
            throw new Usage(
                    "--" + flag + " cannot read " + file,
                    "There is no such file, or no right to read it",
                    "Check its name.");
        }
    }

    private static String sentence(String words) {
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }
}
