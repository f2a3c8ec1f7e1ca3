package dev.smtpsh.diagnosis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.smtpsh.annotate.Annotation;
import dev.smtpsh.annotate.Annotator;
import dev.smtpsh.annotate.circumstance.Circumstance;
import dev.smtpsh.annotate.knowledge.Family;
import dev.smtpsh.annotate.matching.RuleAnnotator;
import dev.smtpsh.annotate.matching.ShippedRules;
import dev.smtpsh.session.Exchange;
import dev.smtpsh.smtp.Octets;
import dev.smtpsh.smtp.command.Command;
import dev.smtpsh.smtp.reply.Reply;
import dev.smtpsh.smtp.state.SessionState;
import dev.smtpsh.smtp.state.Stage;
import dev.smtpsh.wire.Target;
import java.io.ByteArrayInputStream;
import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class DiagnosisTest {
    private static final InetAddress LOOPBACK = InetAddress.getLoopbackAddress();
    private static final Annotator SHIPPED = ShippedRules.annotator();

    private SessionState state = SessionState.connected(false);
    private int number;

    @Test
    void the_same_answer_again_is_a_circumstance_and_asking_twice_is_not() {
        Diagnosis diagnosis = diagnosis(SHIPPED, "mx.example.net", 25);
        greet(diagnosis, "220 mx.example.net");
        say(diagnosis, "EHLO a.example", "250 mx.example.net");
        say(diagnosis, "MAIL FROM:<me@a.example>", "250 Ok");
        Exchange first = exchange("RCPT TO:<amy@b.example>", "450 No");
        assertEquals("code-450-rcpt", best(diagnosis, first));
        assertEquals(
                OptionalInt.empty(),
                diagnosis.remember(first, diagnosis.of(first).get(0)));
        assertEquals("code-450-rcpt", best(diagnosis, first));
        Exchange second = exchange("RCPT TO:<amy@b.example>", "450 No");
        List<Annotation> again = diagnosis.of(second);
        diagnosis.remember(second, again.get(0));
        assertEquals("session-again-later", again.get(0).rule());
        assertEquals("The same answer came before, at #3.", again.get(0).here().get(Circumstance.AGAIN));
        assertEquals(again, diagnosis.of(second));
        Exchange third = exchange("RCPT TO:<amy@b.example>", "450 No");
        assertEquals(
                OptionalInt.of(4), diagnosis.remember(third, diagnosis.of(third).get(0)));
    }

    @Test
    void provider_and_software_are_those_of_host_and_greeting() {
        Annotator annotator = new RuleAnnotator(List.of(
                Family.book("gmail-1: {code: 550, provider: Gmail}", "postfix-1: {code: 550, software: Postfix}")));
        Diagnosis byHost = diagnosis(annotator, "alt1.aspmx.l.google.com", 25);
        greet(byHost, "220 mx ESMTP");
        assertEquals("gmail-1", best(byHost, exchange("NOOP", "550 No")));
        Diagnosis byGreeting = diagnosis(annotator, "192.0.2.1", 25);
        greet(byGreeting, "220 mx.google.com ESMTP Postfix");
        assertEquals(2, byGreeting.of(exchange("NOOP", "550 No")).size());
        Diagnosis unknown = diagnosis(annotator, "mx.example.net", 25);
        greet(unknown, "220 mx.example.net ESMTP");
        assertTrue(best(unknown, exchange("NOOP", "550 No")).startsWith("last-resort"));
    }

    @Test
    void a_refused_message_is_measured() {
        Diagnosis diagnosis = diagnosis(SHIPPED, "mx.example.net", 25);
        greet(diagnosis, "220 mx.example.net");
        say(diagnosis, "EHLO a.example", "250-mx.example.net\n250 SIZE 10");
        Command message = new Command.Message(() ->
                new ByteArrayInputStream("Subject: größer\r\n".getBytes(java.nio.charset.StandardCharsets.UTF_8)));
        Exchange refused = exchange(Optional.of(message), Stage.MESSAGE, "552 No");
        Annotation best = diagnosis.of(refused).get(0);
        assertEquals("session-size-exceeded", best.rule());
        assertTrue(best.here().get(Circumstance.SIZE_EXCEEDED).startsWith("The message has 19 octets"));
        assertFalse(Measure.of(exchange(Optional.of(message), Stage.MESSAGE, "250 Ok"))
                .isPresent());
    }

    private static Diagnosis diagnosis(Annotator annotator, String host, int port) {
        return new Diagnosis(() -> annotator, Optional.of(new Target(host, LOOPBACK, port)));
    }

    private void greet(Diagnosis diagnosis, String reply) {
        state = SessionState.connected(false);
        number = 0;
        Reply greeting = Reply.of(reply);
        Exchange exchange = new Exchange(
                0,
                Stage.GREETING,
                Optional.empty(),
                greeting,
                Instant.EPOCH,
                Duration.ZERO,
                state,
                state.greeted(greeting),
                Optional.empty(),
                Optional.empty());
        state = exchange.after();
        diagnosis.remember(exchange, diagnosis.of(exchange).get(0));
    }

    private void say(Diagnosis diagnosis, String line, String reply) {
        Exchange exchange = exchange(line, reply);
        diagnosis.remember(exchange, diagnosis.of(exchange).get(0));
    }

    private static String best(Diagnosis diagnosis, Exchange exchange) {
        return diagnosis.of(exchange).get(0).rule();
    }

    private Exchange exchange(String line, String reply) {
        Command command = new Command.Line(Octets.utf8(line));
        return exchange(Optional.of(command), Stage.of(command), reply);
    }

    private Exchange exchange(Optional<Command> command, Stage stage, String text) {
        Reply reply = Reply.of(text);
        SessionState before = state;
        state = before.after(command.orElseThrow(), reply);
        return new Exchange(
                ++number,
                stage,
                command,
                reply,
                Instant.EPOCH,
                Duration.ofMillis(5),
                before,
                state,
                Optional.empty(),
                Optional.empty());
    }
}
