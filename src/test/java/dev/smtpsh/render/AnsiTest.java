package dev.smtpsh.render;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import org.junit.jupiter.api.Test;

class AnsiTest {
    @Test
    void each_run_is_coloured_by_its_intent_and_ends_plain() {
        StyledText text = new StyledText.Builder()
                .add(Intent.DIM, "   | ")
                .add(Intent.TRY_LATER, "TRY LATER")
                .add(Intent.PLAIN, "  later")
                .endLine()
                .build();
        assertEquals("\u001b[2m   | \u001b[0m\u001b[1;33mTRY LATER\u001b[0m  later\n", Ansi.encode(text));
        assertEquals("   | TRY LATER  later\n", text.plain());
    }

    @Test
    void backgrounds_are_left_alone() {
        for (Intent intent : Intent.values()) {
            String encoded =
                    Ansi.encode(new StyledText.Builder().add(intent, "x").build());
            assertFalse(encoded.matches("(?s).*[\\[;](4\\d|10\\d)[;m].*"), encoded);
        }
    }

    @Test
    void text_that_is_added_cannot_bring_escapes_or_lines_of_its_own() {
        StyledText text =
                new StyledText.Builder().add(Intent.SERVER, "a\u001b[2J\n250 b").build();
        assertEquals("a^[[2J\\x0A250 b", text.plain());
    }
}
