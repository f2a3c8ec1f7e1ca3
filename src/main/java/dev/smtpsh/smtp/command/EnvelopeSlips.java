package dev.smtpsh.smtp.command;

import java.util.Locale;
import java.util.Optional;

/** MAIL and RCPT: label, brackets, address, parameters (RFC 5321 4.1.1.2, 4.1.1.3). */
final class EnvelopeSlips {
    private final String line;
    private final Verb verb;
    private final String label;

    private EnvelopeSlips(String line, Verb verb) {
        this.line = line;
        this.verb = verb;
        this.label = verb == Verb.RCPT ? "TO:" : "FROM:";
    }

    static Optional<Slip> find(String line, Verb verb) {
        return new EnvelopeSlips(line, verb).find();
    }

    private Optional<Slip> find() {
        int verbEnd = verb.name().length();
        int at = Proofreading.skipBlanks(line, verbEnd);
        if (!line.regionMatches(true, at, label, 0, label.length())) {
            return labelWrong(at);
        }
        if (at > verbEnd + 1) {
            return slip(
                    verbEnd + 1, at, "one space after " + verb, line.substring(0, verbEnd + 1) + line.substring(at));
        }
        int afterLabel = at + label.length();
        int open = Proofreading.skipBlanks(line, afterLabel);
        if (open == line.length()) {
            return slip(afterLabel, afterLabel, "needs an address in < >", verb == Verb.MAIL ? with("<>", "") : "");
        }
        if (line.charAt(open) != '<') {
            return unbracketed(afterLabel, open);
        }
        if (open > afterLabel) {
            return slip(afterLabel, open, "no space after " + label, with(line.substring(open), ""));
        }
        return bracketed(open);
    }

    private Optional<Slip> labelWrong(int at) {
        int wordEnd = at;
        while (wordEnd < line.length() && Character.isLetter(line.charAt(wordEnd))) {
            wordEnd++;
        }
        String word = line.substring(at, wordEnd);
        int next = Proofreading.skipBlanks(line, wordEnd);
        boolean colon = next < line.length() && line.charAt(next) == ':';
        String rest = line.substring(colon ? next + 1 : next).strip();
        String mended = rest.isEmpty() ? "" : with(rest, "");
        if (word.equalsIgnoreCase(label.substring(0, label.length() - 1))) {
            return colon
                    ? slip(wordEnd, next, "no space before the colon", mended)
                    : slip(wordEnd, Math.min(wordEnd + 1, line.length()), "needs a colon after " + word, mended);
        }
        if (colon || word.equalsIgnoreCase("FROM") || word.equalsIgnoreCase("TO")) {
            return slip(at, wordEnd, verb + " wants " + label + " here", mended);
        }
        String all = line.substring(at).strip();
        boolean address = all.startsWith("<") || all.indexOf('@') >= 0;
        return slip(
                at,
                Proofreading.wordEnd(line, at),
                "needs " + label + "<address> after " + verb,
                address ? with(all, "") : "");
    }

    private Optional<Slip> unbracketed(int afterLabel, int start) {
        int open = line.indexOf('<', start);
        int close = open < 0 ? -1 : line.indexOf('>', open);
        if (close > 0) {
            return slip(start, open, "the address alone, without a name", with(line.substring(open), ""));
        }
        int end = Proofreading.wordEnd(line, start);
        String word = line.substring(start, end);
        String bare = word.startsWith("[") && word.endsWith("]")
                ? word.substring(1, word.length() - 1)
                : word.replaceAll("^[(\"'{]+(?=.*@)|[>)\"'},;]+$", "");
        String words = start > afterLabel ? "needs < > and no space after " + label : "needs < > around the address";
        return slip(afterLabel, end, words, with("<" + bare + ">", line.substring(end)));
    }

    private Optional<Slip> bracketed(int open) {
        if (line.startsWith("<<", open)) {
            return slip(open + 1, open + 2, "one < is enough", with(line.substring(open + 1), ""));
        }
        int close = closing(open);
        if (close < 0) {
            int end = Proofreading.wordEnd(line, open);
            return slip(
                    open,
                    end,
                    "the < is never closed by >",
                    with(line.substring(open, end) + ">", line.substring(end)));
        }
        String path = line.substring(open + 1, close);
        if (!path.equals(path.strip())) {
            int from = path.startsWith(" ")
                    ? open + 1
                    : open + 1 + path.stripTrailing().length();
            int to = path.startsWith(" ")
                    ? open + 1 + path.length() - path.stripLeading().length()
                    : close;
            return slip(
                    from,
                    to,
                    "no space next to the brackets",
                    with("<" + path.strip() + ">", line.substring(close + 1)));
        }
        if (path.isEmpty() && verb == Verb.RCPT) {
            return slip(open, close + 1, "only MAIL may have the empty path", "");
        }
        boolean plain = path.isEmpty() || verb == Verb.RCPT && path.equalsIgnoreCase("postmaster");
        Optional<Slip> address =
                plain ? Optional.empty() : AddressSlips.find(path).map(slip -> slip.within(line, open + 1, close));
        return address.or(() -> after(close + 1)).or(() -> international(path, open + 1));
    }

    // RFC 5321 4.1.2: a quoted local part may hold > and blanks.
    private int closing(int open) {
        boolean quoted = false;
        for (int i = open + 1; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == '\\' && quoted) {
                i++;
            } else if (c == '"') {
                quoted = !quoted;
            } else if (c == '>' && !quoted) {
                return i;
            }
        }
        return -1;
    }

    private Optional<Slip> after(int at) {
        if (at < line.length() && line.charAt(at) != ' ') {
            int end = Proofreading.wordEnd(line, at);
            boolean parameter = Character.isLetter(line.charAt(at));
            String words = line.charAt(at) == '>'
                    ? "one > is enough"
                    : parameter ? "needs a space before the parameters" : "only parameters may follow the >";
            String rest = line.charAt(at) == '>' ? line.substring(at + 1) : line.substring(end);
            String mended = parameter ? line.substring(0, at) + " " + line.substring(at) : line.substring(0, at) + rest;
            return slip(at, line.charAt(at) == '>' ? at + 1 : end, words, mended);
        }
        return ParameterSlips.find(line, at, verb);
    }

    // RFC 6531 3.4: an address outside ASCII wants SMTPUTF8, which stands in MAIL alone.
    private Optional<Slip> international(String path, int start) {
        int from = 0;
        while (from < path.length() && path.charAt(from) <= 127) {
            from++;
        }
        boolean said = (line + " ").toUpperCase(Locale.ROOT).contains(" SMTPUTF8 ");
        if (from == path.length() || verb == Verb.RCPT || said) {
            return Optional.empty();
        }
        int to = from;
        while (to < path.length() && path.charAt(to) > 127) {
            to++;
        }
        return slip(
                start + from, start + to, "letters outside ASCII want SMTPUTF8", line.stripTrailing() + " SMTPUTF8");
    }

    private String with(String path, String rest) {
        return verb.name() + " " + label + path + rest;
    }

    private static Optional<Slip> slip(int from, int to, String words, String mended) {
        return Optional.of(new Slip(from, to, words, mended));
    }
}
