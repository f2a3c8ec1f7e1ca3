package dev.smtpsh.annotate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.smtpsh.annotate.Explanation.AtStage;
import dev.smtpsh.annotate.Explanation.Digit;
import dev.smtpsh.annotate.Explanation.Explained;
import dev.smtpsh.annotate.Explanation.NotUnderstood;
import dev.smtpsh.annotate.matching.ShippedRules;
import dev.smtpsh.annotate.topic.ShippedTopics;
import dev.smtpsh.smtp.state.Stage;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ExplainerTest {
    private final Explainer explainer = new Explainer(ShippedRules.annotator(), ShippedTopics::open);

    @Test
    void a_code_has_a_page_with_what_it_means_at_each_moment() {
        Explained page = explained("550");
        assertEquals("code-550", page.annotations().get(0).rule());
        assertEquals("code-550-rcpt", at(page, Stage.RCPT));
        assertTrue(page.annotations().stream().noneMatch(said -> said.rule().equals("code-550-rcpt")));
        assertEquals(List.of("5yz", "x5z", "xy0"), parts(page));
        assertTrue(page.defined());
    }

    @Test
    void a_code_that_nobody_defined_is_explained_by_its_digits() {
        Explained page = explained("599");
        assertEquals("class-5", page.annotations().get(0).rule());
        assertFalse(page.defined());
        assertEquals("x9z", parts(page).get(1));
        assertEquals(Verdict.BROKEN, explained("650").annotations().get(0).verdict());
        assertEquals("000", explained("000").code().orElseThrow().toString());
    }

    @Test
    void an_enhanced_status_code_is_taken_apart() {
        Explained page = explained(" 5.7.1 ");
        assertEquals("5.7.1", page.status().orElseThrow().toString());
        assertEquals(List.of("5.x.x", "x.7.x", "x.7.1"), parts(page));
        assertTrue(page.defined());
        assertFalse(page.annotations().isEmpty());
        assertFalse(explained("5.9.123").defined());
        assertEquals(Verdict.TRY_LATER, explained("4.0.0").annotations().get(0).verdict());
    }

    @Test
    void a_whole_reply_is_explained_by_its_text() {
        Explained page = explained("550 5.7.1 We do not relay: relaying denied");
        assertEquals("relay-denied-1", page.annotations().get(0).rule());
        assertEquals(List.of("5yz", "x5z", "xy0", "5.x.x", "x.7.x", "x.7.1"), parts(page));
        assertEquals(
                List.of("relay-denied-1", "code-550"),
                page.annotations().stream().map(Annotation::rule).toList().stream()
                        .filter(rule -> !rule.contains("status"))
                        .toList());
    }

    @Test
    void a_reply_of_several_lines_is_one_reply() {
        Explained page = explained("550-5.7.1 This message\r\n550 5.7.1 looks like spam\n");
        assertEquals("spam-1", page.annotations().get(0).rule());
        for (String joint : List.of("\\n", "\\r\\n")) {
            Explained written = explained("550-This message" + joint + "550 looks like spam");
            assertEquals("spam-1", written.annotations().get(0).rule());
        }
    }

    @Test
    void verbs_and_keywords_are_words_of_their_own() {
        Explanation.Term verb = (Explanation.Term) explainer.explain("rset");
        assertEquals("RFC 5321 4.1.1.5", verb.meanings().get(0).source());
        Explanation.Subject keyword = (Explanation.Subject) explainer.explain("8BITMIME");
        assertEquals("8BITMIME in an EHLO reply", keyword.meanings().get(0).form());
        assertEquals("8bitmime", keyword.topic().id());
        Explanation.Subject both = (Explanation.Subject) explainer.explain("starttls");
        assertEquals(2, both.meanings().size());
        assertEquals("RFC 3207 4", both.meanings().get(0).source());
    }

    @Test
    void topics_are_found_by_any_of_their_names() {
        for (String name : List.of("greylisting", "Greylist", "grey-listing", " grey listing ")) {
            assertEquals("greylisting", subject(name).topic().id());
        }
        assertEquals(
                "certificate-expired", subject("certificate expired").topic().id());
        assertEquals("ptr", subject("Reverse-DNS").topic().id());
        assertEquals(List.of(), subject("spf").meanings());
    }

    @Test
    void a_misspelt_topic_is_asked_about() {
        NotUnderstood unclear = assertInstanceOf(NotUnderstood.class, explainer.explain("greylsting"));
        assertInstanceOf(NotUnderstood.class, explainer.explain("dmark"));
        assertEquals("Did you mean greylisting?", unclear.mend());
        assertTrue(explained("mailbox full").defined());
    }

    @Test
    void topics_are_not_read_for_codes_and_replies() {
        Explainer without = new Explainer(ShippedRules.annotator(), () -> {
            throw new AssertionError("topics were read");
        });
        for (String typed : List.of(
                "550", "5.7.1", "550 5.7.1 No", "5.7.1 No", "We are sorry to say that relaying is denied for you")) {
            assertInstanceOf(Explained.class, without.explain(typed));
        }
    }

    private Explanation.Subject subject(String typed) {
        return assertInstanceOf(Explanation.Subject.class, explainer.explain(typed));
    }

    @Test
    void words_without_a_code_are_explained_too() {
        Explained page = explained("We do not relay: relaying denied");
        assertEquals("relay-denied-1", page.annotations().get(0).rule());
        assertTrue(page.code().isEmpty());
        assertTrue(page.defined());
        assertEquals(
                Optional.of(Reason.RELAY_DENIED),
                explained("5.7.1 relaying denied").annotations().get(0).reason());
        Explained unknown = explained("colourless green ideas");
        assertEquals("last-resort-words", unknown.annotations().get(0).rule());
        assertEquals(Confidence.GUESS, unknown.annotations().get(0).confidence());
        assertFalse(unknown.defined());
    }

    @Test
    void what_is_no_code_is_not_taken_for_one() {
        for (String typed : List.of("", "  ", "5", "55", "5500", "5.7", "3.1.1", "5.7.1.1", "...", "5.1234.1")) {
            NotUnderstood unclear = assertInstanceOf(NotUnderstood.class, explainer.explain(typed), typed);
            assertTrue(unclear.why().endsWith(".") && unclear.mend().endsWith("."));
        }
    }

    private Explained explained(String typed) {
        return assertInstanceOf(Explained.class, explainer.explain(typed));
    }

    private static List<String> parts(Explained page) {
        return page.digits().stream().map(Digit::part).toList();
    }

    private static String at(Explained page, Stage stage) {
        return page.stages().stream()
                .filter(there -> there.stage() == stage)
                .map(AtStage::annotation)
                .map(Annotation::rule)
                .findFirst()
                .orElseThrow();
    }
}
