package dev.smtpsh.sasl;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** PLAIN, LOGIN, CRAM-MD5, and the table of mechanisms. */
class MechanismTest {
    @Test
    void plain_says_all_in_one_answer_with_or_without_being_asked() {
        assertEquals("\0tim\0tanstaaftanstaaf", text(plain().initialResponse().orElseThrow()));
        Mechanism asked = plain();
        assertTrue(asked.missing().isPresent());
        assertEquals("\0tim\0tanstaaftanstaaf", answer(asked, ""));
        assertEquals(Optional.empty(), asked.missing());
        assertTrue(asked.respond(new byte[0]) instanceof Step.Wrong);
    }

    @Test
    void plain_cannot_carry_a_nul() {
        assertTrue(KnownMechanism.PLAIN.begin(keys("a\0b", "x"), "") instanceof Beginning.Unfit);
        assertTrue(KnownMechanism.PLAIN.begin(keys("a", "x\0"), "") instanceof Beginning.Unfit);
    }

    @Test
    void passwords_of_any_length_and_script_are_said_in_utf8() {
        String odd = "\r\n\u00e9\u20ac" + "x".repeat(10_000);
        Mechanism mechanism = begun(KnownMechanism.PLAIN, keys("a", odd));
        assertEquals("\0a\0" + odd, text(mechanism.initialResponse().orElseThrow()));
    }

    @Test
    void login_gives_the_user_then_the_password_however_it_is_asked() {
        Mechanism login = begun(KnownMechanism.LOGIN, keys("amy", "s3cretpw"));
        assertEquals(Optional.empty(), login.initialResponse());
        assertEquals("amy", answer(login, "User Name\0"));
        assertTrue(login.missing().isPresent());
        assertEquals("s3cretpw", answer(login, "Passwort:"));
        assertEquals(Optional.empty(), login.missing());
        assertTrue(login.respond(new byte[0]) instanceof Step.Wrong);
    }

    /** RFC 2195 2. */
    @Test
    void cram_md5_hashes_the_challenge_of_the_rfc() {
        Mechanism cram = begun(KnownMechanism.CRAM_MD5, keys("tim", "tanstaaftanstaaf"));
        assertEquals(Optional.empty(), cram.initialResponse());
        assertEquals(
                "tim b913a602c7eda7a495b4e6e7334d3890", answer(cram, "<1896.697170952@postoffice.reston.mci.net>"));
        assertTrue(cram.respond("<again>".getBytes(StandardCharsets.UTF_8)) instanceof Step.Wrong);
    }

    @Test
    void cram_md5_answers_no_empty_challenge_and_takes_an_empty_password() {
        assertTrue(begun(KnownMechanism.CRAM_MD5, keys("a", "x")).respond(new byte[0]) instanceof Step.Wrong);
        assertTrue(answer(begun(KnownMechanism.CRAM_MD5, keys("a", "")), "<x>").matches("a [0-9a-f]{32}"));
    }

    @Test
    void closing_wipes_the_password() {
        char[] password = "s3cretpw".toCharArray();
        begun(KnownMechanism.LOGIN, new Credentials("amy", password)).close();
        assertArrayEquals(new char[8], password);
    }

    @Test
    void the_best_comes_first_and_the_unknown_last() {
        List<String> sorted = Stream.of("X-ODD", "LOGIN", "PLAIN", "CRAM-MD5", "SCRAM-SHA-1", "scram-sha-256")
                .sorted(KnownMechanism.bestFirst())
                .toList();
        assertEquals(List.of("scram-sha-256", "SCRAM-SHA-1", "CRAM-MD5", "PLAIN", "LOGIN", "X-ODD"), sorted);
        assertEquals("ok under TLS", KnownMechanism.PLAIN.judgement(true));
        assertEquals("shows the password: STARTTLS first", KnownMechanism.PLAIN.judgement(false));
        assertFalse(KnownMechanism.GSSAPI.spoken());
        assertTrue(KnownMechanism.GSSAPI.begin(keys("a", "b"), "n") instanceof Beginning.Unfit);
    }

    @Test
    void nothing_that_is_printed_shows_a_secret() {
        Credentials keys = keys("amy", "s3cretpw");
        Step step = begun(KnownMechanism.PLAIN, keys).respond(new byte[0]);
        assertFalse((keys + " " + step).contains("s3cretpw"));
    }

    private static Mechanism plain() {
        return begun(KnownMechanism.PLAIN, keys("tim", "tanstaaftanstaaf"));
    }

    static Credentials keys(String user, String password) {
        return new Credentials(user, password.toCharArray());
    }

    private static Mechanism begun(KnownMechanism known, Credentials keys) {
        return ((Beginning.Ready) known.begin(keys, "nonce")).mechanism();
    }

    static String answer(Mechanism mechanism, String challenge) {
        Step step = mechanism.respond(challenge.getBytes(StandardCharsets.UTF_8));
        assertTrue(step instanceof Step.Answer, step.toString());
        return text(((Step.Answer) step).octets());
    }

    static String text(byte[] octets) {
        return new String(octets, StandardCharsets.UTF_8);
    }
}
