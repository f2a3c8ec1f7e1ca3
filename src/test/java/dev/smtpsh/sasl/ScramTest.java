package dev.smtpsh.sasl;

import static dev.smtpsh.sasl.MechanismTest.answer;
import static dev.smtpsh.sasl.MechanismTest.keys;
import static dev.smtpsh.sasl.MechanismTest.text;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScramTest {
    private static final String OURS = "rOprNGfwEbeRWgbNEkqO";
    private static final String FIRST =
            "r=" + OURS + "%hvYDpWUa2RaTCAfuxFIlj)hNlF$k0,s=W22ZaJ0SNY7soEsUEjb6gQ==,i=4096";
    private static final String FINAL = "v=6rriTRBi23WpRR/wtup+mMhUZUn/dB5nLTJRsjl95G4=";

    /** RFC 5802 5. */
    @Test
    void sha_1_as_in_the_rfc() {
        Mechanism scram = begun(KnownMechanism.SCRAM_SHA_1, "fyko+d2lbbFgONRv9qkxdawL");
        assertEquals(
                "n,,n=user,r=fyko+d2lbbFgONRv9qkxdawL",
                text(scram.initialResponse().orElseThrow()));
        assertEquals(
                "c=biws,r=fyko+d2lbbFgONRv9qkxdawL3rfcNHYJY1ZVvWVs7j,p=v0X8v3Bz2T0CJGbJQyF0X+HI4Ts=",
                answer(scram, "r=fyko+d2lbbFgONRv9qkxdawL3rfcNHYJY1ZVvWVs7j,s=QSXCR+Q6sek8bf92,i=4096"));
        assertTrue(scram.missing().isPresent());
        assertTrue(respond(scram, "v=rmF9pqV8S7suAoZWja4dJRkFsKQ=") instanceof Step.Finished);
        assertEquals(Optional.empty(), scram.missing());
    }

    /** RFC 7677 3. */
    @Test
    void sha_256_as_in_the_rfc() {
        Mechanism scram = begun(KnownMechanism.SCRAM_SHA_256, OURS);
        assertEquals("n,,n=user,r=" + OURS, answer(scram, ""));
        assertEquals(
                "c=biws,r=" + OURS + "%hvYDpWUa2RaTCAfuxFIlj)hNlF$k0"
                        + ",p=dHzbZapWIk4jUhN+Ute9ytag9zjfMHgsqmmiz7AndVQ=",
                answer(scram, FIRST));
        assertTrue(respond(scram, FINAL) instanceof Step.Finished);
        assertTrue(respond(scram, "") instanceof Step.Wrong);
    }

    @Test
    void a_name_may_hold_commas_and_equals_signs() {
        Mechanism scram = ((Beginning.Ready) KnownMechanism.SCRAM_SHA_512.begin(keys("a=b,c", "x"), OURS)).mechanism();
        assertEquals("SCRAM-SHA-512", scram.name());
        assertEquals("n,,n=a=3Db=2Cc,r=" + OURS, text(scram.initialResponse().orElseThrow()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''| sends nothing",
                "hello| is not r=nonce",
                "m=x,r=rOprNGfwEbeRWgbNEkqOx,s=QQ==,i=4096| is not r=nonce",
                "r=rOprNGfwEbeRWgbNEkqOx,s=,i=4096| is not r=nonce",
                "r=rOprNGfwEbeRWgbNEkqOx,s=Q,i=4096| is not r=nonce",
                "r=rOprNGfwEbeRWgbNEkqOx,s=QQ==,i=0| is not r=nonce",
                "r=rOprNGfwEbeRWgbNEkqOx,s=QQ==,i=-5| is not r=nonce",
                "r=rOprNGfwEbeRWgbNEkqOx,s=QQ==,i=1| only 1 rounds",
                "r=rOprNGfwEbeRWgbNEkqOx,s=QQ==,i=4095| only 4095 rounds",
                "r=rOprNGfwEbeRWgbNEkqOx,s=QQ==,i=1000001| more than 1000000 rounds",
                "r=rOprNGfwEbeRWgbNEkqOx,s=QQ==,i=1000000000| more than 1000000 rounds",
                "r=rOprNGfwEbeRWgbNEkqOx,s=QQ==,i=99999999999999999999| more than 1000000 rounds",
                "r=rOprNGfwEbeRWgbNEkqO,s=QQ==,i=4096| does not extend ours",
                "r=xrOprNGfwEbeRWgbNEkqO,s=QQ==,i=4096| does not extend ours",
            })
    void a_first_message_that_must_not_be_answered(String message, String why) {
        Mechanism scram = begun(KnownMechanism.SCRAM_SHA_256, OURS);
        scram.initialResponse();
        Step step = respond(scram, message);
        assertTrue(step instanceof Step.Wrong wrong && wrong.why().contains(why), step.toString());
        assertTrue(scram.missing().isPresent());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''| is not v=signature",
                "v=!| is not v=signature",
                "e=invalid-proof| refuses the proof",
                "v=AAAA| signature is wrong",
                "v=6rriTRBi23WpRR/wtup+mMhUZUn/dB5nLTJRsjl95G8=| signature is wrong",
            })
    void a_last_message_that_must_not_be_believed(String message, String why) {
        Mechanism scram = begun(KnownMechanism.SCRAM_SHA_256, OURS);
        scram.initialResponse();
        respond(scram, FIRST);
        Step step = respond(scram, message);
        assertTrue(step instanceof Step.Wrong wrong && wrong.why().contains(why), step.toString());
        assertTrue(scram.missing().isPresent());
    }

    @Test
    void a_server_that_speaks_first_is_not_answered() {
        assertTrue(respond(begun(KnownMechanism.SCRAM_SHA_256, OURS), FIRST) instanceof Step.Wrong);
    }

    @Test
    void an_empty_password_is_a_password() {
        Mechanism scram = ((Beginning.Ready) KnownMechanism.SCRAM_SHA_256.begin(keys("user", ""), OURS)).mechanism();
        scram.initialResponse();
        assertTrue(respond(scram, FIRST) instanceof Step.Answer);
    }

    /** RFC 4013 3. */
    @ParameterizedTest
    @CsvSource({"I\u00adX, IX", "user, user", "USER, USER", "\u00aa, a", "\u2168, IX", "a\u00a0b, a b"})
    void names_are_prepared_as_in_the_rfc(String typed, String prepared) {
        assertEquals(prepared, new String(SaslPrep.prepare(typed.toCharArray()).orElseThrow()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u0007", "\u06271", "a\u0627", "x\ufffd", "x\ue000", "\ud800"})
    void some_names_are_not_allowed(String typed) {
        assertEquals(Optional.empty(), SaslPrep.prepare(typed.toCharArray()));
        assertTrue(KnownMechanism.SCRAM_SHA_256.begin(keys(typed, "x"), OURS) instanceof Beginning.Unfit);
        assertTrue(KnownMechanism.SCRAM_SHA_256.begin(keys("x", typed), OURS) instanceof Beginning.Unfit);
    }

    @Test
    void challenges_are_told_in_words_without_what_is_secret() {
        assertEquals(
                "It sends a nonce of 50 characters (r), a salt of 16 octets (s) and wants 4096 rounds of hashing (i).",
                reading(FIRST));
        assertEquals("It says that it has proved itself (v=***); an empty line ends the login.", reading(FINAL));
        assertEquals(Optional.empty(), ChallengeReading.of("LOGIN", "Username:".getBytes(StandardCharsets.UTF_8)));
        assertEquals(Optional.empty(), ChallengeReading.of("SCRAM-SHA-1", "hello".getBytes(StandardCharsets.UTF_8)));
    }

    private static String reading(String challenge) {
        return ChallengeReading.of("SCRAM-SHA-256", challenge.getBytes(StandardCharsets.UTF_8))
                .orElseThrow();
    }

    private static Mechanism begun(KnownMechanism known, String nonce) {
        return ((Beginning.Ready) known.begin(keys("user", "pencil"), nonce)).mechanism();
    }

    private static Step respond(Mechanism mechanism, String challenge) {
        return mechanism.respond(challenge.getBytes(StandardCharsets.UTF_8));
    }
}
