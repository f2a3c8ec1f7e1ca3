package dev.smtpsh.render.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.smtpsh.annotate.Annotation;
import dev.smtpsh.render.Ansi;
import dev.smtpsh.render.Columns;
import dev.smtpsh.render.Drawing;
import dev.smtpsh.render.Level;
import dev.smtpsh.render.Safe;
import dev.smtpsh.render.StyledText;
import dev.smtpsh.session.Exchange;
import dev.smtpsh.smtp.Octets;
import dev.smtpsh.smtp.command.Command;
import dev.smtpsh.smtp.reply.Reply;
import dev.smtpsh.smtp.reply.ReplyLimits;
import dev.smtpsh.smtp.reply.ReplyParser;
import dev.smtpsh.smtp.state.SessionState;
import dev.smtpsh.smtp.state.Stage;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Whatever a server sends, every view of it is whole, safe and in its width. */
class HostileViewsTest {
    private static final String[] COMMANDS = {
        "EHLO a", "MAIL FROM: a", "RCPT TO:<a", "AUTH LOGIN", "VRFY x", "MAIL \u0007", "STARTTLS"
    };

    private final Random random = new Random(2034);

    @Test
    void nothing_a_server_sends_breaks_a_view() {
        for (int round = 0; round < 1500; round++) {
            Exchange exchange = exchange();
            for (Level level : Level.values()) {
                Drawing drawing =
                        new Drawing(20 + random.nextInt(120), random.nextBoolean(), random.nextBoolean(), level);
                List<Annotation> annotations = random.nextBoolean() ? List.of(annotation()) : List.of();
                inspect(drawing, new ExchangeView(drawing).draw(exchange, annotations, OptionalInt.empty()));
                inspect(drawing, new WhyView(drawing).draw(exchange, annotations));
                inspect(drawing, new FailureView(drawing).draw(Samples.stranger(octets(400))));
            }
        }
    }

    @Test
    void server_lines_are_as_many_as_the_server_sent() {
        Drawing drawing = new Drawing(80, false, false, Level.NORMAL);
        for (int round = 0; round < 500; round++) {
            Exchange exchange = exchange();
            String plain = new ExchangeView(drawing)
                    .draw(exchange, List.of(annotation()), OptionalInt.empty())
                    .plain();
            long drawn = plain.lines().filter(line -> line.startsWith("S: ")).count();
            assertEquals(exchange.reply().lines().size(), drawn, plain);
        }
    }

    @Test
    void a_certificate_may_call_itself_what_it_likes() {
        for (int round = 0; round < 300; round++) {
            Drawing drawing =
                    new Drawing(20 + random.nextInt(120), random.nextBoolean(), random.nextBoolean(), Level.FULL);
            inspect(
                    drawing,
                    new TlsView(drawing)
                            .table(HostileCertificate.named(octets(600).latin1())));
            inspect(
                    drawing,
                    new TlsView(drawing)
                            .summary(HostileCertificate.named(octets(600).latin1())));
        }
    }

    private static void inspect(Drawing drawing, StyledText text) {
        String plain = text.plain();
        assertTrue(plain.endsWith("\n"), plain);
        boolean harmless = plain.codePoints()
                .allMatch(c -> c == '\n' || c == '\t' && drawing.level() == Level.PLAIN || Safe.harmless(c));
        assertTrue(harmless, plain);
        if (drawing.ascii()) {
            assertTrue(plain.chars().allMatch(c -> c < 0x7f), plain);
        }
        assertEquals(plain, Ansi.encode(text).replaceAll("\u001b\\[[0-9;]*m", ""));
        boolean wrapped = drawing.level() != Level.PLAIN;
        plain.lines()
                .filter(line -> wrapped && !line.startsWith("S: ") && !line.startsWith("Server: "))
                .forEach(line -> assertTrue(Columns.of(line) <= drawing.width(), drawing + "\n" + plain));
    }

    private Exchange exchange() {
        SessionState state = Samples.after(Samples.greeted(random.nextBoolean()), "EHLO a");
        if (random.nextInt(8) == 0) {
            return Samples.exchange(state, Optional.empty(), Stage.GREETING, reply(), Optional.empty());
        }
        Command command = new Command.Line(Octets.latin1(COMMANDS[random.nextInt(COMMANDS.length)]));
        return Samples.exchange(state, Optional.of(command), Stage.of(command), reply(), Optional.empty());
    }

    private Reply reply() {
        ReplyParser parser = new ReplyParser(ReplyLimits.DEFAULT);
        String[] codes = {"220", "250", "334", "354", "421", "451", "501", "550", "650", "abc", ""};
        String code = codes[random.nextInt(codes.length)];
        for (int line = random.nextInt(4); line > 0; line--) {
            Optional<Reply> early =
                    parser.accept(Octets.latin1(code + "-").plus(octets(80)).plus(Octets.CRLF));
            if (early.isPresent()) {
                return early.get();
            }
        }
        Octets last = Octets.latin1(code + " ").plus(octets(300)).plus(Octets.CRLF);
        return parser.accept(last).or(parser::end).orElseThrow();
    }

    private Annotation annotation() {
        return random.nextBoolean()
                ? Samples.blocked()
                : Samples.accepted(octets(200).text());
    }

    private Octets octets(int most) {
        byte[] bytes = new byte[random.nextInt(most)];
        random.nextBytes(bytes);
        return random.nextBoolean() ? Octets.of(bytes) : Octets.utf8(new String(bytes, StandardCharsets.UTF_16));
    }
}
