package dev.smtpsh.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.smtpsh.dns.Trouble;
import java.net.InetAddress;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where mail goes, from answers alone. */
class MxPlanTest {
    private static final String DOMAIN = "example.net";

    private final Zone zone = new Zone();

    @Test
    void hostsAreOrderedByPreferenceAndKeepTheAnswersOrderWithinOne() {
        zone.mx(DOMAIN, 20, "b.example.net")
                .mx(DOMAIN, 10, "z.example.net")
                .mx(DOMAIN, 20, "a.example.net")
                .address("a.example.net", "192.0.2.1")
                .address("b.example.net", "2001:db8::2", "192.0.2.2")
                .address("z.example.net", "192.0.2.3");
        MxPlan plan = zone.plan(DOMAIN);
        assertEquals("""
                LISTED [same-preference]
                10 z.example.net [192.0.2.3] []
                20 b.example.net [192.0.2.2, 2001:db8:0:0:0:0:0:2] []
                20 a.example.net [192.0.2.1] []
                """, described(plan));
        assertTrue(plan.usable());
        assertTrue(plan.remarks().get(0).words().contains("preference 20 in random order"));
    }

    @Test
    void withoutMxTheDomainItselfTakesTheMail() {
        zone.address(DOMAIN, "192.0.2.80");
        assertEquals("IMPLICIT [implicit]\n0 example.net [192.0.2.80] []\n", described(zone.plan(DOMAIN)));
    }

    @Test
    void aDomainWithMxRecordsIsNeverReachedByItsOwnAddress() {
        zone.address(DOMAIN, "192.0.2.80").mx(DOMAIN, 10, "gone.example.net");
        MxPlan plan = zone.plan(DOMAIN);
        assertEquals("LISTED [none-usable]\n10 gone.example.net [] [no-such-host]\n", described(plan));
        assertFalse(plan.usable());
    }

    @Test
    void nothingThereIsNotTheSameAsNotFoundOut() {
        assertEquals("NO_DOMAIN []\n", described(zone.plan("nosuch.example")));
        zone.exists("text.example");
        assertEquals("NO_HOST []\n0 text.example [] [no-address]\n", described(zone.plan("text.example")));
        zone.trouble("broken.example", Trouble.SERVFAIL).trouble("silent.example", Trouble.TIMEOUT);
        assertEquals("UNKNOWN []\n", described(zone.plan("broken.example")));
        assertEquals(
                Trouble.TIMEOUT,
                zone.plan("silent.example").trouble().orElseThrow().trouble());
    }

    @Test
    void aNullMxIsAnAnswer() {
        zone.mx(DOMAIN, 0, ".");
        MxPlan plan = zone.plan(DOMAIN);
        assertEquals("NULL_MX [null-mx]\n0 . [] []\n", described(plan));
        assertFalse(plan.usable());
        assertEquals(
                "NULL_MX [null-mx, null-preference]\n10 . [] []\n",
                described(new Zone().mx(DOMAIN, 10, ".").plan(DOMAIN)));
    }

    @Test
    void aNullMxBesideOthersIsAMistake() {
        zone.mx(DOMAIN, 0, ".").mx(DOMAIN, 10, "mx.example.net").address("mx.example.net", "192.0.2.1");
        assertEquals(
                "LISTED [null-beside-others]\n0 . [] []\n10 mx.example.net [192.0.2.1] []\n",
                described(zone.plan(DOMAIN)));
    }

