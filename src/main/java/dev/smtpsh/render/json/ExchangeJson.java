package dev.smtpsh.render.json;

import dev.smtpsh.annotate.Annotation;
import dev.smtpsh.render.Words;
import dev.smtpsh.session.Exchange;
import dev.smtpsh.session.Failure;
import dev.smtpsh.smtp.command.Command;
import dev.smtpsh.smtp.reply.Reply;
import dev.smtpsh.smtp.reply.ReplyCode;
import dev.smtpsh.smtp.reply.ReplyLine;
import dev.smtpsh.tls.HandshakeReport;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * An exchange, or why there was none, as one JSON object on one line. Both have the same members; what does not apply is
 * {@code null}.
 */
public final class ExchangeJson {
    private static final int SHAPE = 1;

    // Of octets that make no reply this much is passed on.
    private static final int MOST_SEEN = 4096;

    private ExchangeJson() {}

    /**
     * Writes an exchange. The texts of its lines are without code and enhanced status code; they are exact where they are
     * UTF-8, and otherwise as a person is shown them, with {@code not-utf8} among the defects.
     *
     * @param annotations the best first; may be empty
     * @throws UncheckedIOException if {@code out} fails
     */
    public static void write(int session, Exchange exchange, List<Annotation> annotations, Appendable out) {
        JsonLine.write(out, json -> {
            json.number("v", SHAPE).number("n", exchange.number()).number("session", session);
            json.text("state", exchange.before().position().label())
                    .text("stage", exchange.stage().label())
                    .text("sent", sent(exchange.command()));
            json.object("reply", reply -> reply(reply, exchange.reply()));
            json.milliseconds("ms", exchange.took());
            annotation(json, annotations);
            json.text("recipient", exchange.recipient());
            json.text("tls", exchange.tls()).text("at", exchange.at().toString());
            json.nothing("error");
            handshake(json, exchange.handshake());
            json.texts("here", Words.here(exchange.reply(), annotations, Set.of()));
            json.objects("also", annotations.stream().skip(1).toList(), AnnotationJson::members);
        });
    }

    /**
     * Writes a failure.
     *
     * @throws UncheckedIOException if {@code out} fails
     */
    public static void write(int session, Failure failure, Appendable out) {
        JsonLine.write(out, json -> {
            json.number("v", SHAPE).nothing("n").number("session", session);
            json.nothing("state").text("stage", failure.stage().label()).text("sent", sent(failure.command()));
            json.nothing("reply").nothing("ms");
            annotation(json, List.of());
            json.nothing("recipient").nothing("tls").nothing("at");
            json.object("error", error -> error(error, failure));
            handshake(json, failure.handshake());
            json.texts("here", List.of());
            json.texts("also", List.of());
        });
    }

    private static void annotation(JsonLine json, List<Annotation> annotations) throws IOException {
        if (!annotations.isEmpty()) {
            AnnotationJson.members(json, annotations.get(0));
            AnnotationJson.details(json, annotations.get(0));
            return;
        }
        json.nothing("outcome")
                .nothing("rule")
                .nothing("reason")
                .nothing("confidence")
                .nothing("title");
        json.nothing("meaning").nothing("who").texts("fix", List.of());
        json.nothing("deliverability")
                .nothing("permanent")
                .nothing("retry")
                .nothing("retryAfter")
                .nothing("suppress");
        json.nothing("scope")
                .nothing("provider")
                .nothing("page")
                .texts("references", List.of())
                .texts("evidence", List.of());
    }

    static void reply(JsonLine json, Reply reply) throws IOException {
        if (reply.code().isPresent()) {
            json.number("code", reply.code().map(ReplyCode::value).get());
        } else {
            json.nothing("code");
        }
        json.text("enhanced", reply.status().map(Object::toString));
        List<String> lines = new ArrayList<>();
        reply.lines().forEach(line -> lines.add(text(reply, line)));
        json.texts("lines", lines);
        json.texts(
                "defects",
                reply.defects().stream().sorted().map(JsonLine::label).toList());
    }

    private static String text(Reply reply, ReplyLine line) {
        String text = JsonLine.exact(line.octets());
        String status = reply.status().map(Object::toString).orElse("");
        boolean leads = !status.isEmpty() && text.startsWith(status);
        if (!leads) {
            return text;
        }
        String rest = text.substring(status.length());
        return rest.isEmpty() ? "" : rest.charAt(0) == ' ' ? rest.substring(1) : text;
    }

    private static void error(JsonLine json, Failure failure) throws IOException {
        json.text("kind", JsonLine.label(failure.kind()))
                .text("blame", JsonLine.label(failure.blame()))
                .text("what", failure.what())
                .text("why", failure.why())
                .text("mend", failure.mend())
                .number("seenOctets", failure.seen().length())
                .text(
                        "seen",
                        JsonLine.exact(failure.seen()
                                .slice(0, Math.min(MOST_SEEN, failure.seen().length()))));
    }

    static void handshake(JsonLine json, Optional<HandshakeReport> report) throws IOException {
        if (report.isPresent()) {
            json.object("handshake", members -> HandshakeJson.members(members, report.get()));
        } else {
            json.nothing("handshake");
        }
    }

    private static Optional<String> sent(Optional<Command> command) {
        return command.map(line -> JsonLine.exact(line.redacted().withoutLineEnd()));
    }
}
