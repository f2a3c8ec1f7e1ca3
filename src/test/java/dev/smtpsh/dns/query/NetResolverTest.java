package dev.smtpsh.dns.query;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.smtpsh.dns.Answer;
import dev.smtpsh.dns.DnsRecord;
import dev.smtpsh.dns.DomainName;
import dev.smtpsh.dns.Family;
import dev.smtpsh.dns.HostAnswer;
import dev.smtpsh.dns.Question;
import dev.smtpsh.dns.RecordType;
import dev.smtpsh.dns.Trouble;
import dev.smtpsh.peers.NameServer;
import dev.smtpsh.peers.NameServer.Fault;
import dev.smtpsh.wire.Deadline;
import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Questions to a name server on loopback, over UDP and TCP, well-behaved or not. */
@Timeout(30)
class NetResolverTest {
    private static final Duration ATTEMPT = Duration.ofMillis(150);
    private static final QueryLimits LIMITS = new QueryLimits(ATTEMPT, 2, 10, 500, 16);

    private NameServer server;

    @BeforeEach
    void start() throws IOException {
        server = NameServer.start().zone("example.test");
    }

    @AfterEach
    void stop() throws IOException {
        server.close();
    }

    @Test
    void recordsComeWithTheirTimesAndTheCircumstances() throws Exception {
        server.add("example.test", "MX", "10 mx1.example.test.")
                .add("example.test", "MX", "5 Mx2.Example.Test.")
                .fault("example.test", Fault.AUTHENTICATED);
        Answer.Found found = assertInstanceOf(Answer.Found.class, ask("EXAMPLE.test.", RecordType.MX));
        assertEquals(
                List.of(
                        new DnsRecord.MailExchange(10, name("mx1.example.test")),
                        new DnsRecord.MailExchange(5, name("mx2.example.test"))),
                found.records().stream().map(DnsRecord::data).toList());
        assertEquals(Duration.ofSeconds(300), found.records().get(0).ttl());
        assertEquals(server.option(), found.evidence().server());
        assertTrue(found.evidence().authoritative() && found.evidence().authenticated());
        assertFalse(found.evidence().tcp());
        assertEquals(1, found.evidence().queries());
        assertEquals(1, found.evidence().messages().size());
        assertEquals("found", found.label());
    }

    @Test
    void everyNamedTypeIsReadAndOthersAreKept() throws Exception {
        server.add("a.example.test", "A", "192.0.2.1")
                .add("a.example.test", "AAAA", "2001:db8::1")
                .add("a.example.test", "TXT", "\"v=spf1 \" \"\\233 -all\"")
                .add("a.example.test", "NS", "ns.example.test.")
                .add("a.example.test", "PTR", "p.example.test.")
                .add("a.example.test", "SOA", "ns.test. admin.test. 7 3600 600 86400 60")
                .add("a.example.test", "TLSA", "3 1 1 00ff")
                .add("a.example.test", "CAA", "0 issue \"ca.test\"");
        List<String> seen = new ArrayList<>();
        for (String type : List.of("A", "AAAA", "NS", "PTR", "SOA")) {
            seen.add(ask("a.example.test", RecordType.named(type).orElseThrow())
                            .records()
                            .get(0)
                            .data() + "");
        }
        assertEquals("Address[address=/192.0.2.1]", seen.get(0));
        assertEquals("Address[address=/2001:db8:0:0:0:0:0:1]", seen.get(1));
        assertEquals("Pointer[name=ns.example.test]", seen.get(2));
        assertEquals("Pointer[name=p.example.test]", seen.get(3));
        assertEquals("Authority[primary=ns.test, mailbox=admin.test, serial=7, minimum=PT1M]", seen.get(4));
        DnsRecord.Text text = (DnsRecord.Text)
                ask("a.example.test", RecordType.TXT).records().get(0).data();
        assertEquals("v=spf1 ", text.strings().get(0).latin1());
        assertEquals("\u00e9 -all", text.strings().get(1).latin1());
        DnsRecord.Association tlsa = (DnsRecord.Association)
                ask("a.example.test", RecordType.TLSA).records().get(0).data();
        assertEquals(2, tlsa.data().length());
        assertInstanceOf(
                DnsRecord.Raw.class,
                ask("a.example.test", RecordType.named("TYPE257").orElseThrow())
                        .records()
                        .get(0)
                        .data());
    }

