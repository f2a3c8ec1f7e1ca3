package dev.smtpsh.render.json;

import dev.smtpsh.annotate.Annotation;
import dev.smtpsh.annotate.transcript.Piece;
import dev.smtpsh.render.Words;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Set;

/** A reply out of a file and what it means here, as one JSON object on one line. */
public final class ReplyJson {
    private static final int SHAPE = 1;

    private ReplyJson() {}

    /**
     * @param annotations what the reply means, the best first
     * @throws UncheckedIOException if {@code out} fails
     */
    public static void write(Piece.Answer answer, List<Annotation> annotations, Appendable out) {
        Annotation best = annotations.get(0);
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
            json.texts("here", Words.here(answer.reply(), annotations, Set.of()));
            AnnotationJson.details(json, best);
        });
    }
}
