package dev.smtpsh.annotate.recognition;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.smtpsh.annotate.knowledge.Rule;
import dev.smtpsh.annotate.knowledge.RuleBook;
import dev.smtpsh.annotate.matching.ShippedRules;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KnownServersTest {
    private final KnownServers known = KnownServers.shipped();

    @ParameterizedTest
    @CsvSource(nullValues = "-", textBlock = """
                    gmail-smtp-in.l.google.com,                          Gmail
                    ASPMX.L.GOOGLE.COM.,                                 Gmail
                    example-net.mail.protection.outlook.com,             Microsoft 365
                    example-net.p-v1.mx.microsoft,                       Microsoft 365
                    outlook-com.olc.protection.outlook.com,              Outlook.com
                    mta5.am0.yahoodns.net,                               Yahoo
                    mx01.mail.icloud.com,                                Apple iCloud
                    mxa-00000000.gslb.pphosted.com,                      Proofpoint
                    mx1-us1.ppe-hosted.com,                              Proofpoint
                    us-smtp-inbound-1.mimecast.com,                      Mimecast
                    cluster1.us.messagelabs.com,                         Symantec Email Security.cloud
                    mx1.hc0000-00.iphmx.com,                             Cisco
                    d00000a.ess.barracudanetworks.com,                   Barracuda
                    mx.zoho.com,                                         Zoho Mail
                    mx.yandex.ru,                                        Yandex
                    mxs.mail.ru,                                         Mail.ru
                    mx3.qq.com,                                          Tencent (QQ Mail)
                    163mx01.mxmail.netease.com,                          'NetEase (163, 126, yeah.net)'
                    mx00.gmx.net,                                        'GMX, WEB.DE, mail.com and IONOS'
                    mx-ha02.web.de,                                      'GMX, WEB.DE, mail.com and IONOS'
                    mx00.t-online.de,                                    T-Online
                    smtp-in.orange.fr,                                   Orange
                    mx1.free.fr,                                         Free
                    mx1.mail.ovh.net,                                    OVH
                    smtp.secureserver.net,                               GoDaddy
                    inbound-smtp.eu-west-1.amazonaws.com,                Amazon SES
                    ec2-192-0-2-1.compute-1.amazonaws.com,               -
                    mx.sendgrid.net,                                     SendGrid
                    notgoogle.com,                                       -
                    google.com.example.net,                              -
                    localhost,                                           -
                    """)
    void a_provider_is_known_by_the_end_of_the_host_name(String host, String provider) {
        assertEquals(Optional.ofNullable(provider), known.provider(host));
    }

    @ParameterizedTest
    @CsvSource(nullValues = "-", textBlock = """
                    mx.example.net ESMTP Postfix (Debian/GNU),                              Postfix
                    'mx.example.net ESMTP Exim 4.97 Tue, 24 Nov 2026 12:00:00 +0000',       Exim
                    'mx.example.net ESMTP Sendmail 8.18.1/8.18.1; Tue, 24 Nov 2026',        sendmail
                    mx.example.net ESMTP OpenSMTPD,                                         OpenSMTPD
                    'mx.example.net Microsoft ESMTP MAIL Service ready at Tue, 24 Nov',     Exchange
                    mx.example.net ESMTP Haraka/3.0.3 ready,                                Haraka
                    mx.example.net ESMTP MDaemon 23.0.0,                                    MDaemon
                    mx.example.net ESMTP CommuniGate Pro 6.3.3,                             CommuniGate Pro
                    mx.google.com ESMTP ffacd0b85a97d - gsmtp,                              Gmail
                    postfix.example.net ESMTP,                                              -
                    mx.example.net ESMTP,                                                   -
                    Postfix,                                                                -
                    """)
    void software_is_known_by_what_stands_after_the_host_name(String greeting, String software) {
        assertEquals(Optional.ofNullable(software), known.software(greeting));
    }

    @Test
    void a_greeting_begins_with_the_name_of_its_host() {
        assertEquals(Optional.of("mx.google.com"), KnownServers.greetedBy("mx.google.com ESMTP x"));
        assertEquals(Optional.empty(), KnownServers.greetedBy("ESMTP ready"));
        assertEquals(Optional.empty(), KnownServers.greetedBy(""));
    }

    @Test
    void what_is_no_entry_is_refused() {
        assertThrows(IllegalArgumentException.class, () -> KnownServers.read("host | a.example"));
        assertThrows(IllegalArgumentException.class, () -> KnownServers.read("hosts | a.example | A"));
    }

    @Test
    void rules_ask_only_for_names_that_can_be_known() {
        List<String> names = known.names().stream()
                .map(name -> name.toLowerCase(Locale.ROOT))
                .toList();
        RuleBook book = ShippedRules.open();
        for (int i = 0; i < book.size(); i++) {
            Rule rule = book.rule(i);
            List<String> asked = new ArrayList<>(rule.when().providers());
            asked.addAll(rule.when().software());
            asked.forEach(name -> assertTrue(names.contains(name.toLowerCase(Locale.ROOT)), rule.id() + ": " + name));
        }
    }
}
