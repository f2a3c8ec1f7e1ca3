package dev.smtpsh.smtp.extension;

import dev.smtpsh.smtp.reply.Reply;
import dev.smtpsh.smtp.reply.ReplyLine;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What an EHLO reply offers (RFC 5321 4.1.1.1).
 *
 * @param domain the name the server calls itself on the first line; empty if it gives none
 * @param offers one for each further line, in the server's order
 */
public record Capabilities(String domain, List<Offer> offers) {
    /** Nothing offered: before EHLO, or after HELO. */
    public static final Capabilities NONE = new Capabilities("", List.of());

    // What a sender misses when it is not there, most missed first.
    private static final List<Extension> MISSED = List.of(
            Extension.STARTTLS,
            Extension.AUTH,
            Extension.SIZE,
            Extension.EIGHT_BIT_MIME,
            Extension.SMTPUTF8,
            Extension.PIPELINING,
            Extension.CHUNKING,
            Extension.DSN,
            Extension.ENHANCEDSTATUSCODES);

    public Capabilities {
        offers = List.copyOf(offers);
    }

    /**
     * One keyword line.
     *
     * @param keyword in upper case
     * @param parameters the words after it, as sent
     */
    public record Offer(String keyword, List<String> parameters) {
        public Offer {
            parameters = List.copyOf(parameters);
        }

        public Optional<Extension> extension() {
            return Extension.named(keyword);
        }

        @Override
        public String toString() {
            return parameters.isEmpty() ? keyword : keyword + " " + String.join(" ", parameters);
        }
    }

    /** Reads a positive EHLO or LHLO reply; any other gives {@link #NONE}. */
    public static Capabilities read(Reply reply) {
        if (!reply.completed()) {
            return NONE;
        }
        List<Offer> offers = new ArrayList<>();
        List<ReplyLine> lines = reply.lines();
        for (ReplyLine line : lines.subList(1, lines.size())) {
            List<String> words = words(line.text());
            if (!words.isEmpty()) {
                offer(words, offers);
            }
        }
        List<String> greeting = words(lines.get(0).text());
        return new Capabilities(greeting.isEmpty() ? "" : greeting.get(0), offers);
    }

    public boolean has(Extension extension) {
        return find(extension).isPresent();
    }

    /** The first offer of an extension. */
    public Optional<Offer> find(Extension extension) {
        return offers.stream()
                .filter(offer -> offer.keyword().equals(extension.keyword()))
                .findFirst();
    }

    /**
     * What a sender may miss, most missed first.
     *
     * @param secured whether TLS is there, so that STARTTLS is not missed
     */
    public List<Extension> missed(boolean secured) {
        return MISSED.stream()
                .filter(extension -> !has(extension))
                .filter(extension -> extension != Extension.STARTTLS || !secured)
                .toList();
    }

    /** The mechanisms of all AUTH lines, in upper case, each once (RFC 4954 3). */
    public List<String> mechanisms() {
        return offers.stream()
                .filter(offer -> offer.keyword().equals("AUTH"))
                .flatMap(offer -> offer.parameters().stream())
                .map(name -> name.toUpperCase(Locale.ROOT))
                .distinct()
                .toList();
    }

    /** The number after SIZE in octets; empty if there is none, it is 0 ("no limit", RFC 1870 4) or no number. */
    public Optional<Long> sizeLimit() {
        return find(Extension.SIZE)
                .flatMap(offer -> offer.parameters().stream().findFirst())
                .filter(text -> text.length() <= 18 && text.chars().allMatch(c -> c >= '0' && c <= '9'))
                .map(Long::parseLong)
                .filter(size -> size > 0);
    }

    // "AUTH=LOGIN PLAIN" is an old form of AUTH that some servers still send beside the new one.
    private static void offer(List<String> words, List<Offer> offers) {
        String keyword = words.get(0).toUpperCase(Locale.ROOT);
        List<String> parameters = new ArrayList<>(words.subList(1, words.size()));
        if (keyword.startsWith("AUTH=")) {
            parameters.add(0, keyword.substring("AUTH=".length()));
            keyword = "AUTH";
        }
        offers.add(new Offer(keyword, parameters));
    }

    private static List<String> words(String text) {
        List<String> words = new ArrayList<>();
        for (String word : text.trim().split("\\s+")) {
            if (!word.isEmpty()) {
                words.add(word);
            }
        }
        return words;
    }
}
