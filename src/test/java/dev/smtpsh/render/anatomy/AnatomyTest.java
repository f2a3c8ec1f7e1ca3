package dev.smtpsh.render.anatomy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.smtpsh.smtp.Octets;
import dev.smtpsh.smtp.command.Command;
import dev.smtpsh.smtp.reply.EnhancedStatus;
import dev.smtpsh.smtp.reply.Reply;
import dev.smtpsh.smtp.reply.ReplyCode;
import dev.smtpsh.smtp.state.SessionState;
import dev.smtpsh.smtp.state.Stage;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;

class AnatomyTest {
    @Test
    void a_reply_code_is_severity_and_category_and_a_name() {
        assertEquals(
                "[4 = try again later, 5 = mail system, 451 = local error]",
                CodeAnatomy.of(new ReplyCode(451)).toString());
    }

    @Test
    void a_code_without_a_name_still_has_digits() {
        assertEquals(
                "[6 = not defined in SMTP, 5 = mail system]",
                CodeAnatomy.of(new ReplyCode(650)).toString());
    }

    @Test
    void an_enhanced_status_code_is_class_and_subject_and_detail() {
        assertEquals(
                "[5 = permanent, 7 = security or policy, 26 = several sender checks failed]",
                StatusAnatomy.of(new EnhancedStatus(5, 7, 26)).toString());
        assertEquals(
                "[4 = temporary, 9 = not registered, 99 = not registered]",
                StatusAnatomy.of(new EnhancedStatus(4, 9, 99)).toString());
    }

    @Test
    void every_code_that_can_be_sent_has_an_anatomy() {
        for (int value = 0; value <= 999; value++) {
            assertFalse(CodeAnatomy.of(new ReplyCode(value)).isEmpty());
        }
        for (int subject = 0; subject <= 999; subject += 1) {
            assertEquals(
                    3,
                    StatusAnatomy.of(new EnhancedStatus(5, subject, 999 - subject))
                            .size());
        }
    }

    @Test
    void the_way_of_a_message_shows_what_is_done_and_what_is_being_done() {
        SessionState state = SessionState.connected(false).greeted(Reply.of("220 mx.example.net"));
        assertEquals("EHLO > no TLS > MAIL > RCPT > DATA > message", Whereabouts.path(state, Stage.GREETING));
        state = after(state, "EHLO a.example", "250-mx.example.net\r\n250 STARTTLS");
        assertEquals("[EHLO done] > no TLS > MAIL > RCPT > DATA > message", Whereabouts.path(state, Stage.HELLO));
        state = after(state.withTls(), "EHLO a.example", "250-mx.example.net\r\n250 SIZE");
        state = after(state, "MAIL FROM:<>", "250 ok");
        state = after(state, "RCPT TO:<amy@example.net>", "450 later");
        assertEquals("EHLO done > TLS done > MAIL done > [RCPT] > DATA > message", Whereabouts.path(state, Stage.RCPT));
        assertEquals("Next comes RCPT; DATA needs a RCPT first", Whereabouts.next(state));
    }

    @Test
    void after_starttls_the_greeting_comes_again() {
        SessionState state = SessionState.connected(true).greeted(Reply.of("220 mx.example.net"));
        assertEquals("[TLS done] > EHLO > MAIL > RCPT > DATA > message", Whereabouts.path(state, Stage.STARTTLS));
        assertEquals("Next comes EHLO", Whereabouts.next(state));
    }

    @Test
    void a_challenge_is_shown_as_the_question_it_is() {
        assertEquals("It asks: \"Username:\"", Challenge.words(Reply.of("334 VXNlcm5hbWU6"), "LOGIN"));
        assertEquals("It waits for your answer, without a question.", Challenge.words(Reply.of("334 "), "LOGIN"));
        assertEquals(
                "The challenge is not base64, as RFC 4954 4 wants it.",
                Challenge.words(Reply.of("334 what's your name?"), "LOGIN"));
        String escape = Base64.getEncoder().encodeToString("\u001b[2Jhi".getBytes(StandardCharsets.UTF_8));
        assertEquals("It asks: \"^[[2Jhi\"", Challenge.words(Reply.of("334 " + escape), "LOGIN"));
    }

    private static SessionState after(SessionState state, String line, String reply) {
        return state.after(new Command.Line(Octets.utf8(line)), Reply.of(reply));
    }
}
