package dev.smtpsh.render;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.jline.utils.WCWidth;
import org.junit.jupiter.api.Test;

class ColumnsTest {
    @Test
    void wide_characters_take_two_columns_and_marks_none() {
        assertEquals(5, Columns.of("hello"));
        assertEquals(4, Columns.of("\u4f60\u597d"));
        assertEquals(1, Columns.of("e\u0301"));
        assertEquals(2, Columns.of(Character.toString(0x1f600)));
        assertEquals(2, Columns.of("\uff21"));
        assertEquals(1, Columns.of("\uff71"));
        assertEquals(0, Columns.of(""));
    }

    // The line editor counts by a table of its own; where both draw on one screen they must agree.
    @Test
    void the_terminal_library_counts_the_same() {
        int[][] ranges = {
            {0x20, 0x7e},
            {0xa1, 0xac},
            {0xae, 0x36f},
            {0x370, 0x482},
            {0x4e00, 0x9fff},
            {0x3041, 0x3096},
            {0x30a0, 0x30ff},
            {0xac00, 0xd7a3},
            {0xff01, 0xff60},
            {0xff61, 0xff9f},
            {0x1f300, 0x1f320},
            {0x1f600, 0x1f64f}
        };
        for (int[] range : ranges) {
            for (int codePoint = range[0]; codePoint <= range[1]; codePoint++) {
                if (Character.isDefined(codePoint)) {
                    assertEquals(WCWidth.wcwidth(codePoint), Columns.of(codePoint), Integer.toHexString(codePoint));
                }
            }
        }
    }

    @Test
    void what_fits_is_found_by_columns() {
        assertEquals(3, Columns.fit("abcdef", 0, 3));
        assertEquals(1, Columns.fit("\u4f60\u597d", 0, 3));
        assertEquals(2, Columns.fit("e\u0301x", 0, 1));
        assertEquals(1, Columns.fit("\u4f60", 0, 1));
    }
}
