package dev.smtpsh.annotate.words;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LettersTest {
    @Test
    void it_reads_what_java_reads_and_nothing_else() {
        Random random = new Random(1);
        for (int i = 0; i < 200_000; i++) {
            byte[] octets = new byte[1 + random.nextInt(4)];
            random.nextBytes(octets);
            octets[0] |= (byte) 0x80;
            for (int at = 1; at < octets.length; at++) {
                octets[at] = random.nextInt(8) == 0 ? octets[at] : (byte) (octets[at] & 0x3f | 0x80);
            }
            int point = Letters.at(octets, 0, octets.length);
            int size = point < 0 ? octets.length : Letters.size(point);
            assertEquals(java(octets, size), point);
        }
    }

    private static int java(byte[] octets, int size) {
        for (int end = 1; end <= size; end++) {
            try {
                return StandardCharsets.UTF_8
                        .newDecoder()
                        .decode(ByteBuffer.wrap(octets, 0, end))
                        .codePoints()
                        .findFirst()
                        .orElseThrow();
            } catch (CharacterCodingException e) {
                continue;
            }
        }
        return Letters.BROKEN;
    }
}
