package dev.smtpsh.render;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.smtpsh.smtp.Octets;
import java.util.Random;
import java.util.regex.Matcher;
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
        assertEquals("\\x00 \\x0A \\x0D \\x09 \\x7F <U+009B>", Safe.visible("\0 \n \r \t \u007f \u009b"));
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
    void what_a_server_writes_out_is_told_from_what_stands_for_octets() {
        assertEquals("\\xE9 \\\\xE9", Safe.visible(Octets.latin1("\u00e9 \\xE9")));
        assertEquals("\\\\\\xE9", Safe.visible(Octets.latin1("\\\u00e9")));
        assertEquals("\\\\x1b^[", Safe.visible(Octets.latin1("\\x1b\u001b")));
        assertEquals("\\^[ ^[", Safe.visible(Octets.latin1("^[ \u001b")));
        assertEquals("\\<U+202E> <U+202E>", Safe.visible(Octets.utf8("<U+202E> \u202e")));
        String ordinary = "C:\\temp \\xyz \\\\host <amy@example.net> 2^n <U+> \\n 5.7.1";
        assertEquals(ordinary, Safe.visible(Octets.latin1(ordinary)));
    }

    @Test
    void what_is_shown_of_octets_tells_which_they_were() {
        Random random = new Random(9293);
        String[] parts = {
            "\\", "x", "E9", "e", "^", "[", "<U+", "202E", ">", "\u001b", "\u00e9", "\t", "\u00e2\u0080\u00ae"
        };
        for (int round = 0; round < 20000; round++) {
            StringBuilder sent = new StringBuilder();
            for (int i = random.nextInt(9); i >= 0; i--) {
                sent.append(parts[random.nextInt(parts.length)]);
            }
            assertEquals(sent.toString(), sentBy(Safe.visible(Octets.latin1(sent.toString()))), sent.toString());
            assertEquals(sent.toString(), sentBy(Safe.ascii(Octets.latin1(sent.toString()))), sent.toString());
        }
    }

    private static String sentBy(String shown) {
        StringBuilder sent = new StringBuilder();
        Matcher form = Pattern.compile("(\\\\*)(?:(?<=\\\\)x(\\p{XDigit}{2})|(\\^\\[)|<U\\+(\\p{XDigit}{1,6})>)")
                .matcher(shown);
        int from = 0;
        while (form.find()) {
            sent.append(shown, from, form.start());
            int slashes = form.group(1).length();
            sent.append("\\".repeat(slashes / 2));
            boolean octet = form.group(2) != null;
            if (octet == (slashes % 2 == 0)) {
                sent.append(form.group().substring(slashes));
            } else if (octet) {
                sent.append((char) Integer.parseInt(form.group(2), 16));
            } else if (form.group(3) != null) {
                sent.append('\u001b');
            } else {
                sent.append(Octets.utf8(Character.toString(Integer.parseInt(form.group(4), 16)))
                        .latin1());
            }
            from = form.end();
        }
        return sent.append(shown.substring(from)).toString();
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
