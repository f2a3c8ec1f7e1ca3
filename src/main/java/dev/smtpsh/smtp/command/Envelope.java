package dev.smtpsh.smtp.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What a MAIL or RCPT line says, read leniently: path and parameters (RFC 5321 4.1.1.2, 4.1.1.3, 4.1.2).
 *
 * @param path the path between {@code <} and {@code >}; empty for the null reverse-path; absent where no path can be
 *     made out
 * @param parameters {@code KEYWORD} or {@code KEYWORD=value}, as typed
 * @param slips where the line breaks the grammar
 */
public record Envelope(Optional<String> path, List<String> parameters, List<Slip> slips) {
    public Envelope {
        parameters = List.copyOf(parameters);
        slips = List.copyOf(slips);
    }

    /** Reads a line whose verb is MAIL or RCPT; every index is one of the line's octets. */
    public static Envelope read(Command.Line line) {
        Verb verb = line.verb().orElseThrow();
        return new Reader(line.typed().latin1(), verb == Verb.RCPT ? "TO:" : "FROM:", verb).read();
    }

    /** The value of a parameter, its keyword in any letter case; empty text for a keyword without value. */
    public Optional<String> parameter(String keyword) {
        for (String parameter : parameters) {
            int equals = parameter.indexOf('=');
            String name = equals < 0 ? parameter : parameter.substring(0, equals);
            if (name.equalsIgnoreCase(keyword)) {
                return Optional.of(equals < 0 ? "" : parameter.substring(equals + 1));
            }
        }
        return Optional.empty();
    }

    private static final class Reader {
        private final String line;
        private final String label;
        private final Verb verb;
        private final List<Slip> slips = new ArrayList<>();
        private int at;

        Reader(String line, String label, Verb verb) {
            this.line = line;
            this.label = label;
            this.verb = verb;
        }

        Envelope read() {
            at = verb.name().length();
            skipSpaces();
            int labelled = at;
            if (!line.regionMatches(true, at, label, 0, label.length())) {
                slips.add(new Slip(at, Math.max(at, wordEnd(at)), "needs " + label + "<address> after " + verb, ""));
                return new Envelope(Optional.empty(), List.of(), slips);
            }
            at += label.length();
            int spaced = at;
            skipSpaces();
            boolean space = at > spaced;
            Optional<String> path = path(space ? spaced : at, space);
            if (at == labelled) {
                return new Envelope(path, List.of(), slips);
            }
            return new Envelope(path, parameters(), slips);
        }

        private Optional<String> path(int from, boolean space) {
            if (at < line.length() && line.charAt(at) == '<') {
                return bracketed(from, space);
            }
            int end = wordEnd(at);
            String word = line.substring(at, end);
            String words = word.isEmpty()
                    ? "needs an address in < >"
                    : space ? "needs < > and no space after " + label : "needs < > around the address";
            slips.add(new Slip(from, Math.max(end, from), words, mended(word, end)));
            at = end;
            return word.isEmpty() ? Optional.empty() : Optional.of(word);
        }

        private Optional<String> bracketed(int from, boolean space) {
            int close = closing(at);
            if (close < 0) {
                int end = wordEnd(at);
                slips.add(new Slip(at, end, "the < is never closed by >", mended(line.substring(at + 1, end), end)));
                String open = line.substring(at + 1, end);
                at = end;
                return Optional.of(open);
            }
            String path = line.substring(at + 1, close);
            if (space) {
                slips.add(new Slip(from, at, "no space after " + label, mended(path, close + 1)));
            }
            if (path.isEmpty() && verb == Verb.RCPT) {
                slips.add(new Slip(at, close + 1, "only MAIL may have the empty path", ""));
            }
            at = close + 1;
            return Optional.of(path);
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
                } else if (c == ' ' && !quoted) {
                    return -1;
                }
            }
            return -1;
        }

        private List<String> parameters() {
            List<String> found = new ArrayList<>();
            if (at < line.length() && line.charAt(at) != ' ') {
                int end = wordEnd(at);
                slips.add(new Slip(at, end, "needs a space before the parameters", ""));
                at = end;
            }
            skipSpaces();
            while (at < line.length()) {
                int end = wordEnd(at);
                found.add(line.substring(at, end));
                at = end;
                skipSpaces();
            }
            return found;
        }

        private String mended(String address, int rest) {
            String bare = address.startsWith("<") ? address.substring(1) : address;
            return verb.name().toUpperCase(Locale.ROOT) + " " + label + "<" + bare + ">" + line.substring(rest);
        }

        private void skipSpaces() {
            while (at < line.length() && (line.charAt(at) == ' ' || line.charAt(at) == '\t')) {
                at++;
            }
        }

        private int wordEnd(int from) {
            int end = from;
            while (end < line.length() && line.charAt(end) != ' ' && line.charAt(end) != '\t') {
                end++;
            }
            return end;
        }
    }
}
