package dev.smtpsh.annotate.knowledge;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Small rule files for tests. */
public final class Family {
    private Family() {}

    /** A file of rules that differ in id and conditions only; each is given as {@code id: {conditions}}. */
    public static String of(String... idsAndConditions) {
        StringBuilder text = new StringBuilder("family: test\nabout: For tests.\nrules:\n");
        for (String rule : idsAndConditions) {
            int colon = rule.indexOf(": ");
            text.append(rule(rule.substring(0, colon), rule.substring(colon + 2)));
        }
        return text.toString();
    }

    static String rule(String id, String when) {
        return """
                  - id: %s
                    when: %s
                    title: A title
                    reason: other
                    meaning: It means something.
                    who: you
                    fix: [Do it.]
                    retry: after-fix
                    scope: session
                    confidence: likely
                    references: [RFC 5321 4.2]
                    examples: ["550 x"]
                    near-misses: ["250 x"]
                """.formatted(id, when);
    }

    public static RuleFiles read(String text) {
        SortedMap<String, String> files = new TreeMap<>();
        files.put("test.yaml", text);
        return RuleReader.read(files);
    }

    /** The rules of a file without slips. */
    public static List<Rule> rules(String text) {
        RuleFiles files = read(text);
        if (!files.complaints().isEmpty()) {
            throw new AssertionError(files.complaints().toString());
        }
        return files.rules().stream().map(RuleFiles.Written::rule).toList();
    }

    public static RuleBook book(String... idsAndConditions) {
        return RuleBook.open(RulePress.press(rules(of(idsAndConditions))));
    }
}
