package dev.smtpsh.annotate.topic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TopicReaderTest {
    private static final String FILE = """
            group: A heading
            topics:
              - id: one
                aliases: [first]
                title: The first
                summary: a first thing
                examples:
                  - Do it.  NOOP
                text: [Something is said.]
                see-also: [two, "550"]
                references: [RFC 5321 4.2]
              - id: two
                title: The second
                summary: a second thing
                examples: [Do it again.  RSET]
                text: [More is said., And more.]
                see-also: [one]
                references: [RFC 5321 4.2]
            """;

    @Test
    void a_file_becomes_topics_and_survives_the_press() {
        TopicFiles files = read(FILE);
        assertEquals(List.of(), files.complaints());
        assertEquals(2, files.topics().size());
        TopicBook book = TopicBook.open(new TopicBook(files.topics()).press());
        assertEquals(files.topics(), book.all());
        assertEquals("one", book.named("FIRST").orElseThrow().id());
        assertEquals("two", book.nearest("tow").orElseThrow());
        assertTrue(book.nearest("something else").isEmpty());
    }

    // What is replaced, by what, and the complaint.
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "see-also: [one] | see-also: [onne] | a.yaml:17:16: error: `onne` is no topic; did you mean `one`?",
                "aliases: [first] | aliases: [two] | a.yaml:12:9: error: the name `two` is taken at a.yaml:4:15",
                "aliases: [first] | aliases: ['550'] | a.yaml:4:15: error: `550` is a reply code",
                "[Do it again.  RSET] | [RSET] | a.yaml:15:16: error: an example says what it shows",
                "title: The second | titel: The second | a.yaml:13:5: error: unknown key `titel`; did you mean `title`?",
                "summary: a first thing | summary: A first thing. | a.yaml:6:14: error: the summary is too long",
                "text: [Something is said.] | text: [] | a.yaml:9:11: error: `text` is empty",
                "title: The first | title: The first. | a.yaml:5:12: error: a title is a heading",
                "group: A heading | about: A heading | a.yaml:1:1: error: unknown key `about`",
                "references: [RFC 5321 4.2] | references: [rfc5321] | error: `rfc5321` is no reference"
            })
    void a_slip_has_its_place(String from, String to, String complaint) {
        String found = read(FILE.replace(from.strip(), to.strip())).complaints().toString();
        assertTrue(found.contains(complaint.strip()), found);
    }

    @Test
    void what_is_shipped_is_whole() {
        List<String> wanted = List.of(
                ("greylisting spf dkim dmarc arc mta-sts tls-rpt dane starttls implicit-tls certificate ptr reverse-dns helo"
                                + " envelope reverse-path null-sender bounce dsn backscatter dnsbl reputation warm-up"
                                + " rate-limit tarpit greet-delay callout catch-all role-address relay open-relay submission"
                                + " authentication app-password oauth pipelining chunking 8bitmime smtputf8 size"
                                + " dot-stuffing smuggling line-endings enhanced-status-codes reply-codes queue retry mx"
                                + " null-mx implicit-mx ipv6 vrfy lmtp loop feedback-loop list-unsubscribe spamtrap"
                                + " suppression postmaster certificate-expired certificate-wrong-name")
                        .split(" "));
        for (String name : wanted) {
            assertTrue(ShippedTopics.open().named(name).isPresent(), name);
        }
    }

    private static TopicFiles read(String text) {
        return TopicReader.read(new TreeMap<>(Map.of("a.yaml", text)));
    }
}
