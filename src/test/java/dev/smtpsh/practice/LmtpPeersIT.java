package dev.smtpsh.practice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.smtpsh.peers.Peers;
import dev.smtpsh.peers.Postfix;
import dev.smtpsh.peers.Program;
import dev.smtpsh.practice.mail.StoredMessage;
import dev.smtpsh.practice.scenario.ShippedScenarios;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Programs made by others speak LMTP, and send chunks, with the practice server. */
@Timeout(120)
class LmtpPeersIT {
    @TempDir
    Path folder;

    @Test
    void swaks_speaks_lmtp_and_reads_a_reply_for_each_recipient() throws Exception {
        Peers.require("swaks");
        try (PracticeServer server = start("lmtp")) {
            Program.Result result = swaks(server, "LMTP", "amy@practice.test,carl@practice.test,bob@practice.test");
            String said = result.out() + result.err();
            assertTrue(said.contains("-> LHLO client.test"), said);
            assertEquals(2, count(said, "250 2.0.0 Message taken"), said);
            assertTrue(said.contains("452 4.2.2 <carl@practice.test> Mailbox full"), said);
            assertEquals(List.of("amy@practice.test", "bob@practice.test"), recipients(server, 0));
        }
    }

    @Test
    void swaks_finds_out_that_lmtp_is_not_smtp() throws Exception {
        Peers.require("swaks");
        try (PracticeServer lmtp = start("lmtp");
                PracticeServer smtp = start("normal")) {
            assertTrue(swaks(lmtp, "ESMTP", "amy@practice.test").out().contains("<** 500 5.5.1 This is LMTP"));
            assertTrue(swaks(smtp, "LMTP", "amy@practice.test").out().contains("<** 502 5.5.1 LHLO"));
        }
    }

    @Test
    void python_speaks_lmtp() throws Exception {
        Peers.require("python3");
        try (PracticeServer server = start("lmtp")) {
            String program = String.join(
                    "\n",
                    "import smtplib, sys",
                    "with smtplib.LMTP('127.0.0.1', int(sys.argv[1]), 'client.test') as client:",
                    "    client.ehlo()",
                    "    print(client.has_extn('chunking'), client.has_extn('binarymime'))",
                    "    client.sendmail('jo@client.test', ['amy@practice.test'], 'Subject: x\\r\\n\\r\\n.x\\r\\n')",
                    "    try:",
                    "        client.sendmail('jo@client.test', ['carl@practice.test'], 'Subject: y\\r\\n\\r\\ny\\r\\n')",
                    "    except smtplib.SMTPDataError as e:",
                    "        print(e.smtp_code)");
            Path script = Files.writeString(folder.resolve("lmtp.py"), program);
            Program.Result result = Program.of("python3", script.toString(), "" + server.port())
                    .run()
                    .wentWell();
            assertEquals("True True\n452\n", result.out());
            assertEquals("Subject: x\r\n\r\n.x\r\n", content(server, 0));
        }
    }

    @Test
    void postfix_delivers_by_lmtp_and_keeps_what_one_recipient_was_denied() throws Exception {
        try (PracticeServer server = start("lmtp");
                Postfix postfix = Postfix.startWith(
                        "local_transport = lmtp:inet:127.0.0.1:" + server.port() + "\n" + "local_recipient_maps =\n")) {
            submit(postfix, "amy@practice.test,carl@practice.test,zoe@practice.test");
            String log = awaitLog(postfix, "status=bounced", "status=deferred", "status=sent");
            assertTrue(log.contains("to=<amy@practice.test>") && log.contains("status=sent (250 2.0.0"), log);
            assertTrue(log.contains("status=deferred") && log.contains("452 4.2.2 <carl@practice.test>"), log);
            assertTrue(log.contains("550 5.1.1 <zoe@practice.test>"), log);
            assertEquals(List.of("amy@practice.test"), recipients(server, 0));
        }
    }

    @Test
    void postfix_delivers_by_smtp_inside_tls() throws Exception {
        try (PracticeServer server = start("normal");
                Postfix postfix = Postfix.startWith("local_transport = smtp:[127.0.0.1]:" + server.port() + "\n"
                        + "local_recipient_maps =\n"
                        + "myhostname = out.client.test\n"
                        + "smtp_tls_security_level = encrypt\n")) {
            submit(postfix, "amy@practice.test");
            awaitLog(postfix, "status=sent");
            StoredMessage message = server.mailroom().messages().get(0);
            assertTrue(message.secured());
            assertEquals("out.client.test", message.name());
            assertTrue(message.content().latin1().startsWith("Received: from "), message::toString);
        }
    }

    @Test
    void perl_sends_chunks() throws Exception {
        Peers.require("perl");
        try (PracticeServer server = start("binary")) {
            String program = String.join(
                    "\n",
                    "use strict; use Net::SMTP;",
                    "my $c = Net::SMTP->new('127.0.0.1', Port => $ARGV[0], Hello => 'client.test') or die;",
                    "die unless defined $c->supports('CHUNKING');",
                    "$c->mail('jo@client.test', Bits => 'binary') or die $c->message;",
                    "$c->to('amy@practice.test') or die $c->message;",
                    "$c->bdat(\"Subject: x\\r\\n\\r\\n.\\r\\n\\0\") or die $c->message;",
                    "$c->bdatlast(\"\\xff\\n.\") or die $c->message;",
                    "$c->quit;");
            Path script = Files.writeString(folder.resolve("chunks.pl"), program);
            Program.of("perl", script.toString(), "" + server.port()).run().wentWell();
            assertEquals("Subject: x\r\n\r\n.\r\n\0\u00ff\n.", content(server, 0));
            assertEquals(
                    List.of("BODY=BINARYMIME"),
                    server.mailroom().messages().get(0).parameters());
        }
    }

    private static void submit(Postfix postfix, String recipients) {
        Peers.require("swaks");
        Program.of("swaks", "--server", "127.0.0.1:" + postfix.port(), "--from", "jo@client.test", "--to", recipients)
                .run()
                .wentWell();
    }

    private static String awaitLog(Postfix postfix, String... words) throws IOException {
        while (!Arrays.stream(words).allMatch(postfix.log()::contains)) {
            Thread.onSpinWait();
        }
        return postfix.log();
    }

    private static Program.Result swaks(PracticeServer server, String protocol, String recipients) {
        return Program.of(
                        "swaks",
                        "--protocol",
                        protocol,
                        "--server",
                        "127.0.0.1:" + server.port(),
                        "--helo",
                        "client.test",
                        "--from",
                        "jo@client.test",
                        "--to",
                        recipients)
                .run();
    }

    private static PracticeServer start(String scenario) throws IOException {
        return PracticeServer.start(ShippedScenarios.named(scenario).orElseThrow(), Setup.ordinary());
    }

    private static String content(PracticeServer server, int message) {
        return server.mailroom().messages().get(message).content().latin1();
    }

    private static List<String> recipients(PracticeServer server, int message) {
        return server.mailroom().messages().get(message).recipients().stream()
                .map(StoredMessage.Recipient::path)
                .toList();
    }

    private static int count(String text, String words) {
        return text.split(Pattern.quote(words), -1).length - 1;
    }
}
