package dev.smtpsh.annotate.words;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class NeededWordsTest {
    @Test
    void each_run_of_sure_characters_is_needed_and_the_longest_comes_first() {
        assertEquals(List.of(List.of("seconds"), List.of("wait")), needed("wait [0-9]+ SECONDS$"));
        assertEquals(
                List.of(List.of("- spam!"), List.of("reject", "discarded"), List.of("id=")),
                needed("(reject|discarded),? id=[0-9a-z|)-]+ - spam!"));
        assertEquals(List.of(List.of("failed"), List.of("4.5.0")), needed("4\\.5\\.0 .*mta? failed"));
    }

    @Test
    void of_alternatives_one_is_needed() {
        assertEquals(
                List.of(List.of("lost connection", "timed out")), needed("^lost  connection|[0-9] timed out\\.?$"));
        assertEquals(List.of(List.of("one two", "three", "four")), needed("([0-9] one two|(three|[0-9] four))"));
    }

    @Test
    void neighbours_are_read_as_one() {
        assertEquals(List.of(List.of("qq crashed", "qq out of memory")), needed("\\bqq (crashed|out of memory)"));
        assertEquals(List.of(List.of("(con:", "(rly:")), needed("\\((?:con|rly):[a-z]"));
        assertEquals(List.of(List.of("a one", "a two"), List.of("b c")), needed("a (one|two)+b c"));
        assertEquals(List.of(List.of("at x.example", "at y.example")), needed("at (x|y)\\.example"));
    }

    @Test
    void what_may_be_missing_or_repeated_ends_a_run() {
        assertEquals(List.of(List.of("colo")), needed("colou?r"));
        assertEquals(List.of(List.of("abc")), needed("abc+d*"));
        assertEquals(List.of(List.of("abc")), needed("abcx{0,3}d"));
        assertEquals(List.of(List.of("rest")), needed("a.b[]x]c\\x{41}\\pL rest"));
        assertEquals(List.of(List.of("sure")), needed("(maybe)?sure(maybe|not)*"));
    }

    @Test
    void where_one_alternative_needs_nothing_the_expression_needs_nothing() {
        assertEquals(List.of(), needed("relay|[0-9]+"));
        assertEquals(List.of(), needed("(relay|denied)?"));
        assertEquals(List.of(), needed("relay|"));
        assertEquals(List.of(), needed("(?s)relay"));
    }

    private static List<List<String>> needed(String expression) {
        return NeededWords.of(expression, 3);
    }
}
