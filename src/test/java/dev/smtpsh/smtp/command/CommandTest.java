package dev.smtpsh.smtp.command;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.smtpsh.smtp.Octets;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CommandTest {
    @Test
    void aLineGoesOutByteForByte() {
        Octets typed = Octets.of(new byte[] {'m', 'A', 'I', 'L', ' ', ' ', (byte) 0xe9, 0, '\t', '\r', 'x'});
        assertEquals(typed.plus(Octets.CRLF), new Command.Line(typed).encoded());
    }

    @Test
    void rawOctetsGetNothingAdded() {
        Octets octets = Octets.latin1("NOOP\nNOOP\r\n");
        assertEquals(octets, new Command.Raw(octets).encoded());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    AUTH PLAIN AGFteQBzM2NyZXRwdw==   | AUTH PLAIN ***
                    auth  login  YW15                 | auth  login ***
                    AUTH CRAM-MD5                     | AUTH CRAM-MD5
                    AUTH                              | AUTH
                    XCLIENT ADDR=192.0.2.1 LOGIN=amy  | XCLIENT ADDR=192.0.2.1 LOGIN=***
                    MAIL FROM:<amy@example.net>       | MAIL FROM:<amy@example.net>
                    """)
    void hidesWhatMustNotBeWrittenDown(String typed, String shown) {
        assertEquals(shown, new Command.Line(Octets.latin1(typed)).redacted().latin1());
        assertEquals(shown, new Command.Raw(Octets.latin1(typed)).redacted().latin1());
    }

    @Test
    void anAnswerToAChallengeIsHiddenButGivingUpIsNot() {
        assertEquals("***", answer("czNjcmV0cHc=").redacted().latin1());
        assertEquals("*", answer("*").redacted().latin1());
    }

    @ParameterizedTest
    @CsvSource({"RCTP,RCPT", "MALI,MAIL", "EHLOO,EHLO", "StartTSL,STARTTLS", "QIUT,QUIT"})
    void findsTheWordThatWasMeant(String typed, String meant) {
        Iterable<String> verbs =
                java.util.Arrays.stream(Verb.values()).map(Verb::name).toList();
        assertEquals(Optional.of(meant), Spelling.nearest(typed, verbs));
    }

    @Test
    void doesNotGuessWildly() {
        assertEquals(Optional.empty(), Spelling.nearest("banana", java.util.List.of("MAIL", "RCPT", "STARTTLS")));
    }

    private static Command answer(String typed) {
        return new Command.AuthAnswer(Octets.latin1(typed));
    }
}
