package dev.smtpsh.render;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.smtpsh.smtp.Octets;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class SafeTest {
    // Written apart from Safe: C0, DEL, C1, bidi controls, zero-width, line and paragraph separators, tags, surrogates.
    private static final Pattern HOSTILE = Pattern.compile("[\\x00-\\x1f\\x7f-\\x9f\\u00ad\\u061c\\u180e\\u200b-\\u200f"
            + "\\u2028-\\u202e\\u2060-\\u206f\\ufeff\\x{e0000}-\\x{e007f}]|\\p{Cs}|\\p{Cf}");

    @Test
    void a_banner_cannot_drive_the_terminal() {
        assertEquals("^[]0;pwn\\x07^[[2J", Safe.visible(Octets.latin1("\u001b]0;pwn\u0007\u001b[2J")));
    }

    @Test
    void control_characters_are_shown_by_number() {
        assertEquals("\\x00 \\x0A \\x0D \\t \\x7F <U+009B>", Safe.visible("\0 \n \r \t \u007f \u009b"));
    }

    @Test
    void octets_that_are_not_utf_8_are_shown_by_number() {
        assertEquals("caf\\xE9 !", Safe.visible(Octets.latin1("caf\u00e9 !")));
        assertEquals("\\xC3", Safe.visible(Octets.latin1("\u00c3")));
        assertEquals("\\xED\\xA0\\x80", Safe.visible(Octets.latin1("\u00ed\u00a0\u0080")));
        assertEquals("\\x9B1m", Safe.visible(Octets.latin1("\u009b1m")));
    }

    @Test
    void text_cannot_be_turned_round_or_hidden() {
        assertEquals("<U+202E>moc.elpmaxe", Safe.visible("\u202emoc.elpmaxe"));
        assertEquals("a<U+200B>b<U+FEFF>c<U+2028>d", Safe.visible("a\u200bb\ufeffc\u2028d"));
        assertEquals("<U+E0041>", Safe.visible(Character.toString(0xe0041)));
        assertEquals("<U+3164><U+D800>", Safe.visible("\u3164\ud800"));
        assertEquals("a<U+FE0F>b<U+2800><U+1D159>", Safe.visible("a\ufe0fb\u2800" + Character.toString(0x1d159)));
    }

    @Test
    void words_in_any_script_stay_as_they_are() {
        String words = "Gr\u00fc\u00dfe \u0417\u0434\u0440\u0430\u0432 \u4f60\u597d \u05e9\u05dc\u05d5\u05dd e\u0301 "
                + Character.toString(0x1f600) + " C:\\path";
        assertEquals(words, Safe.visible(Octets.utf8(words)));
    }

    @Test
    void ascii_is_all_there_is_where_that_is_wanted() {
        assertEquals(
                "Gr<U+00FC><U+00DF>e \\xE9 <U+1F600>",
                Safe.ascii("Gr\u00fc\u00dfe \\xE9 " + Character.toString(0x1f600)));
    }

    @Test
    void nothing_hostile_comes_through_whatever_the_octets() {
        Random random = new Random(5321);
        for (int round = 0; round < 5000; round++) {
            byte[] bytes = new byte[random.nextInt(60)];
            random.nextBytes(bytes);
            String visible = Safe.visible(Octets.of(bytes));
            assertFalse(HOSTILE.matcher(visible).find(), visible);
            assertEquals(visible, Safe.visible(visible));
            assertTrue(Safe.ascii(Octets.of(bytes)).chars().allMatch(c -> c >= ' ' && c < 0x7f));
        }
    }

    @Test
    void nothing_hostile_comes_through_whatever_the_characters() {
        for (int codePoint = 0; codePoint <= Character.MAX_CODE_POINT; codePoint++) {
            String visible = Safe.visible(Character.toString(codePoint));
            assertFalse(HOSTILE.matcher(visible).find(), () -> visible);
        }
    }
}
