package dev.smtpsh.smtp.command;

import dev.smtpsh.smtp.Octets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Reads a line as a strict server does and finds the first place where it breaks the grammar. */
public final class Proofreading {
    // Each round mends one slip; who makes more of them in one line types it anew.
    private static final int MOST_ROUNDS = 8;
    private static final List<String> VERBS =
            Arrays.stream(Verb.values()).map(Verb::name).toList();

    private Proofreading() {}

    /**
     * The first slip of a line; it has a mended line only where that is free of slips. A mended line never holds what is
     * secret.
     */
    public static Optional<Slip> firstSlip(Command.Line line) {
        String text = line.typed().latin1();
        Optional<Slip> first = find(text);
        if (first.isEmpty()) {
            return first;
        }
        boolean secret = !line.redacted().equals(line.typed());
        Slip slip = first.get();
        return Optional.of(new Slip(slip.from(), slip.to(), slip.words(), secret ? "" : mended(slip)));
    }

    private static String mended(Slip first) {
        String text = first.mended();
        for (int round = 0; round < MOST_ROUNDS && !text.isEmpty(); round++) {
            Optional<Slip> next = find(text);
            if (next.isEmpty()) {
                return text;
            }
            text = next.get().mended();
        }
        return "";
    }

    private static Optional<Slip> find(String text) {
        Optional<Slip> stray = StraySlips.find(text);
        Optional<Slip> grammar = grammar(text);
        if (stray.isEmpty() || grammar.isEmpty()) {
            return stray.or(() -> grammar);
        }
        return stray.get().from() <= grammar.get().from() ? stray : grammar;
    }

    private static Optional<Slip> grammar(String text) {
        Optional<Verb> verb = new Command.Line(Octets.latin1(text)).verb();
        if (verb.isEmpty()) {
            return unknown(text);
        }
        return switch (verb.get()) {
            case HELO, EHLO, LHLO -> hello(text, verb.get());
            case MAIL, RCPT -> EnvelopeSlips.find(text, verb.get());
            case DATA, RSET, QUIT, STARTTLS, TURN -> nothingAfter(text, verb.get());
            case BDAT -> ArgumentSlips.chunk(text);
            case AUTH -> ArgumentSlips.login(text);
            case VRFY -> ArgumentSlips.missing(text, "a mailbox or a name");
            case EXPN -> ArgumentSlips.missing(text, "the name of a list");
            case ETRN -> ArgumentSlips.missing(text, "a domain");
            case BURL, HELP, NOOP, ATRN, SEND, SOML, SAML, XCLIENT, XFORWARD -> Optional.empty();
        };
    }

    private static Optional<Slip> hello(String text, Verb verb) {
        Optional<Slip> missing = ArgumentSlips.missing(text, "your host name, or your address as [192.0.2.1]");
        if (missing.isPresent()) {
            return missing;
        }
        int start = skipBlanks(text, verb.name().length());
        int end = wordEnd(text, start);
        Optional<Slip> name =
                DomainSlips.find(text.substring(start, end), false).map(slip -> slip.within(text, start, end));
        if (name.isPresent() || skipBlanks(text, end) == text.length()) {
            return name;
        }
        return Optional.of(new Slip(end, text.length(), "one name only, and nothing after it", text.substring(0, end)));
    }

    private static Optional<Slip> nothingAfter(String text, Verb verb) {
        int end = verb.name().length();
        return skipBlanks(text, end) == text.length()
                ? Optional.empty()
                : Optional.of(new Slip(
                        skipBlanks(text, end),
                        text.length(),
                        verb + " takes nothing after it",
                        text.substring(0, end)));
    }

    private static Optional<Slip> unknown(String text) {
        int start = skipBlanks(text, 0);
        if (start > 0 && start < text.length()) {
            return Optional.of(new Slip(0, start, "no space before the command", text.substring(start)));
        }
        int end = wordEnd(text, start);
        String word = text.substring(start, end);
        Optional<Slip> joined = joined(text, word);
        if (joined.isPresent()) {
            return joined;
        }
        // START TLS is one word.
        int next = skipBlanks(text, end);
        String both = word + text.substring(next, wordEnd(text, next));
        if (Verb.named(both).isPresent()) {
            return Optional.of(new Slip(end, next, both + " is one word", both + text.substring(wordEnd(text, next))));
        }
        return Spelling.nearest(word, VERBS)
                .map(meant ->
                        new Slip(start, end, "no such command; " + meant + " is like it", meant + text.substring(end)));
    }

    // MAILFROM:<a@b> and EHLO: as people write them.
    private static Optional<Slip> joined(String text, String word) {
        for (Verb verb : Verb.values()) {
            int end = verb.name().length();
            if (word.length() <= end || !word.regionMatches(true, 0, verb.name(), 0, end)) {
                continue;
            }
            String rest = text.substring(end);
            boolean path = verb == Verb.MAIL && rest.regionMatches(true, 0, "FROM", 0, 4)
                    || verb == Verb.RCPT && rest.regionMatches(true, 0, "TO", 0, 2);
            if (path) {
                return Optional.of(
                        new Slip(end, end + 1, "needs a space after " + verb, text.substring(0, end) + " " + rest));
            }
            if (rest.startsWith(":")) {
                String mended = text.substring(0, end) + " " + rest.substring(1).stripLeading();
                return Optional.of(new Slip(end, end + 1, "no colon after " + verb, mended.stripTrailing()));
            }
        }
        return Optional.empty();
    }

    static int skipBlanks(String text, int from) {
        int at = from;
        while (at < text.length() && (text.charAt(at) == ' ' || text.charAt(at) == '\t')) {
            at++;
        }
        return at;
    }

    static int wordEnd(String text, int from) {
        int end = from;
        while (end < text.length() && text.charAt(end) != ' ' && text.charAt(end) != '\t') {
            end++;
        }
        return end;
    }
}
