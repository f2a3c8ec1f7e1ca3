package dev.smtpsh.render.transcript;

import dev.smtpsh.render.Safe;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Markdown in ASCII: the wire in code blocks, what it means beneath. */
final class MarkdownFile implements Form.Writer {
    private static final String SPECIAL = "\\`*_{}[]<>()#+!|~$&";

    private final Wording wording = new Wording(Safe::ascii);

    @Override
    public void write(Document document, Appendable out) throws IOException {
        out.append("# ").append(escaped(document.title())).append("\n\n");
        for (String[] row : document.heading()) {
            out.append("- ").append(row[0]).append(": ").append(escaped(row[1])).append('\n');
        }
        for (Event event : document.transcript().events()) {
            out.append('\n');
            if (event instanceof Event.Connected connected) {
                out.append("Connected to ")
                        .append(escaped(connected.target().where()))
                        .append(".\n");
            } else if (event instanceof Event.Failed failed) {
                list(Wording.failure(failed), out);
            } else {
                said((Event.Said) event, out);
            }
        }
    }

    private void said(Event.Said said, Appendable out) throws IOException {
        List<String> block = new ArrayList<>();
        if (!said.unasked()) {
            wording.sent(said.exchange()).forEach(line -> block.add("C: " + line));
        }
        wording.received(said.exchange()).forEach(line -> block.add("S: " + line));
        String fence = fence(block);
        out.append(fence).append("smtp\n");
        for (String line : block) {
            out.append(line).append('\n');
        }
        out.append(fence).append("\n\n");
        List<String> words = new ArrayList<>();
        words.add(
                "After " + Wording.took(said.exchange()) + (said.unasked() ? ", and nobody waited for it" : "") + ".");
        words.addAll(Wording.meaning(said));
        list(words, out);
    }

    private static void list(List<String> lines, Appendable out) throws IOException {
        for (String line : lines) {
            out.append("- ").append(escaped(line)).append('\n');
        }
    }

    // A server must not be able to end the block.
    private static String fence(List<String> block) {
        int longest = 2;
        for (String line : block) {
            int run = 0;
            for (int i = 0; i < line.length(); i++) {
                run = line.charAt(i) == '`' ? run + 1 : 0;
                longest = Math.max(longest, run);
            }
        }
        return "`".repeat(longest + 1);
    }

    private static String escaped(String text) {
        StringBuilder escaped = new StringBuilder(text.length());
        for (char c : Safe.ascii(text).toCharArray()) {
            if (SPECIAL.indexOf(c) >= 0) {
                escaped.append('\\');
            }
            escaped.append(c);
        }
        return escaped.toString();
    }
}
