package dev.smtpsh.shell.language;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.smtpsh.smtp.Octets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class InputTest {
    @ParameterizedTest
    @ValueSource(strings = {"EHLO x", "ehlo  x ", "mAiL", "  rcpt to: x", "QUIT", "XCLIENT ADDR=1", "BDAT 5\t"})
    void aLineThatBeginsWithAVerbIsSentAsTyped(String line) {
        assertEquals(new Input.SmtpLine(Octets.utf8(line)), Input.read(Octets.utf8(line)));
    }

    @ParameterizedTest
    @CsvSource({
        "why,WHY",
        "/why,WHY",
        "Open mx:25,OPEN",
        "help,HELP",
        "HELP MAIL,HELP",
        "exit,EXIT",
        "auth,AUTH",
        "auth plain amy,AUTH",
        "/AUTH,AUTH"
    })
    void ourOwnWordsStayHere(String line, Word word) {
        assertEquals(word, ((Input.LocalLine) Input.read(Octets.utf8(line))).word());
    }

    @Test
    void rawKeepsItsArgumentByteForByte() {
        Octets typed = Octets.latin1("raw  \u00e9 x ");
        assertEquals(Octets.latin1("\u00e9 x "), ((Input.LocalLine) Input.read(typed)).argument());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   ", "# a remark", "\t"})
    void emptyLinesAndRemarksAreNothing(String line) {
        assertEquals(new Input.Nothing(), Input.read(Octets.utf8(line)));
    }

    @Test
    void anythingElseIsNotSent() {
        Input.Misspelt misspelt = (Input.Misspelt) Input.read(Octets.utf8("RCTP TO:<a@b>"));
        assertEquals("RCPT", misspelt.meant().orElseThrow());
        assertTrue(Input.read(Octets.utf8("/EHLO x")) instanceof Input.Misspelt);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    NOOP              | NOOP~
                    "NOOP\\r\\nNOOP"  | NOOP~NOOP
                    "\\x41\\t\\0"     | A{tab}{nul}
                    "a\\qb"           | refused
                    "a\\x4"           | refused
                    """)
    void rawTextIsReadExactly(String argument, String octets) {
        String read = RawText.octets(Octets.utf8(argument)).map(Octets::latin1).orElse("refused");
        String shown = read.replace("\r\n", "~").replace("\t", "{tab}").replace("\0", "{nul}");
        assertEquals(octets, shown);
    }

    @Test
    void secretsAreNotRemembered() {
        for (String line :
                new String[] {"AUTH PLAIN AGEAYg==", "raw auth plain x", "EHLO a\nAUTH LOGIN\nQUIT", "auth x y"}) {
            assertTrue(Discretion.secret(line), line);
        }
        assertTrue(!Discretion.secret("MAIL FROM:<auth@example.net>"));
    }
}