    @Test
    void noSuchNameAndNoDataAreTwoThingsAndBothNameTheZone() throws Exception {
        server.add("mx.sub.example.test", "A", "192.0.2.1");
        Answer.NoSuchName none = assertInstanceOf(Answer.NoSuchName.class, ask("no.example.test", RecordType.MX));
        assertEquals(name("example.test"), none.authority().orElseThrow().owner());
        // An empty non-terminal exists too.
        Answer.NoData empty = assertInstanceOf(Answer.NoData.class, ask("sub.example.test", RecordType.MX));
        assertEquals(
                Duration.ofSeconds(60),
                ((DnsRecord.Authority) empty.authority().orElseThrow().data()).minimum());
    }

    // The fault | the trouble | what the words contain.
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    SERVFAIL       | SERVFAIL   | error 6, dnssec bogus
                    REFUSED        | REFUSED    | answered REFUSED
                    NOTIMP         | OTHER_CODE | answered NOTIMP
                    SILENT         | TIMEOUT    | did not answer within 150 ms
                    CUT_AND_SILENT | TIMEOUT    | over TCP did not answer within 150 ms
                    WRONG_ID       | MALFORMED  | another query
                    WRONG_QUESTION | MALFORMED  | another question
                    QUERY_BACK     | MALFORMED  | the query back
                    GARBAGE        | MALFORMED  | no DNS message
                    REFERRAL       | REFERRAL   | names the servers
                    """)
    void whatCannotBeFoundOutSaysWhy(Fault fault, Trouble trouble, String words) throws Exception {
        server.add("x.example.test", "A", "192.0.2.1").fault("x.example.test", fault);
        Answer.Failed failed = assertInstanceOf(Answer.Failed.class, ask("x.example.test", RecordType.A));
        assertEquals(trouble, failed.trouble(), failed.why());
        assertTrue(failed.why().contains(words), failed.why());
        assertTrue(failed.why().contains(server.option()), failed.why());
        assertEquals(trouble.label(), failed.label());
    }

    @Test
    void aServerThatIsNotThereIsNoSilentOne() throws Exception {
        int port;
        try (DatagramSocket gone = new DatagramSocket(0, InetAddress.getLoopbackAddress())) {
            port = gone.getLocalPort();
        }
        InetSocketAddress nobody = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
        Answer.Failed failed = assertInstanceOf(
                Answer.Failed.class, new NetResolver(List.of(nobody), LIMITS).ask(question("x.test"), soon()));
        assertEquals(Trouble.NETWORK, failed.trouble(), failed.why());
    }

    @Test
    void aCutAnswerIsFetchedOverTcp() throws Exception {
        for (int i = 0; i < 200; i++) {
            server.add("many.example.test", "A", "192.0.2." + i);
        }
        Answer answer = ask("many.example.test", RecordType.A);
        assertEquals(200, answer.addresses().size());
        assertTrue(answer.evidence().tcp());
        assertEquals(List.of("many.example.test. A udp", "many.example.test. A tcp"), server.asked());
    }

    @Test
    void recordsAreKeptUpToALimitAndTheRestIsCounted() throws Exception {
        for (int i = 0; i < 600; i++) {
            server.add("many.example.test", "A", "10.0." + i / 250 + "." + i % 250);
        }
        Answer.Found found = assertInstanceOf(Answer.Found.class, ask("many.example.test", RecordType.A));
        assertEquals(500, found.records().size());
        assertEquals(100, found.leftOut());
    }

    @Test
    void recordsOfOtherNamesAreNotUsed() throws Exception {
        server.add("x.example.test", "A", "192.0.2.1").fault("x.example.test", Fault.STRANGERS);
        Answer answer = ask("x.example.test", RecordType.A);
        assertEquals(List.of(InetAddress.getByName("192.0.2.1")), answer.addresses());
        assertEquals(1, answer.evidence().strangers());
    }

    @Test
    void aliasesAreFollowedAndKeptAlsoWhereTheServerStops() throws Exception {
        server.zone("other.test")
                .add("www.example.test", "CNAME", "web.example.test.")
                .add("web.example.test", "CNAME", "host.other.test.")
                .add("host.other.test", "A", "192.0.2.9")
                .add("gone.example.test", "CNAME", "nothing.example.test.");
        Answer found = ask("www.example.test", RecordType.A);
        assertEquals(
                "[www.example.test, web.example.test]",
                found.aliases().stream().map(Answer.Alias::from).toList().toString());
        assertEquals(name("host.other.test"), found.finalName());
        assertEquals(1, found.addresses().size());
        Answer none = assertInstanceOf(Answer.NoSuchName.class, ask("gone.example.test", RecordType.A));
        assertEquals("nothing.example.test does not exist (NXDOMAIN)", none.words());
        DnsRecord alias = ask("www.example.test", RecordType.CNAME).records().get(0);
        assertEquals(new DnsRecord.Pointer(name("web.example.test")), alias.data());
    }

    @Test
    void aChainThatLeavesTheServersZonesIsAskedFor() throws Exception {
        server.add("www.example.test", "CNAME", "host.elsewhere.test.");
        Answer.Failed failed = assertInstanceOf(Answer.Failed.class, ask("www.example.test", RecordType.A));
        assertEquals(Trouble.REFUSED, failed.trouble());
        assertEquals(1, failed.aliases().size());
        assertEquals("host.elsewhere.test. A udp", server.asked().get(1));
    }

    @Test
    void aliasesInACircleAndTooManyOfThemEnd() throws Exception {
        server.add("a.example.test", "CNAME", "b.example.test.").add("b.example.test", "CNAME", "a.example.test.");
        for (int i = 0; i < 20; i++) {
            server.add("n" + i + ".example.test", "CNAME", "n" + (i + 1) + ".example.test.");
        }
        for (String begin : List.of("a.example.test", "n0.example.test")) {
            Answer.Failed failed = assertInstanceOf(Answer.Failed.class, ask(begin, RecordType.A));
            assertEquals(Trouble.ALIAS_LOOP, failed.trouble());
            assertTrue(failed.aliases().size() <= LIMITS.aliases());
        }
    }

    @Test
    void theNextServerIsAskedWhenOneFailsAndWhatEachDidIsTold() throws Exception {
        try (NameServer second = NameServer.start().zone("example.test")) {
            second.add("x.example.test", "A", "192.0.2.2");
            server.fault("x.example.test", Fault.SERVFAIL).fault("y.example.test", Fault.SILENT);
            second.fault("y.example.test", Fault.REFUSED);
            NetResolver both = new NetResolver(List.of(server.address(), second.address()), LIMITS);
            Answer answer = both.ask(question("x.example.test"), soon());
            assertEquals(second.option(), answer.evidence().server());
            Answer.Failed failed = assertInstanceOf(Answer.Failed.class, both.ask(question("y.example.test"), soon()));
            assertEquals(Trouble.REFUSED, failed.trouble());
            assertEquals(
                    server.option() + " did not answer within 150 ms; " + second.option() + " answered REFUSED",
                    failed.why());
        }
    }

    @Test
    void theDeadlineBoundsAllQuestionsTogether() throws Exception {
        List<Question> questions = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            server.fault("q" + i + ".example.test", Fault.SILENT);
            questions.add(question("q" + i + ".example.test"));
        }
        long begun = System.nanoTime();
        List<Answer> answers = resolver().askAll(questions, Deadline.in(Duration.ofMillis(400)));
        Duration took = Duration.ofNanos(System.nanoTime() - begun);
        assertEquals(200, answers.size());
        assertTrue(answers.stream().allMatch(answer -> answer.label().equals("timeout")));
        assertTrue(took.toMillis() < 2_000, "took " + took);
    }

    @Test
    void answersToManyQuestionsAreInTheirOrder() throws Exception {
        List<Question> questions = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            server.add("q" + i + ".example.test", "A", "192.0.2." + i);
            questions.add(question("q" + i + ".example.test"));
        }
        List<Answer> answers = resolver().askAll(questions, soon());
        for (int i = 0; i < 50; i++) {
            assertEquals(questions.get(i), answers.get(i).question());
            assertEquals("192.0.2." + i, answers.get(i).addresses().get(0).getHostAddress());
        }
    }

    @Test
    void whateverAServerMakesOfItsAnswerThereIsAnAnswer() throws Exception {
        server.add("m.example.test", "MX", "10 mx1.example.test.")
                .add("m.example.test", "MX", "20 mx2.example.test.")
                .add("m.example.test", "TXT", "\"v=spf1 -all\"")
                .add("m.example.test", "TLSA", "3 1 1 00ff")
                .fault("m.example.test", Fault.MUTATED)
                .fault("n.example.test", Fault.MUTATED);
        List<RecordType> types =
                List.of(RecordType.MX, RecordType.TXT, RecordType.TLSA, RecordType.SOA, new RecordType(255));
        Set<String> seen = new HashSet<>();
        NetResolver once = new NetResolver(List.of(server.address()), new QueryLimits(ATTEMPT, 1, 10, 500, 16));
        for (int i = 0; i < 1_500; i++) {
            DomainName name = name(i % 3 == 0 ? "n.example.test" : "m.example.test");
            Answer answer = once.ask(new Question(name, types.get(i % types.size())), soon());
            seen.add(answer.label());
            for (DnsRecord record : answer.records()) {
                String names = record.data() instanceof DnsRecord.MailExchange mx
                        ? record.owner().text() + mx.host()
                        : record.owner().text();
                assertTrue(names.chars().allMatch(c -> c > ' ' && c < 0x7f), names);
            }
        }
        assertTrue(seen.containsAll(Set.of("found", "nodata", "nxdomain", "malformed")), seen.toString());
    }

    @Test
    void aNameWithAnEscapeInItIsPrintable() throws Exception {
        server.add("example.test", "MX", "10 \\027[2J\\255.\\000x\\.y.test.");
        DnsRecord.MailExchange mx = (DnsRecord.MailExchange)
                ask("example.test", RecordType.MX).records().get(0).data();
        assertEquals("\\027[2J\\255.\\000x\\.y.test", mx.host().text());
        assertFalse(mx.host().hostSyntax());
        // And such a name can be asked for in turn.
        assertEquals("refused", ask(mx.host(), RecordType.A).label());
    }

    @Test
    void overIpv6Too() throws Exception {
        try (NameServer six = NameServer.start("::1").zone("example.test")) {
            six.add("x.example.test", "A", "192.0.2.1");
            Answer answer = new NetResolver(List.of(six.address()), LIMITS).ask(question("x.example.test"), soon());
            assertEquals("[::1]:" + six.address().getPort(), answer.evidence().server());
            assertEquals(1, answer.addresses().size());
        }
    }

    // The host | the family | the kind of answer.
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    both.example.test   | ANY  | Found[addresses=[/192.0.2.1, /2001:db8:0:0:0:0:0:1]]
                    both.example.test   | IPV6 | Found[addresses=[/2001:db8:0:0:0:0:0:1]]
                    four.example.test   | IPV6 | WrongFamily[name=four.example.test, wantedIpv6=true]
                    empty.example.test  | ANY  | NoAddress[name=empty.example.test]
                    none.example.test   | ANY  | NoSuchHost[name=none.example.test]
                    192.0.2.77          | ANY  | Found[addresses=[/192.0.2.77]]
                    192.0.2.77          | IPV6 | WrongFamily[name=192.0.2.77, wantedIpv6=true]
                    ::1                 | ANY  | Found[addresses=[/0:0:0:0:0:0:0:1]]
                    """)
    void hostsAreFoundThroughTheResolver(String host, Family family, String expected) throws Exception {
        server.add("both.example.test", "A", "192.0.2.1")
                .add("both.example.test", "AAAA", "2001:db8::1")
                .add("four.example.test", "A", "192.0.2.4")
                .add("empty.example.test", "TXT", "x");
        assertEquals(expected, hosts().addresses(host, family).toString());
    }

    @Test
    void aHostWhoseNameServerFailsIsNotUnknown() throws Exception {
        server.fault("x.example.test", Fault.SERVFAIL);
        HostAnswer.ResolverFailed failed =
                assertInstanceOf(HostAnswer.ResolverFailed.class, hosts().addresses("x.example.test", Family.ANY));
        assertEquals(Trouble.SERVFAIL, failed.trouble());
        assertInstanceOf(HostAnswer.NotAName.class, hosts().addresses("x..test", Family.ANY));
    }

    private ResolverHosts hosts() {
        return new ResolverHosts(resolver(), Duration.ofSeconds(5));
    }

    private NetResolver resolver() {
        return new NetResolver(List.of(server.address()), LIMITS);
    }

    private Answer ask(String name, RecordType type) throws InterruptedException {
        return ask(name(name), type);
    }

    private Answer ask(DomainName name, RecordType type) throws InterruptedException {
        return resolver().ask(new Question(name, type), soon());
    }

    private static Question question(String name) {
        return new Question(name(name), RecordType.A);
    }

    private static DomainName name(String text) {
        return DomainName.read(text).name().orElseThrow();
    }

    private static Deadline soon() {
        return Deadline.in(Duration.ofSeconds(5));
    }
}
