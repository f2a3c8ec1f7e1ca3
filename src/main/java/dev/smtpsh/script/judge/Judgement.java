package dev.smtpsh.script.judge;

import java.util.List;

/**
 * Whether something holds.
 *
 * @param said what came instead, a sentence without full stop; empty if it holds
 * @param groups what a regular expression found, the whole and its groups; empty where none was asked
 */
public record Judgement(boolean held, String said, List<String> groups) {
    public Judgement {
        groups = List.copyOf(groups);
    }

    static Judgement holds(List<String> groups) {
        return new Judgement(true, "", groups);
    }

    static Judgement of(boolean held, String said) {
        return new Judgement(held, held ? "" : said, List.of());
    }
}
