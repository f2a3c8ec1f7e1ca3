package dev.smtpsh.tls;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.Set;
import org.bouncycastle.tls.AlertDescription;
import org.junit.jupiter.api.Test;

class AlertMeaningTest {
    @Test
    void every_alert_bouncy_castle_knows_has_the_same_name_here() {
        for (int number = 0; number < 256; number++) {
            String theirs = AlertDescription.getName((short) number);
            if (!theirs.equals("UNKNOWN")) {
                assertEquals(theirs, AlertMeaning.name(number));
            }
        }
    }

    @Test
    void numbers_and_sentences_are_unique() {
        Set<Integer> numbers = new HashSet<>();
        Set<String> sentences = new HashSet<>();
        for (AlertMeaning meaning : AlertMeaning.values()) {
            assertTrue(numbers.add(meaning.number()), meaning.name());
            assertTrue(sentences.add(AlertMeaning.received(meaning.number())), meaning.name());
            assertFalse(AlertMeaning.received(meaning.number()).endsWith("."), meaning.name());
        }
    }

    @Test
    void an_alert_nobody_registered_keeps_its_number() {
        assertEquals("alert 99", Alert.received(99).name());
        assertEquals(
                "the server sent an alert that is not registered",
                Alert.received(99).words());
    }

    @Test
    void an_alert_of_ours_says_so_and_why() {
        Alert ours = Alert.raised(51, "bad signature");

        assertTrue(ours.ours());
        assertEquals("decrypt_error", ours.name());
        assertEquals("smtpsh ended TLS: a signature of the server is wrong (bad signature)", ours.words());
    }
}
