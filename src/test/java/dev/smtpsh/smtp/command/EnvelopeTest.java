package dev.smtpsh.smtp.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.smtpsh.smtp.Octets;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EnvelopeTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
                    MAIL FROM:<amy@example.net>                  | amy@example.net
                    mail from:<amy@example.net>                  | amy@example.net
                    MAIL FROM:<>                                 | ''
                    RCPT TO:<"a b>c"@example.net>                | "a b>c"@example.net
                    RCPT TO:<"a\\"b"@example.net>                | "a\\"b"@example.net
                    RCPT TO:<@relay.example:amy@example.net>     | @relay.example:amy@example.net
                    RCPT TO:<postmaster>                         | postmaster
                    """)
    void readsThePathOfAProperLine(String line, String path) {
        Envelope envelope = read(line);
        assertEquals(Optional.of(path), envelope.path());
        assertEquals(List.of(), envelope.slips());
    }

    // The line | the part that is marked | the line as it ought to be.
    @ParameterizedTest
    @CsvSource(delimiter = '|', ignoreLeadingAndTrailingWhitespace = true, textBlock = """
                    MAIL FROM: amy@example.net      | ' amy@example.net' | MAIL FROM:<amy@example.net>
                    MAIL FROM: <amy@example.net>    | ' '                | MAIL FROM:<amy@example.net>
                    MAIL FROM:amy@example.net       | amy@example.net    | MAIL FROM:<amy@example.net>
                    MAIL FROM:<amy@example.net      | <amy@example.net   | MAIL FROM:<amy@example.net>
                    MAIL FROM:amy@x SIZE=5          | amy@x              | MAIL FROM:<amy@x> SIZE=5
                    MAIL amy@example.net            | amy@example.net    | ''
                    MAIL FROM:                      | ''                 | MAIL FROM:<>
                    RCPT TO:<>                      | <>                 | ''
                    RCPT TO:<a@b>NOTIFY=NEVER       | NOTIFY=NEVER       | ''
                    """)
    void marksWhereALineBreaksTheGrammar(String line, String marked, String mended) {
        Slip slip = read(line).slips().get(0);
        assertEquals(marked, line.substring(slip.from(), slip.to()));
        assertEquals(mended, slip.mended());
    }

    @Test
    void readsParameters() {
        Envelope envelope = read("MAIL FROM:<a@b> SIZE=100 smtputf8 BODY=8BITMIME");
        assertEquals(Optional.of("100"), envelope.parameter("size"));
        assertEquals(Optional.of(""), envelope.parameter("SMTPUTF8"));
        assertEquals(Optional.empty(), envelope.parameter("RET"));
    }

    @Test
    void anyTailIsReadWithoutAnExceptionAndMarksStayInsideTheLine() {
        Random random = new Random(20261123);
        String likely = "<>@: \"\\ab=.\t";
        for (int round = 0; round < 20_000; round++) {
            StringBuilder line = new StringBuilder(random.nextBoolean() ? "MAIL FROM:" : "RCPT TO");
            for (int i = random.nextInt(12); i > 0; i--) {
                line.append(likely.charAt(random.nextInt(likely.length())));
            }
            for (Slip slip : read(line.toString()).slips()) {
                assertTrue(slip.from() <= slip.to() && slip.to() <= line.length(), line.toString());
            }
        }
    }

    private static Envelope read(String line) {
        return Envelope.read(new Command.Line(Octets.latin1(line)));
    }
}
