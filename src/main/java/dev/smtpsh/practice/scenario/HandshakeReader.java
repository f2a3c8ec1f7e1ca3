package dev.smtpsh.practice.scenario;

import dev.smtpsh.datafile.Complaint;
import dev.smtpsh.datafile.Datum;
import dev.smtpsh.datafile.Place;
import dev.smtpsh.practice.scenario.reading.Entry;
import dev.smtpsh.practice.scenario.reading.Nearest;
import dev.smtpsh.tls.TlsVersion;
import dev.smtpsh.tls.server.ServerChoice;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads the handshake of a scenario, and kinds of certificates. */
final class HandshakeReader {
    private static final List<String> KEYS =
            List.of("versions", "alert", "suites", "client-certificate", "certificate-without-sni");
    private static final Map<String, TlsVersion> VERSIONS = Map.of(
            "1.0", TlsVersion.TLS_1_0, "1.1", TlsVersion.TLS_1_1, "1.2", TlsVersion.TLS_1_2, "1.3", TlsVersion.TLS_1_3);
    private static final Map<String, ServerChoice.Suites> SUITES =
            Map.of("good", ServerChoice.Suites.GOOD, "unheard-of", ServerChoice.Suites.UNHEARD_OF);
    private static final Map<String, ServerChoice.ClientCertificate> WANTED = Map.of(
            "not-asked", ServerChoice.ClientCertificate.NOT_ASKED,
            "asked", ServerChoice.ClientCertificate.ASKED,
            "required", ServerChoice.ClientCertificate.REQUIRED);
    // RFC 8446 6.2, RFC 5246 7.2.2, RFC 6066 3.
    private static final Map<String, Integer> ALERTS = Map.of(
            "unexpected-message", 10,
            "handshake-failure", 40,
            "illegal-parameter", 47,
            "decode-error", 50,
            "protocol-version", 70,
            "insufficient-security", 71,
            "internal-error", 80,
            "unrecognized-name", 112);

    static final Map<String, CertificateKind> CERTIFICATES = Arrays.stream(CertificateKind.values())
            .collect(Collectors.toMap(CertificateKind::word, kind -> kind, (one, other) -> one, LinkedHashMap::new));

    private HandshakeReader() {}

    static Handshake read(Datum datum, List<Complaint> complaints) {
        Entry entry = Entry.of(datum, KEYS, complaints);
        Set<TlsVersion> versions = versions(entry);
        return new Handshake(
                new ServerChoice(
                        versions.isEmpty() ? ServerChoice.DEFAULT.versions() : versions,
                        entry.choice("alert", ALERTS),
                        entry.choice("suites", SUITES).orElse(ServerChoice.Suites.GOOD),
                        entry.choice("client-certificate", WANTED).orElse(ServerChoice.ClientCertificate.NOT_ASKED)),
                entry.choice("certificate-without-sni", CERTIFICATES));
    }

    private static Set<TlsVersion> versions(Entry entry) {
        Set<TlsVersion> versions = new LinkedHashSet<>();
        for (String word : entry.words("versions")) {
            Optional<TlsVersion> version = Optional.ofNullable(VERSIONS.get(word));
            version.ifPresent(versions::add);
            if (version.isEmpty()) {
                Place place = entry.datum("versions").orElseThrow().place();
                List<String> known = VERSIONS.keySet().stream().sorted().toList();
                entry.complain(place, "`" + word + "` is no version of TLS", Nearest.hint(word, known));
            }
        }
        return versions;
    }
}
