package dev.smtpsh.smtp.extension;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.smtpsh.smtp.reply.Reply;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CapabilitiesTest {
    @Test
    void readsWhatEhloOffers() {
        Capabilities offered =
                read("250-mx.example.net Hello\n250-SIZE 26214400\n250-starttls\n250-X-ODD a b\n250 8BITMIME");
        assertEquals("mx.example.net", offered.domain());
        assertTrue(offered.has(Extension.STARTTLS));
        assertFalse(offered.has(Extension.SMTPUTF8));
        assertEquals(Optional.of(26214400L), offered.sizeLimit());
        assertEquals(List.of("a", "b"), offered.offers().get(2).parameters());
        assertEquals(Optional.empty(), offered.offers().get(2).extension());
    }

    @Test
    void joinsTheOldAndTheNewFormOfAuth() {
        Capabilities offered = read("250-x\n250-AUTH=LOGIN PLAIN\n250 AUTH PLAIN cram-md5");
        assertEquals(List.of("LOGIN", "PLAIN", "CRAM-MD5"), offered.mechanisms());
    }

    @ParameterizedTest
    @CsvSource({
        "SIZE,-1",
        "SIZE 0,-1",
        "SIZE -5,-1",
        "SIZE big,-1",
        "SIZE 1000000000000000000000000000000,-1",
        "SIZE 5,5"
    })
    void aSizeThatIsNoLimitIsNone(String line, long limit) {
        assertEquals(limit, read("250-x\n250 " + line).sizeLimit().orElse(-1L));
    }

    @Test
    void aRefusalOffersNothing() {
        assertEquals(Capabilities.NONE, read("502 5.5.1 Unknown command"));
    }

    private static Capabilities read(String reply) {
        return Capabilities.read(Reply.of(reply));
    }
}
