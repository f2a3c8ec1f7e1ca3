package dev.smtpsh.annotate.knowledge;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.smtpsh.smtp.reply.EnhancedStatus;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RulePressTest {
    private static final List<Rule> RULES = Family.rules(Family.of(
            "words-1: {stage: [mail, rcpt], code: [4xx, 550], text: [No Such User, ünbekannt], not: [tempo]}",
            "words-2: {all: [one two, three], status: [5.7.1, none], provider: [Gmail], software: Exim}",
            "status-1: {status: x.7.x}",
            "none-1: {status: none, code: 421}",
            "code-1: {code: [450, 45x]}",
            "pattern-1: {pattern: \"[0-9]+ (tries)?\"}",
            "session-1: {code: 599, session: [relay-port, plain]}",
            "pattern-2: {pattern: \"[0-9]+ tries|in vain\"}"));

    @Test
    void what_was_pressed_comes_out_as_it_was() {
        RuleBook book = RuleBook.open(RulePress.press(RULES));
        assertEquals(RULES.size(), book.size());
        for (int i = 0; i < RULES.size(); i++) {
            assertEquals(RULES.get(i), unnumbered(book.rule(i)));
        }
    }

    @Test
    void every_field_of_what_a_rule_says_comes_out_as_it_was() {
        String text = Family.of("full-1: {code: 550}").replace("retry: after-fix", """
                        retry: later
                            wait: 15m
                            permanent: false
                            verdict: closed
                            suppress: true
                            deliverability: Nothing.
                            provider: Gmail
                            software: Exim""");
        List<Rule> rules = Family.rules(text);
        Rule.Meaning says = RuleBook.open(RulePress.press(rules)).rule(0).says();
        assertEquals(rules.get(0).says(), says);
        assertEquals(Optional.of(false), says.permanent());
        assertEquals("PT15M", says.retryAfter().orElseThrow().toString());
    }

    @Test
    void pressing_twice_gives_the_same_octets() {
        assertArrayEquals(RulePress.press(RULES).rules(), RulePress.press(RULES).rules());
        assertArrayEquals(RulePress.press(RULES).words(), RulePress.press(RULES).words());
    }

    @Test
    void codes_and_statuses_lead_to_their_rules_alone() {
        RuleBook book = RuleBook.open(RulePress.press(RULES));
        BitSet found = new BitSet();
        book.collectByCode(450, found);
        assertEquals("{4}", found.toString());
        book.collectByStatus(EnhancedStatus.read("4.7.99"), found);
        assertEquals("{2, 4}", found.toString());
        book.collectByStatus(Optional.empty(), found);
        assertEquals("{2, 3, 4}", found.toString());
        book.collectOthers(found);
        assertEquals("{2, 3, 4, 5}", found.toString());
        book.collectByWords(book.wordsIn("there is no such user; three; one two"), found);
        assertEquals("{0, 1, 2, 3, 4, 5}", found.toString());
        book.collectByWords(book.wordsIn("all in vain"), found);
        assertEquals("{0, 1, 2, 3, 4, 5, 7}", found.toString());
    }

    @Test
    void only_exact_codes_count_as_known() {
        RuleBook book = RuleBook.open(RulePress.press(RULES));
        assertTrue(book.knows(450));
        assertFalse(book.knows(451));
        assertFalse(book.knows(EnhancedStatus.read("5.7.1").orElseThrow()));
    }

    @Test
    void words_are_not_asked_for_before_there_is_a_text() {
        byte[] rules = RulePress.press(RULES).rules();
        RuleBook book = RuleBook.open(new Pressed() {
            @Override
            public byte[] rules() {
                return rules;
            }

            @Override
            public byte[] words() {
                throw new AssertionError("asked for words");
            }
        });
        book.collectByCode(450, new BitSet());
        assertEquals("code-1", book.rule(4).id());
    }

    @Test
    void octets_that_are_no_pressed_rules_are_refused() {
        assertThrows(
                IllegalArgumentException.class, () -> RuleBook.open(new Pressed.AtHand(new byte[20], new byte[0])));
    }

    private static Rule unnumbered(Rule rule) {
        Conditions when = rule.when();
        Conditions plain = new Conditions(
                when.stages(),
                when.codes(),
                when.statuses(),
                when.withoutStatus(),
                unnumbered(when.text()),
                unnumbered(when.all()),
                unnumbered(when.not()),
                when.pattern(),
                when.providers(),
                when.software(),
                when.session());
        return new Rule(rule.id(), plain, rule.says());
    }

    private static List<Conditions.Literal> unnumbered(List<Conditions.Literal> literals) {
        return literals.stream()
                .map(literal -> new Conditions.Literal(literal.folded(), -1))
                .toList();
    }
}
