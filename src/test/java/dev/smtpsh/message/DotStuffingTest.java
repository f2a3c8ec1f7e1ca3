package dev.smtpsh.message;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.apache.commons.net.io.DotTerminatedMessageWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DotStuffingTest {
    // ~ stands for CRLF, ^ for LF, # for CR.
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    a~           | a~.~
                    ''           | .~
                    a            | a~.~
                    .~           | ..~.~
                    ..~          | ...~.~
                    .x~          | ..x~.~
                    a.b~         | a.b~.~
                    a^b          | a~b~.~
                    a^.^b        | a~..~b~.~
                    a#           | a#~.~
                    a#b~         | a#b~.~
                    """)
    void makesAMessageFitForTheWire(String content, String wire) {
        assertEquals(octets(wire), stuff(octets(content)));
    }

    @Test
    void agreesWithCommonsNetOnOrdinaryText() throws IOException {
        Random random = new Random(20261123);
        for (int round = 0; round < 2_000; round++) {
            // Commons Net does not double a dot that begins the very first line, so no message here begins with one.
            StringBuilder content = new StringBuilder("a");
            for (int i = random.nextInt(30); i > 0; i--) {
                content.append(".ab\n".charAt(random.nextInt(4)));
            }
            content.append("z\n");
            StringWriter judged = new StringWriter();
            try (DotTerminatedMessageWriter judge = new DotTerminatedMessageWriter(judged)) {
                new StringReader(content.toString()).transferTo(judge);
            }
            assertEquals(judged.toString(), stuff(content.toString()));
        }
    }

    private static String stuff(String content) {
        try (DotStuffing stuffed =
                new DotStuffing(new ByteArrayInputStream(content.getBytes(StandardCharsets.ISO_8859_1)))) {
            return new String(stuffed.readAllBytes(), StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String octets(String marks) {
        return marks.replace("~", "\r\n").replace('^', '\n').replace('#', '\r');
    }
}
