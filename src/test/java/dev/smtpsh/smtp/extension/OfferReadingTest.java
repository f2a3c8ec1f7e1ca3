package dev.smtpsh.smtp.extension;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.smtpsh.smtp.extension.Capabilities.Offer;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OfferReadingTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "SIZE 26214400 | ''",
                "SIZE | states no limit",
                "SIZE 0 | 0: no fixed limit",
                "SIZE big | 'states no number, which is wrong'",
                "AUTH | 'names no mechanism, which is wrong'",
                "LIMITS MAILMAX=10 RCPTMAX=50 | 'at most 10 messages in one connection, at most 50 recipients of one message'",
                "LIMITS XMAX=1 RCPTMAX=x | 'XMAX=1 (not known), RCPTMAX=x (not known)'",
                "DELIVERBY | no shortest time",
                "DELIVERBY 240 | 240 s at least",
                "FUTURERELEASE 86400 2030-01-31T08:00:00Z | '86400 s at most, until 2030-01-31T08:00:00Z at the latest'",
                "XCLIENT NAME ADDR | attributes NAME ADDR",
                "PIPELINING yes | 'takes no value, yet says yes'",
                "XEXCH50 | ''"
            })
    void valuesAreToldInWords(String line, String words) {
        List<String> parts = Arrays.asList(line.split(" "));
        assertEquals(words, OfferReading.words(new Offer(parts.get(0), parts.subList(1, parts.size()))));
    }
}
