package dev.smtpsh.session.rewriting;

import dev.smtpsh.session.Exchange;
import dev.smtpsh.session.Failure;
import dev.smtpsh.smtp.Octets;
import dev.smtpsh.smtp.command.Command;
import dev.smtpsh.smtp.reply.Reply;
import dev.smtpsh.smtp.reply.ReplyLine;
import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * What was said, with every text in it changed: for whoever must leave something out of it.
 *
 * @param text changes a text; octets are given to it as ISO 8859-1, so that each octet is a character
 * @param message what is kept of a message's content
 */
public record Rewriting(UnaryOperator<String> text, Function<Command.Message, Octets> message) {
    public Exchange of(Exchange exchange) {
        return new Exchange(
                exchange.number(),
                exchange.stage(),
                exchange.command().map(this::of),
                of(exchange.reply()),
                exchange.at(),
                exchange.took(),
                exchange.before(),
                exchange.after(),
                exchange.tls(),
                exchange.handshake(),
                exchange.recipient().map(text));
    }

    public Failure of(Failure failure) {
        return new Failure(
                failure.kind(),
                failure.stage(),
                failure.blame(),
                text.apply(failure.what()),
                text.apply(failure.why()),
                text.apply(failure.mend()),
                failure.command().map(this::of),
                of(failure.seen()),
                failure.handshake());
    }

    /** Octets that are a text. */
    public Octets of(Octets octets) {
        String before = octets.latin1();
        String after = text.apply(before);
        return after.equals(before) ? octets : Octets.latin1(after);
    }

    private Command of(Command command) {
        if (command instanceof Command.Message whole) {
            byte[] content = message.apply(whole).toByteArray();
            return new Command.Message(() -> new ByteArrayInputStream(content));
        }
        if (command instanceof Command.AuthAnswer) {
            return new Command.AuthAnswer(command.redacted());
        }
        Octets shown = of(command.redacted());
        return command instanceof Command.Raw ? new Command.Raw(shown) : new Command.Line(shown);
    }

    private Reply of(Reply reply) {
        List<ReplyLine> lines = reply.lines().stream()
                .map(line -> ReplyLine.read(of(line.received())))
                .toList();
        return new Reply(reply.code(), reply.status(), lines, reply.defects());
    }
}
