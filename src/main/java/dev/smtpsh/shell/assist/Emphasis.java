package dev.smtpsh.shell.assist;

import dev.smtpsh.shell.language.Addressed;
import dev.smtpsh.shell.language.Input;
import dev.smtpsh.shell.language.Word;
import dev.smtpsh.smtp.command.Slip;
import dev.smtpsh.smtp.command.Verb;
import dev.smtpsh.smtp.extension.Parameter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A part of the line being typed that is to stand out.
 *
 * @param from index of its first character
 * @param to index after its last
 */
public record Emphasis(int from, int to, Kind kind) {
    /** Why it stands out. */
    public enum Kind {
        /** An SMTP verb: the line goes to the server. */
        VERB,
        /** A word of ours. */
        WORD,
        /** A parameter the server has not offered. */
        NOT_OFFERED,
        /** It breaks the grammar; Enter sends it all the same. */
        SLIP
    }

    /** What stands out in a line, in order, not overlapping. */
    public static List<Emphasis> of(String typed, Memory memory) {
        int begin = Addressed.prefix(typed);
        while (begin < typed.length() && typed.charAt(begin) <= ' ') {
            begin++;
        }
        int end = begin;
        while (end < typed.length() && typed.charAt(end) > ' ') {
            end++;
        }
        List<Emphasis> found = new ArrayList<>();
        String first = typed.substring(begin, end);
        Optional<Verb> verb = Word.typed(first).isPresent() ? Optional.empty() : Verb.named(first);
        if (verb.isEmpty()) {
            boolean judging = !first.isEmpty() && Input.SIGNS.indexOf(first.charAt(0)) >= 0;
            if (judging || Word.typed(first).isPresent()) {
                found.add(new Emphasis(begin, end, Kind.WORD));
            }
            return found;
        }
        found.add(new Emphasis(begin, end, Kind.VERB));
        Optional<Slip> slip = begin == 0 ? LiveSlip.of(typed) : Optional.empty();
        slip.filter(one -> one.from() >= found.get(0).to())
                .ifPresentOrElse(
                        one -> found.add(new Emphasis(one.from(), Math.max(one.to(), one.from() + 1), Kind.SLIP)),
                        () -> parameters(typed, verb.get(), memory, found));
        return found;
    }

    private static void parameters(String typed, Verb verb, Memory memory, List<Emphasis> found) {
        int close = typed.indexOf('>');
        if (memory.state().isEmpty() || close < 0) {
            return;
        }
        for (Parameter parameter : Parameter.values()) {
            int at = typed.toUpperCase(Locale.ROOT).indexOf(" " + parameter.text(), close);
            boolean offered = memory.state().get().offers(parameter.extension());
            if (parameter.verb() == verb && at > 0 && !offered) {
                found.add(new Emphasis(at + 1, at + 1 + parameter.text().length(), Kind.NOT_OFFERED));
            }
        }
        found.sort((one, other) -> Integer.compare(one.from(), other.from()));
    }
}
