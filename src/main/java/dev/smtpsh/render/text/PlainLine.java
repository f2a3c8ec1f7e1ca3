package dev.smtpsh.render.text;

import dev.smtpsh.annotate.Annotation;
import dev.smtpsh.render.Drawing;
import dev.smtpsh.render.Intent;
import dev.smtpsh.render.StyledText;
import dev.smtpsh.render.Words;
import dev.smtpsh.session.Exchange;
import dev.smtpsh.session.Failure;
import dev.smtpsh.smtp.command.Command;
import java.util.List;
import java.util.Optional;

/**
 * One line for each exchange, for programs: number, milliseconds, command, code, enhanced status code, rule, text, each
 * ended by a tab but the last; {@code -} where there is none.
 */
final class PlainLine {
    private static final String NONE = "-";

    private PlainLine() {}

    static StyledText of(Drawing drawing, Exchange exchange, List<Annotation> annotations) {
        return line(List.of(
                String.valueOf(exchange.number()),
                Words.milliseconds(exchange.took()),
                exchange.furtherVerdict()
                        ? drawing.visible(Words.recipient(exchange))
                        : command(drawing, exchange.command()),
                exchange.reply().code().map(Object::toString).orElse(NONE),
                exchange.reply().status().map(Object::toString).orElse(NONE),
                annotations.stream().findFirst().map(Annotation::rule).orElse(NONE),
                text(drawing, exchange)));
    }

    static StyledText of(Drawing drawing, Failure failure) {
        String kind = Words.label(failure.kind());
        return line(List.of(
                NONE, NONE, command(drawing, failure.command()), NONE, NONE, kind, drawing.visible(failure.what())));
    }

    private static String command(Drawing drawing, Optional<Command> command) {
        return command.map(sent -> drawing.visible(sent.redacted().withoutLineEnd()))
                .orElse(NONE);
    }

    private static String text(Drawing drawing, Exchange exchange) {
        StringBuilder text = new StringBuilder();
        exchange.reply().lines().forEach(line -> {
            text.append(text.length() == 0 ? "" : " ").append(drawing.visible(line.octets()));
        });
        return text.toString();
    }

    private static StyledText line(List<String> fields) {
        StyledText.Builder out = new StyledText.Builder();
        for (int i = 0; i < fields.size(); i++) {
            out.add(Intent.PLAIN, fields.get(i));
            if (i < fields.size() - 1) {
                out.tab();
            }
        }
        return out.endLine().build();
    }
}
