package dev.smtpsh.annotate.circumstance;

import dev.smtpsh.smtp.reply.Reply;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/**
 * What is known to be true of the conversation a reply came in.
 *
 * @param sentences each circumstance with a sentence that names names; what is not in it is not known, or not so
 * @param saidBefore the rules that explained earlier replies of the conversation, with where the first of them stands
 */
public record Circumstances(Map<Circumstance, String> sentences, Map<String, String> saidBefore) {
    /** Nothing is known, as of a line in a file. */
    public static final Circumstances NONE = new Circumstances(Map.of(), Map.of());

    public Circumstances {
        sentences = sentences.isEmpty() ? Map.of() : Collections.unmodifiableMap(new EnumMap<>(sentences));
        saidBefore = Map.copyOf(saidBefore);
    }

    /** These, in their general words. */
    public static Circumstances stated(Collection<Circumstance> stated) {
        Map<Circumstance, String> sentences = new EnumMap<>(Circumstance.class);
        stated.forEach(circumstance -> sentences.put(circumstance, circumstance.words()));
        return new Circumstances(sentences, Map.of());
    }

    public boolean has(Circumstance circumstance) {
        return sentences.containsKey(circumstance);
    }

    /** With what the reply shows by itself, whatever the conversation. */
    public Circumstances with(Reply reply) {
        Map<Circumstance, String> shown = ReplySigns.of(reply);
        if (shown.isEmpty()) {
            return this;
        }
        Map<Circumstance, String> all = new EnumMap<>(shown);
        all.putAll(sentences);
        return new Circumstances(all, saidBefore);
    }

    /** Where the rule explained an earlier reply: that, as a circumstance of its own. */
    public Circumstances after(String rule) {
        String place = saidBefore.get(rule);
        if (place == null) {
            return this;
        }
        Map<Circumstance, String> more = new EnumMap<>(Circumstance.class);
        more.putAll(sentences);
        more.put(Circumstance.AGAIN, "The same answer came before, at " + place + ".");
        return new Circumstances(more, saidBefore);
    }
}
