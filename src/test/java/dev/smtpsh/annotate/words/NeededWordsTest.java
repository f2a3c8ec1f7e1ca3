package dev.smtpsh.annotate.words;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class NeededWordsTest {
    @Test
    void each_alternative_gives_its_longest_sure_run() {
        assertEquals(List.of("seconds"), NeededWords.of("wait [0-9]+ SECONDS$", 3));
        assertEquals(List.of("lost connection", "timed out"), NeededWords.of("^lost  connection|timed out\\.?$", 3));
        assertEquals(List.of("- spam"), NeededWords.of("(reject|discarded),? id=[0-9a-z|-]+ - spam", 3));
        assertEquals(List.of("qq"), NeededWords.of("\\bqq (crashed|out of memory)", 2));
        assertEquals(List.of("4.5.0"), NeededWords.of("4\\.5\\.0 (error [)]in|.*mtas? failed)", 3));
    }

    @Test
    void what_may_be_missing_or_repeated_ends_a_run() {
        assertEquals(List.of("colo"), NeededWords.of("colou?r", 3));
        assertEquals(List.of("abc"), NeededWords.of("abc+d*", 3));
        assertEquals(List.of("abc"), NeededWords.of("abcx{0,3}d", 3));
        assertEquals(List.of("rest"), NeededWords.of("a.b[]x]c\\x{41}\\pL rest", 3));
    }

    @Test
    void where_one_alternative_gives_nothing_the_expression_gives_nothing() {
        assertEquals(List.of(), NeededWords.of("relay|[0-9]+", 3));
        assertEquals(List.of(), NeededWords.of("(relay|denied)", 3));
        assertEquals(List.of(), NeededWords.of("relay|", 3));
        assertEquals(List.of(), NeededWords.of("(?s)relay", 3));
    }
}
