package dev.smtpsh.annotate;

import java.util.List;

/**
 * Something about mail that is explained by itself, such as greylisting; a short page that begins with what to type.
 *
 * @param id its name in lower case, words joined by a hyphen
 * @param aliases other names
 * @param group the heading it stands under where topics are listed
 * @param summary what it is, half a sentence
 * @param examples one to eight: a sentence, two spaces, what to type
 * @param paragraphs a few short ones
 * @param related ids of other topics, and reply codes
 * @param references RFC and section, or a page
 */
public record Topic(
        String id,
        List<String> aliases,
        String group,
        String title,
        String summary,
        List<String> examples,
        List<String> paragraphs,
        List<String> related,
        List<String> references) {
    public Topic {
        aliases = List.copyOf(aliases);
        examples = List.copyOf(examples);
        paragraphs = List.copyOf(paragraphs);
        related = List.copyOf(related);
        references = List.copyOf(references);
    }

    /** Where the reference has it: a path within the distribution. */
    public String page() {
        return "docs/topics/".concat(id).concat(".md");
    }
}
