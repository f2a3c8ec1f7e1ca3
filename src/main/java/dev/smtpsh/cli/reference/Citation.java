package dev.smtpsh.cli.reference;

import java.util.List;
import java.util.stream.Collectors;

/** References as links. */
final class Citation {
    private Citation() {}

    /** {@code RFC 5321 4.2.3} or a page's address. */
    static String link(String reference) {
        if (!reference.startsWith("RFC ")) {
            return Markdown.link(
                    reference.replaceFirst("https?://(www\\.)?", "").replaceFirst("/$", ""), reference);
        }
        String[] parts = reference.split(" ");
        String page = "https://www.rfc-editor.org/rfc/rfc" + parts[1];
        if (parts.length < 3) {
            return Markdown.link(reference, page);
        }
        // Appendices are lettered.
        String kind = Character.isLetter(parts[2].charAt(0)) ? "#appendix-" : "#section-";
        return Markdown.link("RFC " + parts[1] + ", " + parts[2], page + kind + parts[2]);
    }

    static String links(List<String> references) {
        return references.stream().map(Citation::link).collect(Collectors.joining("; "));
    }
}
