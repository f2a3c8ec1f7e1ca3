package dev.smtpsh.render.json;

import dev.smtpsh.annotate.Annotation;
import dev.smtpsh.annotate.Explanation;
import dev.smtpsh.annotate.Explanation.Definition;
import dev.smtpsh.annotate.Explanation.Explained;
import dev.smtpsh.annotate.Explanation.Listing;
import dev.smtpsh.annotate.Explanation.NotUnderstood;
import dev.smtpsh.annotate.Explanation.Subject;
import dev.smtpsh.annotate.Explanation.Term;
import dev.smtpsh.annotate.Topic;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/** The answer to {@code explain} as one JSON object on one line. */
public final class ExplanationJson {
    private static final int SHAPE = 1;

    private ExplanationJson() {}

    /**
     * Writes it; one that was not understood has {@code input} and {@code error} only.
     *
     * @throws UncheckedIOException if {@code out} fails
     */
    public static void write(Explanation explanation, Appendable out) {
        JsonLine.write(out, json -> {
            json.number("v", SHAPE).text("input", explanation.input());
            if (explanation instanceof Explained explained) {
                explained(json, explained);
            } else if (explanation instanceof Term term) {
                terms(json, term.meanings());
                json.nothing("error");
            } else if (explanation instanceof Subject subject) {
                terms(json, subject.meanings());
                json.object("topic", topic -> topic(topic, subject.topic()));
                json.nothing("error");
            } else if (explanation instanceof Listing listing) {
                json.objects(
                        "topics",
                        listing.topics(),
                        (each, topic) -> each.text("id", topic.id())
                                .texts("aliases", topic.aliases())
                                .text("group", topic.group())
                                .text("summary", topic.summary()));
                json.nothing("error");
            } else if (explanation instanceof NotUnderstood unclear) {
                json.object(
                        "error",
                        error -> error.text("kind", "not-understood")
                                .text("why", unclear.why())
                                .text("mend", unclear.mend()));
            } else {
                throw new IllegalArgumentException("no explanation: " + explanation);
            }
        });
    }

    private static void terms(JsonLine json, List<Definition> meanings) throws IOException {
        json.objects(
                "terms",
                meanings,
                (each, meaning) -> each.text("form", meaning.form())
                        .text("purpose", meaning.purpose())
                        .text("source", meaning.source()));
    }

    private static void topic(JsonLine json, Topic topic) throws IOException {
        json.text("id", topic.id())
                .text("title", topic.title())
                .text("summary", topic.summary())
                .texts("examples", topic.examples())
                .texts("text", topic.paragraphs())
                .texts("related", topic.related())
                .text("page", topic.page())
                .texts("references", topic.references());
    }

    private static void explained(JsonLine json, Explained explained) throws IOException {
        if (explained.code().isPresent()) {
            json.number("code", explained.code().get().value());
        } else {
            json.nothing("code");
        }
        json.text("status", explained.status().map(Object::toString)).fact("defined", explained.defined());
        Annotation best = explained.annotations().get(0);
        AnnotationJson.members(json, best);
        AnnotationJson.details(json, best);
        json.objects(
                "digits",
                explained.digits(),
                (each, digit) -> each.text("part", digit.part()).text("meaning", digit.meaning()));
        json.objects("stages", explained.stages(), (each, stage) -> {
            each.text("stage", stage.stage().label());
            AnnotationJson.members(each, stage.annotation());
            AnnotationJson.details(each, stage.annotation());
        });
        json.objects("also", explained.annotations().stream().skip(1).toList(), AnnotationJson::members);
        json.nothing("error");
    }
}
