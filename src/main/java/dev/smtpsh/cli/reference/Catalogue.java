package dev.smtpsh.cli.reference;

import dev.smtpsh.annotate.Annotator;
import dev.smtpsh.annotate.knowledge.Rule;
import dev.smtpsh.annotate.knowledge.RuleBook;
import dev.smtpsh.annotate.knowledge.RuleFiles;
import dev.smtpsh.annotate.knowledge.RuleFiles.Example;
import dev.smtpsh.annotate.knowledge.RuleFiles.Written;
import dev.smtpsh.annotate.knowledge.RulePress;
import dev.smtpsh.annotate.matching.Pages;
import dev.smtpsh.annotate.matching.RuleAnnotator;
import dev.smtpsh.smtp.reply.EnhancedStatus;
import dev.smtpsh.smtp.reply.Reply;
import dev.smtpsh.smtp.reply.ReplyCode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** The rules, sorted by the page they stand on. */
final class Catalogue {
    /** The rules of one page, in the order of the files. */
    record Shelf(String page, String name, List<Written> rules) {}

    private static final int DIGITS = 3;

    private final List<Written> rules;
    private final Annotator annotator;
    private final SortedMap<String, Shelf> shelves = new TreeMap<>();

    Catalogue(RuleFiles files) {
        rules = files.rules();
        annotator = new RuleAnnotator(List.of(
                RuleBook.open(RulePress.press(rules.stream().map(Written::rule).toList()))));
        for (Written written : rules) {
            Pages.of(written.rule())
                    .ifPresent(page -> shelves.computeIfAbsent(
                                    page, path -> new Shelf(path, name(written.rule()), new ArrayList<>()))
                            .rules()
                            .add(written));
        }
    }

    Annotator annotator() {
        return annotator;
    }

    /** The codes that a rule is about, ascending. */
    List<ReplyCode> codes() {
        List<ReplyCode> codes = new ArrayList<>();
        for (int code = 200; code < 600; code++) {
            if (annotator.knows(new ReplyCode(code))) {
                codes.add(new ReplyCode(code));
            }
        }
        return codes;
    }

    /** The shelves whose pages lie in a folder such as {@code providers/}, by name. */
    List<Shelf> shelves(String folder) {
        return shelves.values().stream()
                .filter(shelf -> shelf.page().startsWith(Pages.FOLDER + folder))
                .sorted(Comparator.comparing(Shelf::name, String.CASE_INSENSITIVE_ORDER))
                .toList();
    }

    /** What is said of codes that no rule knows. */
    List<Written> classRules() {
        return rules.stream()
                .filter(written -> Pages.of(written.rule()).isEmpty())
                .filter(written -> written.rule().when().codes().stream().allMatch(code -> code.precision() < DIGITS))
                .toList();
    }

    List<Written> statusRules() {
        return shelves.containsKey(Pages.STATUS) ? shelves.get(Pages.STATUS).rules() : List.of();
    }

    /** The enhanced status codes that stand beside a reply code in the examples. */
    SortedSet<EnhancedStatus> statusesWith(ReplyCode code) {
        SortedSet<EnhancedStatus> statuses = new TreeSet<>(Comparator.comparing(EnhancedStatus::statusClass)
                .thenComparing(EnhancedStatus::subject)
                .thenComparing(EnhancedStatus::detail));
        for (Example example : examples(rules)) {
            if (example.reply().startsWith(code.toString())) {
                Reply.of(example.reply()).status().ifPresent(statuses::add);
            }
        }
        return statuses;
    }

    /** How many wordings of each shelf have a reply code, the most first. */
    Map<Shelf, Long> shelvesWith(ReplyCode code) {
        Map<Shelf, Long> counts = new TreeMap<>(Comparator.comparing(Shelf::page));
        for (Shelf shelf : shelves.values()) {
            long count = shelf.rules().stream()
                    .filter(written -> examples(List.of(written)).stream()
                            .anyMatch(example -> example.reply().startsWith(code.toString())))
                    .count();
            if (count > 0 && !shelf.page().equals(Pages.STATUS)) {
                counts.put(shelf, count);
            }
        }
        return counts;
    }

    private static List<Example> examples(List<Written> rules) {
        return rules.stream().flatMap(written -> written.examples().stream()).toList();
    }

    private static String name(Rule rule) {
        return rule.says()
                .provider()
                .or(rule.says()::software)
                .orElse(Phrases.reason(rule.says().reason()));
    }
}
