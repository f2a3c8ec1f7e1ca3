package dev.smtpsh.render;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class WrapTest {
    @Test
    void lines_break_at_blanks() {
        assertEquals(List.of("the quick", "brown fox"), Wrap.lines("the quick brown fox", 9));
        assertEquals(List.of("the quick", "brown fox"), Wrap.lines("the quick brown fox", 14));
        assertEquals(List.of("the quick brown", "fox"), Wrap.lines("the quick brown fox", 15));
        assertEquals(List.of(""), Wrap.lines("", 10));
    }

    @Test
    void a_word_that_is_longer_than_a_line_is_broken() {
        assertEquals(List.of("abcd", "efgh", "ij", "kl"), Wrap.lines("abcdefghij kl", 4));
    }

    @Test
    void a_command_at_the_end_of_advice_stays_in_one_piece() {
        assertEquals(
                List.of("Ask for another", "mailbox.", "RCPT TO:<postmaster@a>"),
                Wrap.advice("Ask for another mailbox.  RCPT TO:<postmaster@a>", 22));
        assertEquals(List.of("Drop it.  RSET"), Wrap.advice("Drop it.  RSET", 22));
    }

    @Test
    void no_line_is_too_wide_and_no_character_is_lost() {
        Random random = new Random(80);
        String alphabet = "ab c  d\u4f60\u0301" + Character.toString(0x1f600);
        int[] letters = alphabet.codePoints().toArray();
        for (int round = 0; round < 3000; round++) {
            StringBuilder text = new StringBuilder("x");
            for (int i = random.nextInt(80); i > 0; i--) {
                text.appendCodePoint(letters[random.nextInt(letters.length)]);
            }
            int columns = 2 + random.nextInt(30);
            List<String> lines = Wrap.lines(text.toString(), columns);
            assertTrue(lines.stream().allMatch(line -> Columns.of(line) <= columns), lines.toString());
            assertEquals(
                    text.toString().replace(" ", ""), String.join("", lines).replace(" ", ""));
        }
    }
}