    // The host of the only MX | its addresses | the remarks.
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    mx.example.net   | 192.0.2.1        |
                    192.0.2.1        |                  | address-literal no-such-host
                    mx_1.example.net | 192.0.2.1        | bad-name
                    localhost        | 127.0.0.1        | localhost special-address
                    mx.example.net   | 10.1.2.3         | special-address
                    mx.example.net   | 172.31.0.1       | special-address
                    mx.example.net   | 100.64.0.1       | special-address
                    mx.example.net   | 169.254.1.1      | special-address
                    mx.example.net   | 0.0.0.0          | special-address
                    mx.example.net   | 224.0.0.1        | special-address
                    mx.example.net   | 255.255.255.255  | special-address
                    mx.example.net   | ::1              | special-address
                    mx.example.net   | fd00::1          | special-address
                    mx.example.net   | fe80::1          | special-address
                    mx.example.net   | ::ffff:192.0.2.1 | mapped-address
                    mx.example.net   | 100.128.0.1      |
                    mx.example.net   | 172.32.0.1       |
                    """)
    void oddHostsAreRemarkedOn(String host, String address, String remarks) {
        zone.mx(DOMAIN, 10, host);
        if (address != null) {
            zone.address(host, address);
        }
        assertEquals(
                remarks == null ? "" : remarks,
                labels(zone.plan(DOMAIN).hosts().get(0).remarks(), " "));
    }

    @Test
    void anAliasLeadsToAddressesAndIsRemarkedOn() {
        zone.mx(DOMAIN, 10, "mx.example.net")
                .alias("mx.example.net", "host.example.org")
                .address("host.example.org", "192.0.2.1");
        MxHost host = zone.plan(DOMAIN).hosts().get(0);
        assertTrue(host.usable());
        assertTrue(host.remarks().get(0).words().startsWith("is an alias of host.example.org"));
    }

    @Test
    void aDomainThatIsAnAliasHasTheRecordsOfTheOther() {
        zone.alias(DOMAIN, "example.org")
                .mx("example.org", 10, "mx.example.org")
                .address("mx.example.org", "192.0.2.1");
        assertEquals("LISTED [domain-alias]\n10 mx.example.org [192.0.2.1] []\n", described(zone.plan(DOMAIN)));
    }

    @Test
    void theSameHostOrAddressTwiceIsNoSafety() {
        zone.mx(DOMAIN, 10, "a.example.net")
                .mx(DOMAIN, 20, "A.example.net")
                .mx(DOMAIN, 30, "b.example.net")
                .address("a.example.net", "192.0.2.1")
                .address("b.example.net", "192.0.2.1");
        assertEquals("""
                LISTED []
                10 a.example.net [192.0.2.1] []
                20 A.example.net [192.0.2.1] [duplicate]
                30 b.example.net [192.0.2.1] [shared-address]
                """, described(zone.plan(DOMAIN)));
    }

    @Test
    void aHostThatCouldNotBeLookedUpIsNotWithoutAddress() {
        zone.mx(DOMAIN, 10, "mx.example.net").trouble("mx.example.net", Trouble.SERVFAIL);
        MxPlan plan = zone.plan(DOMAIN);
        assertEquals("LISTED []\n10 mx.example.net [] [not-found-out]\n", described(plan));
        assertEquals(Trouble.SERVFAIL, plan.trouble().orElseThrow().trouble());
    }

    @Test
    void manyRecordsAreCutAndCounted() {
        for (int i = 0; i < 130; i++) {
            zone.mx(DOMAIN, 200 - i, "mx" + i + ".example.net").address("mx" + i + ".example.net", "192.0.2." + i);
        }
        MxPlan plan = zone.plan(DOMAIN);
        assertEquals(100, plan.hosts().size());
        // The best are kept, not the first.
        assertEquals("mx129.example.net", plan.hosts().get(0).name().text());
        assertEquals(
                "30 more MX records were not looked at", plan.remarks().get(0).words());
    }

    @Test
    void namesOfAnAddressAreFollowedBack() throws Exception {
        zone.ptr("192.0.2.1", "mx.example.net")
                .ptr("192.0.2.1", "old.example.net")
                .address("mx.example.net", "192.0.2.7", "192.0.2.1")
                .address("old.example.net", "192.0.2.9");
        ReverseReport report = zone.reverse("192.0.2.1");
        assertEquals(InetAddress.getByName("192.0.2.1"), report.address());
        assertEquals(
                "[true, false]",
                report.names().stream()
                        .map(ReverseReport.Name::leadsBack)
                        .toList()
                        .toString());
        assertTrue(report.confirmed());
        assertEquals("nxdomain", zone.reverse("192.0.2.2").asked().label());
    }

    @Test
    void anAddressOfManyNamesIsBounded() {
        for (int i = 0; i < 30; i++) {
            zone.ptr("2001:db8::1", "n" + i + ".example.net");
        }
        zone.trouble("n0.example.net", Trouble.TIMEOUT);
        ReverseReport report = zone.reverse("2001:db8::1");
        assertEquals(10, report.names().size());
        assertEquals(20, report.leftOut());
        assertFalse(report.names().get(0).certain());
        assertFalse(report.confirmed());
    }

    private static String described(MxPlan plan) {
        StringBuilder text = new StringBuilder(plan.way() + " [" + labels(plan.remarks(), ", ") + "]\n");
        for (MxHost host : plan.hosts()) {
            List<String> addresses =
                    host.addresses().stream().map(InetAddress::getHostAddress).toList();
            text.append(host.preference()).append(' ').append(host.name()).append(' ');
            text.append(addresses)
                    .append(" [")
                    .append(labels(host.remarks(), ", "))
                    .append("]\n");
        }
        return text.toString();
    }

    private static String labels(List<MxRemark> remarks, String between) {
        return remarks.stream().map(remark -> remark.kind().label()).collect(Collectors.joining(between));
    }
}
