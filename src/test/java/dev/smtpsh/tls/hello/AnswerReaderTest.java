package dev.smtpsh.tls.hello;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.smtpsh.smtp.Octets;
import dev.smtpsh.tls.InMemoryHello;
import dev.smtpsh.tls.registry.CipherSuites;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class AnswerReaderTest {
    private static final Hello HELLO = new Hello(
            Hello.TLS_1_2,
            List.of(0xC02B, 0xC02F),
            List.of(0x17),
            List.of(0x0403, 0x0401),
            Optional.of("a.example"),
            false);

    @Test
    void a_server_of_ours_understands_a_hello_by_hand_and_its_answer_is_read() throws Exception {
        HelloAnswer answer = InMemoryHello.ask(new HelloWriter(new SplittableRandom(1)).write(HELLO));

        assertEquals(HelloAnswer.Kind.HELLO, answer.kind());
        assertEquals(Hello.TLS_1_2, answer.version());
        assertEquals(OptionalInt.of(0xC02B), answer.suite());
        assertEquals(OptionalInt.of(0x17), answer.group());
        assertEquals(OptionalInt.of(0x0403), answer.scheme());
        assertEquals(1, answer.certificates().size());
    }

    @Test
    void an_alert_is_an_answer() {
        AnswerReader reader = new AnswerReader();
        reader.record(21, new byte[] {2, 40});

        assertTrue(reader.done());
        assertEquals(HelloAnswer.Kind.ALERT, reader.answer().kind());
        assertEquals(Optional.of(40), reader.answer().alert());
    }

    @Test
    void a_warning_ends_nothing() {
        AnswerReader reader = new AnswerReader();
        reader.record(21, new byte[] {1, 112});

        assertFalse(reader.done());
    }

    @Test
    void whatever_comes_is_an_answer() throws Exception {
        Random random = new Random(7);
        byte[] honest = InMemoryHello.flight(new HelloWriter(new SplittableRandom(1)).write(HELLO));
        for (int i = 0; i < 3000; i++) {
            byte[] bent = honest.clone();
            for (int j = 0; j < 3; j++) {
                bent[random.nextInt(Math.min(bent.length, 200))] = (byte) random.nextInt();
            }
            AnswerReader reader = new AnswerReader();
            reader.record(random.nextInt(4) + 20, bent);
            reader.answer();
        }
    }

    @Test
    void suites_are_known_by_three_names() {
        CipherSuites suites = CipherSuites.shipped();

        assertEquals(
                0xC02F,
                suites.named("ECDHE-RSA-AES128-GCM-SHA256").orElseThrow().number());
        assertEquals(
                0xC02F,
                suites.named("tls_ecdhe_rsa_with_aes_128_gcm_sha256")
                        .orElseThrow()
                        .number());
        assertEquals(
                "TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256",
                suites.named("0xC02F").orElseThrow().name());
        assertEquals(Optional.empty(), suites.named("nonsense"));
        assertTrue(suites.named("TLS_RSA_WITH_RC4_128_SHA").orElseThrow().broken());
        assertTrue(suites.named("TLS_RSA_WITH_3DES_EDE_CBC_SHA").orElseThrow().dated());
    }

    @Test
    void ssl_3_says_nothing_but_its_suites() {
        Octets record = new HelloWriter(new SplittableRandom(1))
                .write(new Hello(Hello.SSL_3_0, List.of(0x2F), List.of(0x17), List.of(), Optional.of("a"), false));

        assertEquals(5 + 4 + 2 + 32 + 1 + 4 + 3, record.length());
    }
}
