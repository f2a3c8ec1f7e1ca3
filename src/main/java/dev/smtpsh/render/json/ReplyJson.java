package dev.smtpsh.render.json;

import dev.smtpsh.annotate.Annotation;
import dev.smtpsh.annotate.transcript.Piece;
import java.io.UncheckedIOException;

/** A reply out of a file and what it means, as one JSON object on one line. */
public final class ReplyJson {
    private static final int SHAPE = 1;

    private ReplyJson() {}

    /** @throws UncheckedIOException if {@code out} fails */
    public static void write(Piece.Answer answer, Annotation best, Appendable out) {
        JsonLine.write(out, json -> {
            json.number("v", SHAPE).text("input", answer.said());
            if (answer.reply().code().isPresent()) {
                json.number("code", answer.reply().code().get().value());
            } else {
                json.nothing("code");
            }
            json.text("status", answer.reply().status().map(Object::toString));
            json.text("stage", answer.stage().map(stage -> stage.label()));
            AnnotationJson.members(json, best);
            AnnotationJson.details(json, best);
        });
    }
}
