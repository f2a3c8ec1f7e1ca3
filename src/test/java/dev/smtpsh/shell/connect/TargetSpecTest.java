package dev.smtpsh.shell.connect;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TargetSpecTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    mx.example.net            | mx.example.net 25 plain
                    mx.example.net:587        | mx.example.net 587 plain
                    mx.example.net:465        | mx.example.net 465 tls
                    2001:db8::1               | 2001:db8::1 25 plain
                    [2001:db8::1]             | 2001:db8::1 25 plain
                    [2001:db8::1]:2525        | 2001:db8::1 2525 plain
                    smtp://mx.example.net     | mx.example.net 25 plain
                    SMTPS://mx.example.net/   | mx.example.net 465 tls
                    smtps://mx.example.net:25 | mx.example.net 25 tls
                    practice                  | practice normal
                    practice:greylist         | practice greylist
                    mx:0                      | unclear
                    mx:65536                  | unclear
                    mx:smtp                   | unclear
                    mx:                       | unclear
                    http://mx                 | unclear
                    a b                       | unclear
                    @example.net              | mail of example.net 25 plain
                    @Example.net.:465         | mail of Example.net 465 tls
                    @bücher.example:2525      | mail of xn--bcher-kva.example 2525 plain
                    @                         | unclear
                    @amy@example.net          | unclear
                    @a..b                     | unclear
                    amy@example.net           | unclear
                    ''                        | unclear
                    """)
    void readsWhatAnOperatorCallsATarget(String text, String expected) {
        assertEquals(expected, describe(TargetSpec.read(text, Optional.empty())));
    }

    private static String describe(TargetSpec target) {
        if (target instanceof TargetSpec.Host host) {
            return host.name() + " " + host.port() + (host.tlsOnConnect() ? " tls" : " plain");
        }
        if (target instanceof TargetSpec.Domain domain) {
            return "mail of " + domain.name() + " " + domain.port() + (domain.tlsOnConnect() ? " tls" : " plain");
        }
        return target instanceof TargetSpec.Practice practice ? "practice " + practice.scenario() : "unclear";
    }
}
