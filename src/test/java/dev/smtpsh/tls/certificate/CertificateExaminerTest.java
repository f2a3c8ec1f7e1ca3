package dev.smtpsh.tls.certificate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.smtpsh.tls.Remark;
import dev.smtpsh.tls.server.CertificateMaker;
import dev.smtpsh.tls.server.ServerIdentity;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CertificateExaminerTest {
    private static final String NAME = "mail.example.net";
    private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");
    private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
    private static CertificateMaker maker;
    private static OddCertificates odd;

    @BeforeAll
    static void foundAuthorities() throws Exception {
        maker = new CertificateMaker(CLOCK);
        odd = new OddCertificates(NOW);
    }

    @Test
    void a_good_chain_has_nothing_to_remark() {
        assertEquals(List.of(), said(maker.withIntermediate(NAME).chain()));
        assertEquals(List.of(), said(maker.withIntermediate(NAME).chain().subList(0, 2)));
    }

    @ParameterizedTest
    @CsvSource({
        "P1D, expired 1 day ago (2026-11-22)",
        "P400D, expired 400 days ago (2025-10-19)",
        "PT5H, expired 5 hours ago (2026-11-23)",
        "PT1H, expired 1 hour ago (2026-11-23)",
        "PT1S, expired less than an hour ago (2026-11-23)"
    })
    void the_time_since_it_expired_is_told_in_words(Duration ago, String words) {
        assertEquals(List.of("EXPIRED " + words), said(maker.expired(ago, NAME).chain()));
    }

    @Test
    void the_last_second_is_still_valid() {
        assertEquals(List.of(), said(maker.expired(Duration.ZERO, NAME).chain()));
    }

    @Test
    void several_faults_are_all_told_worst_first() {
        CertificateMaker stranger = new CertificateMaker(CLOCK);
        List<X509Certificate> chain = new ArrayList<>(
                stranger.expired(Duration.ofDays(3), "other.example").chain());
        chain.add(maker.valid(NAME).leaf());

        assertEquals(
                List.of(Remark.Kind.EXPIRED, Remark.Kind.WRONG_NAME, Remark.Kind.UNKNOWN_ISSUER, Remark.Kind.SURPLUS),
                kinds(chain));
    }

    @Test
    void an_issuer_with_the_right_name_and_another_key_does_not_count() {
        CertificateMaker namesake = new CertificateMaker(CLOCK);
        List<String> said = said(namesake.valid(NAME).chain());

        assertEquals(
                List.of("UNKNOWN_ISSUER a certificate of its issuer CN=smtpsh practice authority was sent or is known, "
                        + "but its key did not make the signature"),
                said);
    }

    @Test
    void a_self_signed_certificate_that_is_trusted_by_hand_is_good() {
        ServerIdentity own = maker.selfSigned(NAME);
        Anchors anchors = Anchors.only(List.of()).plus(own.chain());

        assertEquals(
                List.of(),
                new CertificateExaminer(anchors, CLOCK)
                        .examine(NAME, der(own.chain()))
                        .remarks());
    }

    @Test
    void a_name_only_in_the_subject_is_told_apart_from_a_wrong_one() {
        assertEquals(
                List.of(Remark.Kind.NAME_ONLY_IN_CN),
                kinds(maker.nameOnlyInSubject(NAME).chain()));
        assertEquals(
                List.of("WRONG_NAME the certificate is for other.example, not for mail.example.net"),
                said(maker.nameOnlyInSubject("other.example").chain()));
    }

    @Test
    void many_names_are_counted_not_listed() {
        assertEquals(
                List.of("WRONG_NAME the certificate is for a.example, b.example, c.example and 2 more, "
                        + "not for mail.example.net"),
                said(maker.valid("a.example", "b.example", "c.example", "d.example", "e.example")
                        .chain()));
    }

    @ParameterizedTest
    @CsvSource({"SHA1withRSA, SHA-1", "MD5withRSA, MD5"})
    void a_weak_signature_is_told_once(String algorithm, String hash) throws Exception {
        assertEquals(
                List.of("WEAK_SIGNATURE is signed with " + hash + ", which can be forged"),
                oddly(odd.signedWith(algorithm)));
    }

    @ParameterizedTest
    @CsvSource({"RSA, 1024, false", "RSA, 512, true", "DSA, 1024, false"})
    void a_weak_key_is_told(String algorithm, int bits, boolean hopeless) throws Exception {
        CertificateExaminer.Result result = examineOddly(odd.withKey(algorithm, bits));

        assertEquals(Remark.Kind.WEAK_KEY, result.remarks().get(0).kind());
        assertEquals(hopeless, result.remarks().get(0).breaksTrust());
        assertEquals(algorithm + " " + bits, result.facts().get(0).key());
    }

    @Test
    void a_certificate_for_clients_is_not_one_for_servers() throws Exception {
        assertEquals(
                List.of("WRONG_USE the certificate was not issued for servers (extended key usage)"),
                oddly(odd.forClients()));
    }

    @Test
    void a_leaf_cannot_issue() throws Exception {
        List<String> said = oddly(odd.issuedBy(OddCertificates.Fault.NONE));

        assertEquals(1, said.size(), said.toString());
        assertEquals(
                "NO_AUTHORITY CN=between signed a certificate and is no authority (no CA flag in its basic constraints)",
                said.get(0));
    }

    @Test
    void an_authority_for_other_names_does_not_count() throws Exception {
        List<String> said = oddly(odd.issuedBy(OddCertificates.Fault.LIMITED_AUTHORITY));

        assertEquals(1, said.size(), said.toString());
        assertTrue(said.get(0).startsWith("OTHER the way to the authority breaks a rule"), said.get(0));
    }

    @Test
    void what_cannot_be_read_is_told_and_the_rest_examined() throws Exception {
        List<byte[]> chain = new ArrayList<>(der(maker.valid(NAME).chain()));
        chain.add("not a certificate".getBytes(StandardCharsets.US_ASCII));
        CertificateExaminer.Result result = examiner().examine(NAME, chain);

        assertEquals(2, result.facts().size());
        assertEquals("(unreadable)", result.facts().get(1).subject());
        assertEquals(
                List.of("MALFORMED certificate 2 of 2 cannot be read"),
                result.remarks().stream().map(CertificateExaminerTest::text).collect(Collectors.toList()));
        assertFalse(result.remarks().get(0).breaksTrust());
    }

    @Test
    void no_certificate_at_all_is_no_reason_to_fail() {
        assertEquals(List.of(), examiner().examine(NAME, List.of()).facts());
    }

    @Test
    void a_hundred_certificates_of_one_name_take_no_long_time() {
        List<X509Certificate> crowd = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            crowd.add(new CertificateMaker(CLOCK).authority());
        }
        List<X509Certificate> chain = new ArrayList<>(maker.valid(NAME).chain());
        chain.addAll(crowd);

        CertificateExaminer strangers = new CertificateExaminer(Anchors.only(List.of()), CLOCK);
        List<Remark> remarks = assertTimeoutPreemptively(
                Duration.ofSeconds(10),
                () -> strangers.examine(NAME, der(chain)).remarks());

        assertEquals(Remark.Kind.UNKNOWN_ISSUER, remarks.get(0).kind());
        assertTrue(remarks.stream().anyMatch(one -> one.words().equals("100 certificates are sent that nobody needs")));
    }

    @Test
    void damaged_certificates_give_remarks_and_never_an_exception() {
        Random random = new Random(20261123);
        byte[] good = der(maker.valid(NAME).chain()).get(0);
        assertTimeoutPreemptively(Duration.ofSeconds(60), () -> {
            for (int i = 0; i < 3000; i++) {
                byte[] bad = Arrays.copyOf(good, random.nextInt(10) == 0 ? random.nextInt(good.length) : good.length);
                for (int k = random.nextInt(4); k >= 0 && bad.length > 0; k--) {
                    bad[random.nextInt(bad.length)] = (byte) random.nextInt(256);
                }
                assertEquals(1, examiner().examine(NAME, List.of(bad)).facts().size());
            }
        });
    }

    @Test
    void a_certificate_nested_too_deep_cannot_be_read() {
        byte[] deep = new byte[500_000];
        for (int i = 0; i < deep.length; i += 2) {
            deep[i] = 0x30;
            deep[i + 1] = (byte) 0x80;
        }
        assertEquals(
                List.of("MALFORMED certificate 1 of 1 cannot be read"),
                texts(examiner().examine(NAME, List.of(deep))));
    }

    @Test
    void the_authorities_of_the_java_runtime_are_known() throws Exception {
        Anchors system = Anchors.system();
        X509Certificate one = someSystemAuthority();

        assertFalse(system.holds(one), "not read before they are needed");
        assertTrue(system.all() > 50);
        assertEquals(java.util.Optional.empty(), system.trouble());
        assertTrue(system.holds(one));
        assertFalse(Anchors.only(List.of()).holds(one));
        assertFalse(system.holds(maker.authority()));
        assertTrue(system.plus(List.of(maker.authority())).holds(maker.authority()));
    }

    @Test
    void authorities_are_read_from_a_pem_file() throws Exception {
        String pem = pem(maker.authority()) + "\n" + pem(odd.authority());
        Collection<X509Certificate> read =
                Anchors.read(new ByteArrayInputStream(pem.getBytes(StandardCharsets.US_ASCII)));

        assertEquals(List.of(maker.authority(), odd.authority()), read);
    }

    private static X509Certificate someSystemAuthority() throws Exception {
        javax.net.ssl.TrustManagerFactory factory =
                javax.net.ssl.TrustManagerFactory.getInstance(javax.net.ssl.TrustManagerFactory.getDefaultAlgorithm());
        factory.init((java.security.KeyStore) null);
        return ((javax.net.ssl.X509TrustManager) factory.getTrustManagers()[0]).getAcceptedIssuers()[0];
    }

    private static String pem(X509Certificate certificate) throws CertificateEncodingException {
        return "-----BEGIN CERTIFICATE-----\n"
                + Base64.getMimeEncoder().encodeToString(certificate.getEncoded())
                + "\n-----END CERTIFICATE-----\n";
    }

    private static List<String> oddly(X509Certificate... chain) {
        return texts(examineOddly(chain));
    }

    private static CertificateExaminer.Result examineOddly(X509Certificate... chain) {
        Anchors anchors = Anchors.only(Collections.singleton(odd.authority()));
        return new CertificateExaminer(anchors, CLOCK).examine(NAME, der(List.of(chain)));
    }

    private static CertificateExaminer examiner() {
        return new CertificateExaminer(Anchors.only(List.of(maker.authority())), CLOCK);
    }

    private static List<String> said(List<X509Certificate> chain) {
        return texts(examiner().examine(NAME, der(chain)));
    }

    private static List<Remark.Kind> kinds(List<X509Certificate> chain) {
        return examiner().examine(NAME, der(chain)).remarks().stream()
                .map(Remark::kind)
                .collect(Collectors.toList());
    }

    private static List<String> texts(CertificateExaminer.Result result) {
        return result.remarks().stream().map(CertificateExaminerTest::text).collect(Collectors.toList());
    }

    private static String text(Remark remark) {
        return remark.kind() + " " + remark.words();
    }

    private static List<byte[]> der(List<X509Certificate> chain) {
        List<byte[]> all = new ArrayList<>();
        for (X509Certificate one : chain) {
            try {
                all.add(one.getEncoded());
            } catch (CertificateEncodingException e) {
                throw new IllegalStateException(e);
            }
        }
        return all;
    }
}
