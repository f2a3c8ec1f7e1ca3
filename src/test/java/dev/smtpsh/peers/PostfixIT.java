package dev.smtpsh.peers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import org.apache.commons.net.smtp.SMTPClient;
import org.apache.commons.net.smtp.SMTPReply;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The private Postfix is what its description says; swaks and Commons Net's own client are the judges. */
@Timeout(120)
class PostfixIT {
    private static Postfix postfix;

    @BeforeAll
    static void start() throws IOException {
        postfix = Postfix.start();
    }

    @AfterAll
    static void stop() {
        if (postfix != null) {
            postfix.close();
        }
    }

    @Test
    void it_greets_and_offers_starttls() throws IOException {
        SMTPClient client = connected();
        assertEquals(
                "220 mx.practice.test ESMTP Postfix", client.getReplyString().trim());
        assertEquals(SMTPReply.ACTION_OK, client.sendCommand("EHLO", "test.example"));
        assertTrue(client.getReplyString().contains("250-STARTTLS\r\n"), client.getReplyString());
        client.disconnect();
    }

    @Test
    void it_knows_amy_and_nobody_else() throws IOException {
        SMTPClient client = connected();
        client.helo("test.example");
        client.mail("<mary@example.org>");
        assertEquals(250, client.rcpt("<amy@practice.test>"));
        assertEquals(550, client.rcpt("<zoe@practice.test>"));
        assertTrue(client.getReplyString().startsWith("550 5.1.1 "), client.getReplyString());
        client.disconnect();
    }

    @Test
    void it_does_not_relay_even_for_its_own_machine() throws IOException {
        SMTPClient client = connected();
        client.helo("test.example");
        client.mail("<mary@example.org>");
        assertEquals(554, client.rcpt("<jo@example.net>"));
        assertTrue(client.getReplyString().startsWith("554 5.7.1 "), client.getReplyString());
        client.disconnect();
    }

    @Test
    void it_starts_tls_with_the_certificate_it_says() {
        Program.Result seen = Program.of(
                        "openssl",
                        "s_client",
                        "-starttls",
                        "smtp",
                        "-brief",
                        "-verify_return_error",
                        "-verify_hostname",
                        Postfix.HOST,
                        "-CAfile",
                        postfix.certificate().toString(),
                        "-connect",
                        "127.0.0.1:" + postfix.port())
                .input("QUIT\r\n")
                .run();
        assertTrue(seen.err().contains("Verification: OK"), () -> String.valueOf(seen));
    }

    @Test
    void it_takes_a_message_from_swaks_and_delivers_it() throws Exception {
        Peers.require("swaks");
        Program.Result sent =
                swaks("--to", "bob@practice.test", "--body", "swaks was here").run();
        sent.wentWell();
        assertTrue(sent.out().contains("<-  221 "), sent.out());
        String queued = sent.out().replaceAll("(?s).*queued as (\\w+).*", "$1");
        // The log says "removed" only after the delivery.
        while (!postfix.log().contains(queued + ": removed")) {
            Thread.onSpinWait();
        }
        assertTrue(postfix.mailOf("bob").get(0).contains("\nswaks was here\n"), () -> String.valueOf(sent));
    }

    @Test
    void swaks_is_refused_where_commons_net_is() {
        Peers.require("swaks");
        Program.Result refused = swaks("--to", "zoe@practice.test").run();
        // swaks exits with 24 when no recipient was accepted.
        assertEquals(24, refused.exit(), refused.out());
        assertTrue(refused.out().contains("<** 550 5.1.1 <zoe@practice.test>"), refused.out());
    }

    @Test
    void after_close_nothing_listens_and_nothing_is_left() throws IOException {
        Postfix second = Postfix.start();
        assertFalse(second.port() == postfix.port());
        second.close();
        assertThrows(ConnectException.class, () -> new Socket(InetAddress.getLoopbackAddress(), second.port()).close());
        assertFalse(Files.exists(second.certificate()));
        second.close();
    }

    private static SMTPClient connected() throws IOException {
        SMTPClient client = new SMTPClient();
        client.connect(InetAddress.getLoopbackAddress(), postfix.port());
        return client;
    }

    private static Program swaks(String... arguments) {
        String[] all = {"swaks", "--server", "127.0.0.1:" + postfix.port(), "--from", "mary@example.org"};
        String[] command = new String[all.length + arguments.length];
        System.arraycopy(all, 0, command, 0, all.length);
        System.arraycopy(arguments, 0, command, all.length, arguments.length);
        return Program.of(command);
    }
}
