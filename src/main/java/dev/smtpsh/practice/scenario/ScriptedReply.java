package dev.smtpsh.practice.scenario;

import dev.smtpsh.practice.fault.Answer;
import dev.smtpsh.smtp.reply.ReplyCode;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A reply as a scenario words it.
 *
 * @param texts one for each line; {@code {path}} and other names in braces are filled in when it is sent
 */
public record ScriptedReply(ReplyCode code, List<String> texts) {
    /** The names that may stand in braces. */
    public static final List<String> NAMES = List.of("host", "client", "name", "path", "argument", "user");

    public ScriptedReply {
        texts = List.copyOf(texts);
    }

    /** The reply with its names filled in; a name without a value becomes empty. */
    public Answer answer(Map<String, String> values) {
        List<String> filled = texts.stream().map(text -> fill(text, values)).toList();
        return new Answer(code, Optional.empty(), filled);
    }

    // In one pass, so that braces in a value stay what they are.
    private static String fill(String text, Map<String, String> values) {
        StringBuilder filled = new StringBuilder();
        int at = 0;
        while (at < text.length()) {
            int close = text.charAt(at) == '{' ? text.indexOf('}', at) : -1;
            if (close > 0 && NAMES.contains(text.substring(at + 1, close))) {
                filled.append(values.getOrDefault(text.substring(at + 1, close), ""));
                at = close + 1;
            } else {
                filled.append(text.charAt(at++));
            }
        }
        return filled.toString();
    }
}
