package dev.smtpsh.shell.assist;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.smtpsh.smtp.Octets;
import dev.smtpsh.smtp.command.Command;
import dev.smtpsh.smtp.reply.Reply;
import dev.smtpsh.smtp.reply.ReplyLimits;
import dev.smtpsh.smtp.reply.ReplyParser;
import dev.smtpsh.smtp.state.SessionState;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CounselTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "MAIL FROM:<a@b.test> SIZE=9 | ''",
                "MAIL FROM:<a@b.test> SIZE=5000 | The server announced 1000 octets at most.",
                "MAIL FROM:<a@b.test> PRDR | PRDR is not offered by this server.",
                "MAIL FROM:<a@b.test> BY=120;R | 'BY needs DELIVERBY, which is not offered by this server.'",
                "MAIL FROM:<a@b.test> BODY=BINARYMIME | 'BODY needs BINARYMIME, which is not offered by this server.'",
                "RCPT TO:<a@b.test> NOTIFY=NEVER | 'NOTIFY needs DSN, which is not offered by this server.'",
                "RCPT TO:<a@bücher.test> | SMTPUTF8 is not offered by this server. In ASCII the same address is <a@xn--bcher-kva.test>.",
                "RCPT TO:<jürgen@b.test> | SMTPUTF8 is not offered by this server. Before the @ there is no ASCII form.",
                "NOOP | ''"
            })
    void whatIsNotOfferedIsSaid(String line, String words) {
        assertEquals(Optional.of(words).filter(text -> !text.isEmpty()), Counsel.on(line, offering("SIZE 1000")));
    }

    @Test
    void utf8WantsItsParameterOnMail() {
        SessionState state = offering("SMTPUTF8");
        assertEquals(
                Optional.of("An address outside ASCII wants SMTPUTF8 behind it."),
                Counsel.on("MAIL FROM:<jürgen@b.test>", state));
        assertEquals(Optional.empty(), Counsel.on("MAIL FROM:<jürgen@b.test> SMTPUTF8", state));
    }

    @Test
    void beforeAHelloNothingIsMissing() {
        assertEquals(Optional.empty(), Counsel.on("MAIL FROM:<a@b> PRDR", SessionState.connected(false)));
    }

    private static SessionState offering(String keyword) {
        ReplyParser parser = new ReplyParser(ReplyLimits.DEFAULT);
        parser.accept(Octets.latin1("250-mx\r\n"), false);
        Reply reply =
                parser.accept(Octets.latin1("250 " + keyword + "\r\n"), false).orElseThrow();
        return SessionState.connected(false).after(new Command.Line(Octets.latin1("EHLO probe")), reply);
    }
}
