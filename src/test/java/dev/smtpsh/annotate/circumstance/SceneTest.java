package dev.smtpsh.annotate.circumstance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.smtpsh.annotate.circumstance.Scene.MessageSize;
import dev.smtpsh.smtp.Octets;
import dev.smtpsh.smtp.command.Command;
import dev.smtpsh.smtp.reply.Reply;
import dev.smtpsh.smtp.state.SessionState;
import dev.smtpsh.smtp.state.Stage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is true of a conversation, told line by line: {@code C: S: C: S:}. */
class SceneTest {
    private static final String HELLO = "EHLO a.example => 250-mx SIZE 1000;250-SIZE 1000;250-STARTTLS;250 AUTH PLAIN";

    // The lines before | the last line and its reply | what has to be true | what must not be.
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', nullValues = "-", textBlock = """
                    -     | EHLO laptop => 550 no                       | plain hello-undotted not-logged-in | no-hello hello-literal tls
                    -     | EHLO localhost => 550 no                    | hello-undotted hello-localhost     | hello-literal
                    -     | EHLO localhost.localdomain => 550 no        | hello-localhost                    | hello-undotted
                    -     | HELO [192.0.2.1] => 550 no                  | hello-literal                      | hello-undotted
                    -     | EHLO mail.example => 550 no                 | plain                              | hello-undotted hello-localhost
                    -     | MAIL FROM:<> => 503 no                      | no-hello null-sender               | no-mail mail-open starttls-missing
                    -     | RCPT TO:<a@b.example> => 503 no             | no-hello no-mail                   | no-recipient
                    hello | MAIL FROM:<me@laptop> => 550 no             | starttls-offered auth-offered size-known sender-undotted | null-sender size-exceeded
                    hello | MAIL FROM:<me@a.example> SIZE=2000 => 552 no| size-exceeded                      | keyword-not-offered
                    hello | MAIL FROM:<me@a.example> SIZE=900 => 552 no | size-known                         | size-exceeded
                    hello | MAIL FROM:<me@a.example> BODY=8BITMIME => 555 no | keyword-not-offered           | slip
                    hello | MAIL FROM:<me@a.example> RET=FULL => 555 no | keyword-not-offered                | -
                    hello | MAIL FROM:<me@a.example> XOWN=1 => 555 no   | plain                              | keyword-not-offered
                    hello | MAIL FROM: <me@a.example> => 501 no         | slip                               | keyword-not-offered
                    hello | MAIL FROM: <me@a.example> => 450 no         | plain                              | slip
                    hello | MAIL FROM:<jürgen@a.example> => 553 no      | needs-smtputf8                     | -
                    hello | BDAT 10 LAST => 503 no                      | keyword-not-offered no-mail        | slip
                    hello | STARTTLS => 454 no                          | starttls-offered                   | keyword-not-offered tls
                    hello | AUTH CRAM-MD5 => 504 no                     | mechanism-missing                  | keyword-not-offered
                    hello | AUTH plain => 534 no                        | auth-offered                       | mechanism-missing
                    hello | ETRN a.example => 502 no                    | keyword-not-offered                | -
                    helo  | MAIL FROM:<me@a.example> SIZE=1 => 501 no   | keyword-not-offered auth-missing starttls-missing | auth-offered
                    mail  | MAIL FROM:<you@a.example> => 503 no         | mail-open no-recipient             | no-mail
                    mail  | DATA => 503 no                              | no-recipient mail-open             | all-refused no-mail
                    mail  | RCPT TO:<amy@a.example> => 550 no           | same-domain                        | null-sender
                    mail  | RCPT TO:<amy@b.example> => 550 no           | mail-open                          | same-domain
                    gone  | DATA => 554 no                              | all-refused                        | no-recipient
                    rcpt  | DATA => 451 no                              | mail-open                          | all-refused no-recipient no-mail
                    """)
    void what_is_true_is_found(String before, String last, String yes, String no) {
        Map<Circumstance, String> found = found(before == null ? "" : before.strip(), last);
        TreeSet<String> labels = new TreeSet<>();
        found.keySet().forEach(circumstance -> labels.add(circumstance.label()));
        for (String label : yes.split(" ")) {
            assertTrue(labels.contains(label), label + " in " + labels);
        }
        for (String label : no == null ? new String[0] : no.split(" ")) {
            assertFalse(labels.contains(label), label + " in " + labels);
        }
    }

    @Test
    void sentences_name_names() {
        assertEquals(
                "The EHLO name laptop has no dot.",
                found("", "EHLO laptop => 550 no").get(Circumstance.HELLO_UNDOTTED));
        assertEquals(
                "SIZE says 2000 octets; the server announced 1000 at most.",
                found("hello", "MAIL FROM:<a@b> SIZE=2000 => 552 no").get(Circumstance.SIZE_EXCEEDED));
        assertEquals(
                "The EHLO reply does not offer DSN, and RET is part of it.",
                found("hello", "MAIL FROM:<a@b> RET=FULL => 555 no").get(Circumstance.KEYWORD_NOT_OFFERED));
        assertEquals(
                "At character 11 of the line: no space after FROM: It ought to be: MAIL FROM:<jürgen@b.example> SMTPUTF8",
                found("hello", "MAIL FROM: <jürgen@b.example> SMTPUTF8 => 501 no")
                        .get(Circumstance.SLIP));
    }

    @Test
    void nothing_secret_is_in_a_sentence() {
        for (String line : List.of(
                "AUTH PLAIN AGFteQBzM2NyZXQ => 501 no",
                "AUTH AGFteQBzM2NyZXQ= => 504 no",
                "AUTH PLAIN a b => 501 no")) {
            String secret = line.split(" ")[line.startsWith("AUTH PLAIN") ? 2 : 1];
            found("hello", line).values().forEach(words -> assertFalse(words.contains(secret + " "), words));
            found("hello", line).values().forEach(words -> assertFalse(words.contains("AGF"), words));
        }
    }

    @Test
    void after_tls_a_hello_is_due_again() {
        SessionState state = SessionState.connected(true).greeted(Reply.of("220 mx"));
        Map<Circumstance, String> found =
                scene(state, "MAIL FROM:<>", 0, Optional.empty()).circumstances(Reply.of("503 no"));
        assertEquals("No EHLO was accepted since TLS began.", found.get(Circumstance.NO_HELLO));
        assertTrue(found.containsKey(Circumstance.TLS));
    }

    @Test
    void time_port_and_size_count() {
        SessionState ready = state("hello");
        Map<Circumstance, String> found = new Scene(
                        Stage.MESSAGE,
                        Optional.of(new Command.Message(InputStream::nullInputStream)),
                        ready,
                        Duration.ofSeconds(12),
                        OptionalInt.of(587),
                        Optional.of(new MessageSize(1001, true)))
                .circumstances(Reply.of("552 no"));
        assertEquals("The reply took 12 s.", found.get(Circumstance.SLOW));
        assertEquals(
                "The message has 1001 octets; the server announced 1000 at most.",
                found.get(Circumstance.SIZE_EXCEEDED));
        assertTrue(found.containsKey(Circumstance.SUBMISSION_PORT));
        assertTrue(found.containsKey(Circumstance.EIGHT_BIT));
        assertTrue(scene(ready, "NOOP", 25, Optional.empty())
                .circumstances(Reply.of("250 ok"))
                .containsKey(Circumstance.RELAY_PORT));
    }

    @Test
    void a_reply_shows_some_things_by_itself() {
        assertEquals(List.of(Circumstance.STATUS_DIFFERS), shown("550 4.2.2 full"));
        assertEquals(List.of(Circumstance.STATUS_DIFFERS), shown("250 5.1.1 hm"));
        assertEquals(List.of(Circumstance.PATH_GIVEN), shown("551 try <amy@b.example>"));
        assertEquals(List.of(), shown("551 try <somebody>"));
        assertEquals(List.of(), shown("550 5.1.1 no"));
        assertEquals(List.of(), shown("550 <amy@b.example> no"));
        assertEquals(List.of(), shown("hello"));
    }

    @Test
    void the_page_about_rules_has_every_circumstance() throws IOException {
        String page = Files.readString(Path.of("docs/rules.md"));
        for (Circumstance circumstance : Circumstance.values()) {
            assertTrue(page.contains("`" + circumstance.label() + "`"), circumstance.label());
        }
    }

    private static List<Circumstance> shown(String reply) {
        return new ArrayList<>(
                Circumstances.NONE.with(Reply.of(reply)).sentences().keySet());
    }

    private static Map<Circumstance, String> found(String before, String last) {
        String[] asked = last.strip().split(" => ");
        return scene(state(before), asked[0], 0, Optional.empty()).circumstances(Reply.of(asked[1]));
    }

    private static Scene scene(SessionState state, String line, int port, Optional<MessageSize> message) {
        Command command = new Command.Line(Octets.utf8(line));
        OptionalInt known = port == 0 ? OptionalInt.empty() : OptionalInt.of(port);
        return new Scene(Stage.of(command), Optional.of(command), state, Duration.ofMillis(20), known, message);
    }

    private static SessionState state(String name) {
        List<String> lines = switch (name) {
            case "hello" -> List.of(HELLO);
            case "helo" -> List.of("HELO a.example => 250 mx");
            case "mail" -> List.of(HELLO, "MAIL FROM:<me@a.example> => 250 ok");
            case "rcpt" -> List.of(HELLO, "MAIL FROM:<> => 250 ok", "RCPT TO:<a@b> => 250 ok");
            case "gone" -> List.of(HELLO, "MAIL FROM:<> => 250 ok", "RCPT TO:<a@b> => 550 no");
            default -> List.of();
        };
        SessionState state = SessionState.connected(false).greeted(Reply.of("220 mx"));
        for (String line : lines) {
            String[] asked = line.split(" => ");
            state = state.after(new Command.Line(Octets.utf8(asked[0])), Reply.of(asked[1].replace(";", "\n")));
        }
        return state;
    }
}
