package dev.smtpsh.render.json;

import dev.smtpsh.script.result.Check;
import dev.smtpsh.script.result.FileResult;
import dev.smtpsh.script.result.RunResult;
import dev.smtpsh.script.result.Step;
import dev.smtpsh.session.Exchange;
import java.io.IOException;
import java.io.UncheckedIOException;

/** What came of scripts, as one JSON document on one line. */
public final class ScriptJson {
    private static final int SHAPE = 1;

    private ScriptJson() {}

    /**
     * Writes a run.
     *
     * @param version of smtpsh
     * @throws UncheckedIOException if {@code out} fails
     */
    public static void write(RunResult run, String version, Appendable out) {
        JsonLine.write(out, json -> {
            json.number("v", SHAPE).text("smtpsh", version).fact("passed", run.passed());
            json.number("exchanges", run.exchanges())
                    .number("held", run.count(Check.Status.HELD))
                    .number("failed", run.count(Check.Status.FAILED))
                    .number("errors", run.count(Check.Status.ERROR))
                    .milliseconds("ms", run.took());
            json.objects("files", run.files(), ScriptJson::file);
        });
    }

    private static void file(JsonLine json, FileResult file) throws IOException {
        json.text("file", file.file())
                .text("title", file.title())
                .text("host", file.host())
                .text("begun", file.begun().toString())
                .milliseconds("ms", file.took())
                .fact("passed", file.passed())
                .text("stopped", file.stopped());
        json.objects("steps", file.steps(), ScriptJson::step);
    }

    private static void step(JsonLine json, Step step) throws IOException {
        json.number("line", step.place().span().line())
                .text("file", step.place().file())
                .text("session", step.session())
                .text("sent", step.words())
                .milliseconds("since", step.since())
                .milliseconds("ms", step.took())
                .number("tries", step.tries());
        if (step.exchange().isPresent()) {
            exchange(json, step.exchange().get());
        } else {
            json.nothing("stage").nothing("reply").nothing("tls").nothing("handshake");
        }
        if (step.annotations().isEmpty()) {
            json.nothing("annotation");
        } else {
            json.object(
                    "annotation",
                    members ->
                            AnnotationJson.members(members, step.annotations().get(0)));
        }
        json.objects("checks", step.checks(), ScriptJson::check);
    }

    private static void exchange(JsonLine json, Exchange exchange) throws IOException {
        json.text("stage", exchange.stage().label());
        json.object("reply", reply -> ExchangeJson.reply(reply, exchange.reply()));
        json.text("tls", exchange.tls());
        ExchangeJson.handshake(json, exchange.handshake());
    }

    /** Writes what was expected at a prompt, as one JSON object on one line. */
    public static void write(int session, Check check, Appendable out) {
        JsonLine.write(
                out, json -> json.number("v", 1).number("session", session).object("check", one -> check(one, check)));
    }

    private static void check(JsonLine json, Check check) throws IOException {
        json.number("line", check.place().span().line())
                .number("column", check.place().span().column())
                .text("expected", check.expected())
                .text("status", JsonLine.label(check.status()))
                .fact("soft", check.soft())
                .text("said", check.said())
                .text("kind", check.failure().map(failure -> JsonLine.label(failure.kind())))
                .text("mend", check.failure().map(failure -> failure.mend()));
    }
}
