package dev.smtpsh.annotate.agreement;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code docs/agreement.md}: every disagreement with who is right and why. People judge; what was measured is filled in. */
final class Ledger {
    static final String OPEN = "**open**: to be judged.";

    private static final Path PAGE = Path.of("docs/agreement.md");
    private static final Pattern ENTRY = Pattern.compile(
            "(?m)^- `([^`]*)`  \\n  the collection: `([^`]*)`; smtpsh: `([^`]*)`\\. (\\*\\*.*(?:\\n(?!-|#|\\n).*)*)");

    private final String text;
    private final Map<Disagreement, String> judgements = new LinkedHashMap<>();

    Ledger() throws IOException {
        text = Files.readString(PAGE);
        Matcher entry = ENTRY.matcher(text);
        while (entry.find()) {
            judgements.put(
                    new Disagreement(entry.group(1), entry.group(2), entry.group(3)),
                    entry.group(4).strip());
        }
    }

    Map<Disagreement, String> judgements() {
        return judgements;
    }

    String text() {
        return text;
    }

    /** The page with one section as it was measured; judgements that still hold are kept. */
    String with(Comparison measured) {
        StringBuilder section = new StringBuilder("## " + measured.name() + "\n\n" + measured.summary() + "\n\n");
        for (Disagreement each : measured.disagreements()) {
            section.append(each.written())
                    .append(' ')
                    .append(judgements.getOrDefault(each, OPEN))
                    .append('\n');
        }
        int start = text.indexOf("## " + measured.name() + "\n");
        int end = text.indexOf("\n## ", start + 1);
        String before = start < 0 ? text.stripTrailing() + "\n\n" : text.substring(0, start);
        return before + section + (start < 0 || end < 0 ? "" : text.substring(end));
    }

    static void write(String page) throws IOException {
        Files.writeString(PAGE, page);
    }
}
