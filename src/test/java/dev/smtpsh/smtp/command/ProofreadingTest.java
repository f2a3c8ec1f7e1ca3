package dev.smtpsh.smtp.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.smtpsh.smtp.Octets;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProofreadingTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "EHLO probe.example.org",
                "ehlo laptop",
                "EHLO [192.0.2.1]",
                "EHLO [IPv6:2001:db8::1]",
                "HELO a-b.example",
                "MAIL FROM:<>",
                "MAIL FROM:<amy@example.net>",
                "mail from:<amy+tag@example.net> size=100 BODY=8BITMIME RET=HDRS ENVID=a1",
                "MAIL FROM:<jürgen@example.net> SMTPUTF8",
                "MAIL FROM:<a@b> X-OWN=1 AUTH=<>",
                "RCPT TO:<amy@example.net> NOTIFY=SUCCESS,FAILURE ORCPT=rfc822;amy@example.net",
                "RCPT TO:<amy@example.net> RRVS=2030-01-31T08:00:00Z;C CONNEG",
                "MAIL FROM:<amy@example.net> BY=120;RT MT-PRIORITY=-3 HOLDFOR=60 ENVID=QQ314159 AUTH=<> PRDR CONPERM",
                "MAIL FROM:<amy@example.net> HOLDUNTIL=2030-01-31T08:00:00+01:00 AUTH=e+3Dmc2@example.com",
                "RCPT TO:<Postmaster>",
                "RCPT TO:<\"a b>c\"@example.net>",
                "RCPT TO:<@relay.example,@two.example:amy@example.net>",
                "RCPT TO:<jürgen@exämple.net>",
                "RCPT TO:<amy@[192.0.2.1]>",
                "DATA",
                "DATA ",
                "RSET",
                "QUIT",
                "NOOP anything at all",
                "HELP MAIL",
                "VRFY amy",
                "EXPN staff",
                "STARTTLS",
                "AUTH PLAIN",
                "AUTH CRAM-MD5",
                "AUTH PLAIN =",
                "AUTH PLAIN AGFteQBzM2NyZXQ=",
                "BDAT 100",
                "BDAT 0 LAST",
                "ETRN example.net",
                "XWHATEVER 5"
            })
    void a_proper_line_has_no_slip(String line) {
        assertEquals(Optional.empty(), slip(line));
    }

    // The line | the octets marked; ^ alone is a place without any | the line as it ought to be, if that can be told.
    @ParameterizedTest
    @CsvSource(delimiter = '|', ignoreLeadingAndTrailingWhitespace = true, quoteCharacter = '~', textBlock = """
                    EHLO                                     | ^            | ~~
                    EHLO my_host.example                     | _            | ~~
                    EHLO 192.0.2.1                           | 192.0.2.1    | EHLO [192.0.2.1]
                    EHLO 2001:db8::1                         | 2001:db8::1  | EHLO [IPv6:2001:db8::1]
                    EHLO [2001:db8::1]                       | 2001:db8::1  | EHLO [IPv6:2001:db8::1]
                    EHLO [192.0.2.1                          | ^            | EHLO [192.0.2.1]
                    EHLO [mail.example]                      | mail.example | ~~
                    EHLO [192.0.2.1].                        | .            | EHLO [192.0.2.1]
                    EHLO mail.example.                       | .            | EHLO mail.example
                    EHLO .mail.example                       | .            | EHLO mail.example
                    EHLO mail..example                       | .            | EHLO mail.example
                    EHLO -mail.example                       | -            | ~~
                    EHLO mail-.example                       | -            | ~~
                    EHLO <mail.example>                      | <            | ~~
                    EHLO mail.example hello                  | ~ hello~     | EHLO mail.example
                    EHLO: mail.example                       | :            | EHLO mail.example
                    EHLO exämple.net                         | Ã¤           | ~~
                    MAIL FROM: amy@example.net               | ~ amy@example.net~ | MAIL FROM:<amy@example.net>
                    MAIL FROM: <amy@example.net>             | ~ ~          | MAIL FROM:<amy@example.net>
                    MAIL FROM:amy@example.net                | amy@example.net | MAIL FROM:<amy@example.net>
                    MAIL FROM:amy@example.net SIZE=5         | amy@example.net | MAIL FROM:<amy@example.net> SIZE=5
                    MAIL FROM:"amy@example.net"              | "amy@example.net" | MAIL FROM:<amy@example.net>
                    MAIL FROM:[amy@example.net]              | [amy@example.net] | MAIL FROM:<amy@example.net>
                    MAIL FROM:Amy B <amy@example.net>        | ~Amy B ~     | MAIL FROM:<amy@example.net>
                    MAIL FROM:                               | ^            | MAIL FROM:<>
                    MAIL FROM <amy@example.net>              | ~ ~          | MAIL FROM:<amy@example.net>
                    MAIL FROM :<amy@example.net>             | ~ ~          | MAIL FROM:<amy@example.net>
                    MAIL FROM<amy@example.net>               | <            | MAIL FROM:<amy@example.net>
                    MAIL TO:<amy@example.net>                | TO           | MAIL FROM:<amy@example.net>
                    MAIL <amy@example.net>                   | <amy@example.net> | MAIL FROM:<amy@example.net>
                    MAIL amy@example.net                     | amy@example.net | MAIL FROM:<amy@example.net>
                    MAIL                                     | ^            | ~~
                    MAIL:FROM:<a@b.example>                  | :            | MAIL FROM:<a@b.example>
                    MAIL  FROM:<a@b.example>                 | ~ ~          | MAIL FROM:<a@b.example>
                    MAILFROM:<a@b.example>                   | F            | MAIL FROM:<a@b.example>
                    RCPTTO:<a@b.example>                     | T            | RCPT TO:<a@b.example>
                    RCPT FROM:<a@b.example>                  | FROM         | RCPT TO:<a@b.example>
                    RCPT TO <a@b.example>                    | ~ ~          | RCPT TO:<a@b.example>
                    RCPT TO:<>                               | <>           | ~~
                    RCPT TO:<amy>                            | ^            | ~~
                    RCPT TO:<amy@>                           | ^            | ~~
                    RCPT TO:<@example.net>                   | @            | ~~
                    RCPT TO:<amy@@example.net>               | @            | ~~
                    RCPT TO:<amy@bob@example.net>            | @            | ~~
                    RCPT TO:<amy@example.net                 | <amy@example.net | RCPT TO:<amy@example.net>
                    RCPT TO:<<amy@example.net>>              | <            | RCPT TO:<amy@example.net>
                    RCPT TO:<amy@example.net>>               | >            | RCPT TO:<amy@example.net>
                    RCPT TO:<amy@example.net>;               | ;            | RCPT TO:<amy@example.net>
                    RCPT TO:<amy@example.net>NOTIFY=NEVER    | NOTIFY=NEVER | RCPT TO:<amy@example.net> NOTIFY=NEVER
                    RCPT TO:< amy@example.net >              | ~ ~          | RCPT TO:<amy@example.net>
                    RCPT TO:<amy b@example.net>              | ~ ~          | RCPT TO:<"amy b"@example.net>
                    RCPT TO:<amy.@example.net>               | .            | RCPT TO:<"amy."@example.net>
                    RCPT TO:<.amy@example.net>               | .            | RCPT TO:<".amy"@example.net>
                    RCPT TO:<a..b@example.net>               | .            | RCPT TO:<"a..b"@example.net>
                    RCPT TO:<a(b)@example.net>               | (            | RCPT TO:<"a(b)"@example.net>
                    RCPT TO:<a@b.example,c@d.example>        | ,            | ~~
                    RCPT TO:<amy@exam ple.net>               | ~ ~          | ~~
                    RCPT TO:<amy@my_host.example>            | _            | ~~
                    RCPT TO:<amy@example.net.>               | .            | RCPT TO:<amy@example.net>
                    RCPT TO:<amy@192.0.2.1>                  | 192.0.2.1    | RCPT TO:<amy@[192.0.2.1]>
                    RCPT TO:<"amy@example.net>               | <"amy@example.net> | ~~
                    MAIL FROM:<jürgen@example.net>           | Ã¼           | MAIL FROM:<jÃ¼rgen@example.net> SMTPUTF8
                    MAIL FROM:<a@b.example> SIZE             | ^            | ~~
                    MAIL FROM:<a@b.example> SIZE=            | ^            | ~~
                    MAIL FROM:<a@b.example> SIZE=10k         | k            | ~~
                    MAIL FROM:<a@b.example> SIZE=1,BODY=7BIT | =            | ~~
                    MAIL FROM:<a@b.example> BODY=8BIT        | 8BIT         | MAIL FROM:<a@b.example> BODY=8BITMIME
                    MAIL FROM:<a@b.example> BODY=UTF8        | UTF8         | ~~
                    MAIL FROM:<a@b.example> RET=ALL          | ALL          | ~~
                    MAIL FROM:<a@b.example> SMTPUTF8=YES     | =YES         | MAIL FROM:<a@b.example> SMTPUTF8
                    MAIL FROM:<a@b.example> SIZE=1 SIZE=1    | SIZE=1       | MAIL FROM:<a@b.example> SIZE=1
                    MAIL FROM:<a@b.example> NOTIFY=NEVER     | NOTIFY=NEVER | ~~
                    MAIL FROM:<a@b.example> A_B=1            | _            | ~~
                    RCPT TO:<a@b.example> NOTIFY=NEVER,DELAY | NEVER        | RCPT TO:<a@b.example> NOTIFY=NEVER
                    RCPT TO:<a@b.example> NOTIFY=FAIL        | FAIL         | ~~
                    RCPT TO:<a@b.example> ORCPT=a@b.example  | a@b.example  | RCPT TO:<a@b.example> ORCPT=rfc822;a@b.example
                    RCPT TO:<a@b.example> SIZE=5             | SIZE=5       | ~~
                    RCPT TO:<a@b.example> PRDR               | PRDR         | ~~
                    MAIL FROM:<a@b.example> CONNEG           | CONNEG       | ~~
                    MAIL FROM:<a@b.example> PRDR=1           | =1           | MAIL FROM:<a@b.example> PRDR
                    MAIL FROM:<a@b.example> BY=120           | 120          | ~~
                    MAIL FROM:<a@b.example> HOLDFOR=0        | 0            | ~~
                    MAIL FROM:<a@b.example> HOLDUNTIL=noon   | noon         | ~~
                    MAIL FROM:<a@b.example> MT-PRIORITY=10   | 10           | ~~
                    MAIL FROM:<a@b.example> ENVID=a+b        | a+b          | ~~
                    MAIL FROM:<a@b.example> AUTH             | ^            | ~~
                    RCPT TO:<a@b.example> RRVS=2030          | 2030         | ~~
                    DATA now                                 | now          | DATA
                    QUIT please                              | please       | QUIT
                    STARTTLS 1                               | 1            | STARTTLS
                    START TLS                                | ~ ~          | STARTTLS
                    MALI FROM:<a@b.example>                  | MALI         | MAIL FROM:<a@b.example>
                    ELHO mail.example                        | ELHO         | EHLO mail.example
                    BDAT                                     | ^            | ~~
                    BDAT 10k                                 | k            | ~~
                    BDAT 10 END                              | END          | BDAT 10
                    BDAT 10 LAST now                         | ~ now~       | BDAT 10 LAST
                    AUTH                                     | ^            | ~~
                    AUTH PLAIN:                              | :            | ~~
                    AUTH PLAIN amy:secret                    | :secret      | ~~
                    AUTH PLAIN AGFteQ                        | AGFteQ       | ~~
                    AUTH LOGIN YW15 cHc=                     | cHc=         | ~~
                    VRFY                                     | ^            | ~~
                    EXPN                                     | ^            | ~~
                    ETRN                                     | ^            | ~~
                    """)
    void the_first_wrong_place_is_marked(String line, String marked, String mended) {
        Slip slip = slip(line).orElseThrow();
        String octets = Octets.utf8(line).latin1();
        assertEquals(marked.equals("^") ? "" : marked, octets.substring(slip.from(), slip.to()), slip.words());
        assertEquals(mended, slip.mended());
    }

    @Test
    void characters_nobody_sees_are_found() {
        assertSlip("MAIL\tFROM:<a@b.example>", 4, 5, "MAIL FROM:<a@b.example>");
        assertSlip("MAIL\u00a0FROM:<a@b.example>", 4, 6, "MAIL FROM:<a@b.example>");
        assertSlip("\ufeffEHLO mail.example", 0, 3, "EHLO mail.example");
        assertSlip("RCPT TO:<a\u200b@b.example>", 10, 13, "RCPT TO:<a@b.example>");
        assertSlip("RCPT TO:<a\u0000@b.example>", 10, 11, "RCPT TO:<a@b.example>");
        assertSlip("EHLO \u001b[Amail.example", 5, 6, "");
        assertSlip("  EHLO mail.example", 0, 2, "EHLO mail.example");
    }

    @Test
    void what_is_too_long_is_marked_from_where_it_is_too_long() {
        assertEquals(
                9 + 64,
                slip("RCPT TO:<" + "a".repeat(65) + "@b.example>").orElseThrow().from());
        assertEquals(
                5 + 63,
                slip("EHLO " + "a".repeat(64) + ".example").orElseThrow().from());
        String domain = "abcdefghi.".repeat(26) + "example";
        assertEquals(5 + 255, slip("EHLO " + domain).orElseThrow().from());
    }

    @Test
    void several_slips_are_mended_together() {
        assertEquals(
                "MAIL FROM:<amy@example.net> SIZE=1",
                slip("mailfrom : < amy@example.net. >SIZE=1")
                        .orElseThrow()
                        .mended()
                        .replace("mail ", "MAIL "));
    }

    @Test
    void a_mended_line_never_holds_what_is_secret() {
        assertEquals("", slip("AUTH PLAIN AGFteQBzM2NyZXQ= x").orElseThrow().mended());
        assertEquals("", slip("AUTH\tPLAIN AGFteQBzM2NyZXQ=").orElseThrow().mended());
    }

    @Test
    void any_line_is_read_marks_stay_inside_it_and_what_is_mended_is_free_of_slips() {
        Random random = new Random(20261124);
        String likely = "<>@: \"\\ab=.,[]0_-\tLAST\u00fc\u00df\u00a0";
        String[] beginnings = {"MAIL FROM:", "RCPT TO:<", "EHLO ", "BDAT ", "AUTH ", "MAIL ", "MAIL FROM:<a@b> ", ""};
        for (int round = 0; round < 50_000; round++) {
            StringBuilder text = new StringBuilder(beginnings[random.nextInt(beginnings.length)]);
            for (int i = random.nextInt(14); i > 0; i--) {
                text.append(likely.charAt(random.nextInt(likely.length())));
            }
            Command.Line line = new Command.Line(Octets.utf8(text.toString()));
            Optional<Slip> slip = Proofreading.firstSlip(line);
            if (slip.isPresent()) {
                Slip found = slip.get();
                assertTrue(
                        found.from() >= 0
                                && found.from() <= found.to()
                                && found.to() <= line.typed().length(),
                        text.toString());
                Command.Line mended = new Command.Line(Octets.latin1(found.mended()));
                assertTrue(
                        found.mended().isEmpty()
                                || Proofreading.firstSlip(mended).isEmpty(),
                        text.toString());
            }
        }
    }

    private static void assertSlip(String line, int from, int to, String mended) {
        Slip slip = slip(line).orElseThrow();
        assertEquals(from + "-" + to + " " + mended, slip.from() + "-" + slip.to() + " " + slip.mended());
    }

    private static Optional<Slip> slip(String line) {
        return Proofreading.firstSlip(new Command.Line(Octets.utf8(line)));
    }
}
