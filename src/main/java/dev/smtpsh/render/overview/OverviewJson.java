package dev.smtpsh.render.overview;

import dev.smtpsh.annotate.Annotation;
import dev.smtpsh.render.Drawing;
import dev.smtpsh.render.Level;
import dev.smtpsh.render.json.HandshakeJson;
import dev.smtpsh.render.json.JsonLine;
import dev.smtpsh.render.transcript.Event;
import dev.smtpsh.render.transcript.Transcript;
import dev.smtpsh.session.Exchange;
import dev.smtpsh.smtp.Octets;
import dev.smtpsh.smtp.command.Command;
import dev.smtpsh.smtp.extension.Capabilities;
import dev.smtpsh.smtp.extension.Extension;
import dev.smtpsh.tls.HandshakeReport;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Whole conversations at a glance, each as one JSON object on one line with a member {@code view} that names it. */
public final class OverviewJson {
    private static final int SHAPE = 1;

    // Widths and levels do not matter here: nothing is drawn.
    private static final Drawing EXACT = new Drawing(80, false, false, Level.PLAIN);

    private OverviewJson() {}

    /**
     * How long each step took; {@code slowest} is the number of a step, from 1, or null.
     *
     * @throws UncheckedIOException if {@code out} fails
     */
    public static void timeline(Transcript transcript, Appendable out) {
        Timeline timeline = Timeline.of(transcript);
        view("timeline", transcript.number(), out, json -> {
            json.objects(
                    "steps",
                    timeline.steps(),
                    (each, step) -> each.text("what", step.what())
                            .text("stage", step.stage().map(stage -> stage.label()))
                            .milliseconds("ms", step.took()));
            json.milliseconds("ms", timeline.total());
            Optional<Timeline.Step> slowest = timeline.slowest();
            if (slowest.isPresent()) {
                json.number("slowest", timeline.steps().indexOf(slowest.get()) + 1L);
            } else {
                json.nothing("slowest");
            }
            json.text("meaning", slowest.map(Timeline.Step::meaning));
        });
    }

    /**
     * All replies of a conversation, and what came to nothing.
     *
     * @throws UncheckedIOException if {@code out} fails
     */
    public static void replies(Transcript transcript, Appendable out) {
        List<Event> said = new ArrayList<>();
        for (Event event : transcript.events()) {
            if (event instanceof Event.Said || event instanceof Event.Failed) {
                said.add(event);
            }
        }
        view("replies", transcript.number(), out, json -> json.objects("replies", said, OverviewJson::reply));
    }

    /**
     * What was offered in answer to EHLO, and what a sender may miss.
     *
     * @param secured whether TLS is there
     *
     * @throws UncheckedIOException if {@code out} fails
     */
    public static void capabilities(int session, Capabilities offered, boolean secured, Appendable out) {
        view("caps", session, out, json -> {
            json.objects("offered", offered.offers(), OverviewJson::offer);
            json.texts(
                    "missing",
                    offered.missed(secured).stream().map(Extension::keyword).toList());
        });
    }

    /**
     * What a TLS handshake showed.
     *
     * @throws UncheckedIOException if {@code out} fails
     */
    public static void tls(int session, HandshakeReport report, Appendable out) {
        view("tls", session, out, json -> HandshakeJson.members(json, report));
    }

    /**
     * The certificates of a server as they were sent, in PEM, its own first.
     *
     * @throws UncheckedIOException if {@code out} fails
     */
    public static void certificates(int session, List<Octets> chain, Appendable out) {
        view(
                "certificates",
                session,
                out,
                json -> json.texts(
                        "certificates", chain.stream().map(Pem::certificate).toList()));
    }

    /**
     * The same questions to several servers; the answers of a row stand in the order of the sessions, null where one was
     * not asked.
     *
     * @throws UncheckedIOException if {@code out} fails
     */
    public static void compared(List<Transcript> transcripts, Appendable out) {
        Comparison comparison = Comparison.of(transcripts, EXACT);
        JsonLine.write(out, json -> {
            json.number("v", SHAPE).text("view", "compare");
            json.objects(
                    "sessions",
                    transcripts,
                    (each, one) -> each.number("session", one.number()).text("name", one.name()));
            json.objects("rows", comparison.rows(), (each, row) -> {
                each.text("question", row.question()).fact("differs", row.differs());
                each.objects("answers", row.answers(), OverviewJson::answer);
            });
            json.number(
                    "differences",
                    comparison.rows().stream().filter(Comparison.Row::differs).count());
            json.texts("remarks", comparison.remarks());
        });
    }

    private static void view(String name, int session, Appendable out, JsonLine.Body body) {
        JsonLine.write(out, json -> {
            json.number("v", SHAPE).text("view", name).number("session", session);
            body.write(json);
        });
    }

    private static void reply(JsonLine json, Event event) throws IOException {
        if (event instanceof Event.Failed failed) {
            json.nothing("n")
                    .text("sent", sent(failed.failure().command()))
                    .nothing("code")
                    .nothing("enhanced");
            json.nothing("ms")
                    .nothing("outcome")
                    .nothing("rule")
                    .text("error", failed.failure().what());
            return;
        }
        Event.Said said = (Event.Said) event;
        json.number("n", said.exchange().number())
                .text("sent", sent(said.exchange().command()));
        said(json, said);
        json.nothing("error");
    }

    private static void answer(JsonLine json, Comparison.Answer answer) throws IOException {
        json.fact("asked", answer.given()).text("words", answer.words());
        if (answer.said().isPresent()) {
            said(json, answer.said().get());
        }
    }

    private static void said(JsonLine json, Event.Said said) throws IOException {
        Exchange exchange = said.exchange();
        if (exchange.reply().code().isPresent()) {
            json.number("code", exchange.reply().code().get().value());
        } else {
            json.nothing("code");
        }
        json.text("enhanced", exchange.reply().status().map(Object::toString));
        json.milliseconds("ms", exchange.took());
        Optional<Annotation> best = said.annotations().stream().findFirst();
        json.text("outcome", best.map(one -> one.verdict().label()));
        json.text("rule", best.map(Annotation::rule));
    }

    private static void offer(JsonLine json, Capabilities.Offer offer) throws IOException {
        Optional<Extension> known = offer.extension();
        json.text("keyword", offer.keyword())
                .texts("parameters", offer.parameters())
                .fact("known", known.isPresent())
                .text("purpose", known.map(Extension::purpose))
                .text("source", known.map(Extension::source));
    }

    private static Optional<String> sent(Optional<Command> command) {
        return command.map(line -> JsonLine.exact(line.redacted().withoutLineEnd()));
    }
}
