package dev.smtpsh.tls.certificate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.smtpsh.tls.server.CertificateMaker;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReferenceIdentifierTest {
    private static final CertificateMaker MAKER = new CertificateMaker(Clock.systemUTC());

    @ParameterizedTest
    @CsvSource({
        "mail.example.net, mail.example.net, true",
        "MAIL.Example.NET, mail.example.net, true",
        "mail.example.net., mail.example.net, true",
        "mail.example.net, mail.example.net., true",
        "mail.example.net, *.example.net, true",
        "a.mail.example.net, *.example.net, false",
        "example.net, *.example.net, false",
        "mail.example.net, *.net, false",
        "mail.example.net, m*.example.net, false",
        "mail.example.net, *ail.example.net, false",
        "mail.example.net, mail.*.net, false",
        "mail.example.net, *.*.net, false",
        "mail.example.net, *, false",
        "net, *, false",
        ".example.net, *.example.net, false",
        "mail.example.net, mail.example.org, false",
        "mail.example.net, ' mail.example.net', false",
        "b\u00fccher.example, xn--bcher-kva.example, true",
    })
    void a_presented_name_fits_by_rfc_9525(String reference, String presented, boolean fits) {
        assertEquals(fits, ReferenceIdentifier.of(reference).fitsDns(presented));
    }

    @Test
    void a_name_with_nul_fits_nothing_before_it() {
        assertFalse(ReferenceIdentifier.of("mail.example.net").fitsDns("mail.example.net\0.evil.example"));
    }

    @Test
    void an_empty_name_fits_nothing() {
        assertFalse(ReferenceIdentifier.of("").fitsDns(""));
        assertEquals(Optional.empty(), ReferenceIdentifier.of("").forSni());
    }

    @ParameterizedTest
    @CsvSource({
        "192.0.2.1, true",
        "[192.0.2.1], true",
        "192.0.2.2, false",
        "2001:db8::1, true",
        "2001:DB8:0:0:0:0:0:1, true",
        "[IPv6:2001:db8::1], true",
        "2001:db8::2, false"
    })
    void an_address_is_looked_for_among_the_addresses(String reference, boolean fits) {
        X509Certificate certificate = MAKER.valid("192.0.2.1", "2001:db8::1").leaf();

        assertEquals(fits, ReferenceIdentifier.of(reference).fits(certificate));
        assertEquals(List.of("192.0.2.1", "2001:db8:0:0:0:0:0:1"), ReferenceIdentifier.names(certificate));
    }

    @Test
    void the_common_name_counts_only_where_it_is_asked_for() {
        X509Certificate certificate =
                MAKER.nameOnlyInSubject("mail.example.net").leaf();

        assertFalse(ReferenceIdentifier.of("mail.example.net").fits(certificate));
        assertTrue(ReferenceIdentifier.of("mail.example.net").fitsCommonName(certificate));
        assertFalse(ReferenceIdentifier.of("example.net").fitsCommonName(certificate));
    }

    @Test
    void a_name_that_is_no_host_name_is_not_sent_as_sni() {
        assertEquals(Optional.empty(), ReferenceIdentifier.of("two words").forSni());
        assertEquals(
                Optional.of("localhost"), ReferenceIdentifier.of("localhost").forSni());
    }
}
