package dev.smtpsh.shell.connect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.smtpsh.wire.Target;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DetourTest {
    @ParameterizedTest
    @CsvSource({
        "mx.test:25=127.0.0.1:2525, MX.test, 25, 127.0.0.1, 2525",
        "mx.test=[::1]:2525, mx.test, 587, ::1, 2525",
        ":25=127.0.0.1, any.test, 25, 127.0.0.1, 25",
        "=127.0.0.1:2525, any.test, 465, 127.0.0.1, 2525",
        "mx.test:465=:2465, mx.test, 465, mx.test, 2465"
    })
    void aHostIsReachedElsewhere(String text, String host, int port, String there, int therePort) {
        TargetSpec.Host expected = new TargetSpec.Host(there, therePort, false);
        assertEquals(Optional.of(expected), Detour.of(List.of(read(text)), host, port));
    }

    @Test
    void othersGoWhereTheyWould() {
        assertEquals(Optional.empty(), Detour.of(List.of(read("mx.test:25=127.0.0.1:1")), "mx.test", 587));
        assertEquals(Optional.empty(), Detour.of(List.of(read("mx.test=127.0.0.1:1")), "other.test", 25));
    }

    @Test
    void aHostMayBeAPlaceOfThisMachine() {
        assertEquals(
                Optional.of(new TargetSpec.Here(new Target.Local(Path.of("/run/lmtp")))),
                Detour.of(List.of(read("mx.test=unix:/run/lmtp")), "mx.test", 24));
    }

    @ParameterizedTest
    @ValueSource(strings = {"mx.test:25", "mx.test:x=127.0.0.1:1", "a b=c", "mx.test=127.0.0.1:70000", "@d=x"})
    void whatIsNoDetourSaysWhy(String text) {
        Detour.Reading reading = Detour.read(text);
        assertEquals(Optional.empty(), reading.detour());
        assertFalse(reading.why().isEmpty());
    }

    private static Detour read(String text) {
        return Detour.read(text).detour().orElseThrow();
    }
}
