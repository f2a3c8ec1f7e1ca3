package dev.smtpsh.render.json;

import dev.smtpsh.annotate.Annotation;
import dev.smtpsh.annotate.Reason;
import java.io.IOException;

/** The members that an annotation has wherever it stands. */
final class AnnotationJson {
    private AnnotationJson() {}

    /** What leads everywhere. */
    static void members(JsonLine json, Annotation annotation) throws IOException {
        json.text("outcome", annotation.verdict().label())
                .text("rule", annotation.rule())
                .text("reason", annotation.reason().map(Reason::label))
                .text("confidence", annotation.confidence().label())
                .text("title", annotation.title())
                .text("meaning", annotation.meaning())
                .text("who", annotation.who().label())
                .texts("fix", annotation.fixes());
    }

    /** What only some ask for. */
    static void details(JsonLine json, Annotation annotation) throws IOException {
        json.text("deliverability", annotation.deliverability())
                .fact("permanent", annotation.permanent())
                .text("retry", annotation.retry().label())
                .seconds("retryAfter", annotation.retryAfter())
                .fact("suppress", annotation.suppress())
                .text("scope", annotation.scope().label())
                .text("provider", annotation.provider())
                .text("page", annotation.page())
                .texts("references", annotation.references())
                .texts("evidence", annotation.evidence());
    }
}
