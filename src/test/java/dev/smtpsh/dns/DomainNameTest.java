package dev.smtpsh.dns;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DomainNameTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    example.net          | example.net
                    example.net.         | example.net
                    Example.NET          | Example.NET
                    _25._tcp.example.net | _25._tcp.example.net
                    bücher.example       | xn--bcher-kva.example
                    例え。テスト          | xn--r8jz45g.xn--zckzah
                    a\\.b.example        | a\\.b.example
                    a\\027.example       | a\\027.example
                    .                    | .
                    """)
    void readsWhatPeopleType(String typed, String name) {
        assertEquals(name, DomainName.read(typed).name().orElseThrow().text());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    ''           | empty
                    a b.example  | blank or control
                    a..example   | two dots
                    .example     | two dots
                    amy@x.example| @ is not part
                    straße.de    | begins with xn--
                    a\\999.test  | backslash
                    a\\          | backslash
                    x:25         | : is not part
                    """)
    void saysWhatIsWrong(String typed, String why) {
        DomainName.Reading reading = DomainName.read(typed);
        assertEquals(Optional.empty(), reading.name());
        assertTrue(reading.why().contains(why), reading.why());
    }

    @Test
    void lengthsAreBounded() {
        String label = "x".repeat(63);
        String longest = label + "." + label + "." + label + "." + "y".repeat(61);
        assertEquals(253, longest.length());
        assertTrue(DomainName.read(longest + ".").name().isPresent());
        assertTrue(DomainName.read(longest + "y").why().contains("254 octets, more than 253"));
        assertTrue(DomainName.read("x".repeat(64) + ".test").why().contains("64 octets, more than 63"));
        // Four characters that are one octet.
        assertTrue(DomainName.read("\\001".repeat(63) + ".test").name().isPresent());
        assertTrue(DomainName.read("ü".repeat(64) + ".test").name().isEmpty());
    }

    @Test
    void caseDoesNotMatter() {
        DomainName lower = DomainName.read("mx.example").name().orElseThrow();
        DomainName upper = DomainName.read("MX.Example.").name().orElseThrow();
        assertEquals(lower, upper);
        assertEquals(lower.hashCode(), upper.hashCode());
    }

    @ParameterizedTest
    @CsvSource({
        "192.0.2.7,7.2.0.192.in-addr.arpa",
        "2001:db8::1f,f.1.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.8.b.d.0.1.0.0.2.ip6.arpa"
    })
    void addressesHaveNamesTurnedRound(String address, String name) throws Exception {
        assertEquals(name, DomainName.reverse(InetAddress.getByName(address)).text());
    }

    @ParameterizedTest
    @CsvSource({"mx1.example.net,true", "mx_1.example.net,false", "-mx.example,false", "192.0.2.1,true", "a\\.b.c,false"
    })
    void hostNamesHaveLettersDigitsAndHyphens(String name, boolean host) {
        assertEquals(host, DomainName.received(name).hostSyntax());
    }

    @Test
    void anyTextIsReadOrRefusedWithAReason() {
        Random random = new Random(7);
        String alphabet = "ab.-_\\0129é@ \u001bß例。";
        for (int i = 0; i < 20_000; i++) {
            StringBuilder text = new StringBuilder();
            for (int length = random.nextInt(80); length > 0; length--) {
                text.append(alphabet.charAt(random.nextInt(alphabet.length())));
            }
            DomainName.Reading reading = DomainName.read(text.toString());
            assertEquals(reading.name().isEmpty(), !reading.why().isEmpty());
            reading.name().ifPresent(name -> {
                assertTrue(name.text().chars().allMatch(c -> c > ' ' && c < 0x7f), name.text());
                assertEquals(name, DomainName.read(name.text()).name().orElseThrow());
            });
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    192.0.2.1          | 192.0.2.1
                    [192.0.2.1]        | 192.0.2.1
                    ::1                | 0:0:0:0:0:0:0:1
                    [IPv6:2001:db8::1] | 2001:db8:0:0:0:0:0:1
                    192.0.2            |
                    192.0.2.256        |
                    1                  |
                    dead.beef          |
                    mx.example.net     |
                    :::::              |
                    """)
    void literalsAreReadWithoutAskingAnybody(String text, String address) {
        assertEquals(Optional.ofNullable(address), AddressLiteral.read(text).map(InetAddress::getHostAddress));
    }

    @ParameterizedTest
    @CsvSource({"192.0.2.1", "::", "::1", "2001:db8::1", "2001:db8:0:1:1:1:1:1", "2001:db8::1:0:0:1", "1::", "fe80::1%1"
    })
    void addressesAreWrittenShort(String text) {
        assertEquals(text, AddressLiteral.text(AddressLiteral.read(text).orElseThrow()));
    }
}
