package dev.smtpsh.annotate.matching;

import dev.smtpsh.annotate.Symptom;
import dev.smtpsh.annotate.Symptom.ReplySymptom;
import dev.smtpsh.annotate.Symptom.TextSymptom;
import dev.smtpsh.annotate.circumstance.Circumstances;
import dev.smtpsh.annotate.knowledge.RuleBook;
import dev.smtpsh.smtp.reply.EnhancedStatus;
import dev.smtpsh.smtp.reply.Reply;
import dev.smtpsh.smtp.reply.ReplyLine;
import dev.smtpsh.smtp.state.Stage;
import java.util.List;
import java.util.Optional;

/**
 * What rules are held against.
 *
 * @param replied whether there is a whole reply: what it lacks is then known to be missing, otherwise just not known
 * @param code the reply code, -1 if there is none
 * @param around what is true of the conversation and shown by the reply itself
 * @param text all lines joined by one space, folded by {@link RuleBook#fold}
 */
record Facts(
        boolean replied,
        int code,
        Optional<EnhancedStatus> status,
        String text,
        Optional<Stage> stage,
        Circumstances around,
        Optional<String> provider,
        Optional<String> software) {
    static final int NO_CODE = -1;

    // Limit annotate-text: far above any reply of good faith, and a text of this size is searched in a millisecond.
    static final int MOST_TEXT = 64 * 1024;

    static Facts of(Symptom symptom) {
        if (symptom instanceof ReplySymptom reply) {
            String text = text(reply.reply());
            return new Facts(
                    true,
                    reply.reply().code().isPresent()
                            ? reply.reply().code().get().value()
                            : NO_CODE,
                    reply.reply().status().isPresent() ? reply.reply().status() : EnhancedStatus.marked(text),
                    text,
                    reply.stage(),
                    reply.around().with(reply.reply()),
                    reply.provider(),
                    reply.software());
        }
        if (symptom instanceof TextSymptom words) {
            return new Facts(
                    false,
                    NO_CODE,
                    words.status(),
                    RuleBook.fold(bounded(words.text(), MOST_TEXT)),
                    Optional.empty(),
                    Circumstances.NONE,
                    Optional.empty(),
                    Optional.empty());
        }
        throw new IllegalArgumentException("no such symptom: " + symptom);
    }

    /** These, where the rule that explains them best explained an earlier reply of the conversation. */
    Facts after(String rule) {
        return new Facts(replied, code, status, text, stage, around.after(rule), provider, software);
    }

    /** These, of a reply that says something else. */
    Facts saying(String folded) {
        return new Facts(replied, code, status, folded, stage, around, provider, software);
    }

    private static String text(Reply reply) {
        List<ReplyLine> lines = reply.lines();
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < lines.size() && text.length() < MOST_TEXT; i++) {
            if (lines.get(i).octets().isEmpty()) {
                continue;
            }
            String line = lines.get(i).text();
            // A sentence runs on over the lines; the enhanced status code that each repeats is no part of it.
            int start = i > 0 && EnhancedStatus.attempted(line) ? line.indexOf(' ') : 0;
            if (start >= 0) {
                text.append(' ').append(line, start, Math.min(line.length(), start + MOST_TEXT));
            }
        }
        return text.isEmpty() ? "" : RuleBook.fold(bounded(text, MOST_TEXT));
    }

    private static CharSequence bounded(CharSequence text, int most) {
        return text.length() <= most ? text : text.subSequence(0, most);
    }
}
