package dev.smtpsh.message;

import dev.smtpsh.smtp.Octets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What is odd about a message, as remarks; none of them keeps it from being sent. */
public final class Lint {
    // RFC 5322 2.1.1, RFC 5321 4.5.3.1.6: 1,000 octets with CRLF.
    private static final int LONGEST_LINE = 998;
    private static final List<String> NEEDED = List.of("From", "Date", "Message-ID");
    private static final int MOST_SHOWN = 5;

    /**
     * A message, measured.
     *
     * @param lines how many, CRLF or LF ended
     * @param longest octets of the longest line without its line end
     */
    public record Report(int size, int lines, int longest, List<String> remarks) {
        public Report {
            remarks = List.copyOf(remarks);
        }
    }

    private final Octets message;
    private final boolean eightBit;
    private final List<String> recipients;
    private final Map<String, String> header = new LinkedHashMap<>();
    private int lines;
    private int longest;
    private int longLines;
    private boolean bareLf;
    private boolean bareCr;
    private boolean high;
    private boolean inBody;

    private Lint(Octets message, boolean eightBit, List<String> recipients) {
        this.message = message;
        this.eightBit = eightBit;
        this.recipients = recipients;
    }

    /**
     * Looks a message over.
     *
     * @param eightBit whether the envelope announced 8-bit text ({@code BODY=8BITMIME}, {@code SMTPUTF8})
     * @param recipients the forward-paths of the envelope
     */
    public static Report of(Octets message, boolean eightBit, List<String> recipients) {
        Lint lint = new Lint(message, eightBit, recipients);
        lint.measure();
        return new Report(message.length(), lint.lines, lint.longest, lint.remarks());
    }

    private void measure() {
        int begin = 0;
        for (int at = 0; at < message.length(); at++) {
            int octet = message.at(at);
            high |= octet > 0x7e;
            bareCr |= octet == '\r' && (at + 1 == message.length() || message.at(at + 1) != '\n');
            if (octet == '\n') {
                boolean cr = at > begin && message.at(at - 1) == '\r';
                bareLf |= !cr;
                line(begin, cr ? at - 1 : at);
                begin = at + 1;
            }
        }
        if (begin < message.length()) {
            line(begin, message.length());
        }
    }

    private void line(int from, int to) {
        lines++;
        longest = Math.max(longest, to - from);
        longLines += to - from > LONGEST_LINE ? 1 : 0;
        inBody |= from == to;
        if (!inBody) {
            String text = message.slice(from, to).latin1();
            int colon = text.indexOf(':');
            if (colon > 0 && text.charAt(0) > ' ') {
                header.putIfAbsent(text.substring(0, colon).toLowerCase(Locale.ROOT), text.substring(colon + 1));
            }
        }
    }

    private List<String> remarks() {
        List<String> remarks = new ArrayList<>();
        List<String> missing = NEEDED.stream()
                .filter(name -> !header.containsKey(name.toLowerCase(Locale.ROOT)))
                .toList();
        if (!missing.isEmpty()) {
            remarks.add("No " + String.join(", ", missing) + " in the header: RFC 5322 3.6 wants From and Date, and"
                    + " filters count what is missing as a mark of spam.");
        }
        if (!inBody && lines > 0) {
            remarks.add("No empty line ends the header: readers may take the text for header lines.");
        }
        if (longLines > 0) {
            remarks.add((longLines == 1 ? "1 line is" : longLines + " lines are") + " longer than " + LONGEST_LINE
                    + " octets (RFC 5322 2.1.1): servers may refuse or break them.");
        }
        if (high && !eightBit) {
            remarks.add("There are octets that are no ASCII, and MAIL did not announce BODY=8BITMIME (RFC 6152 3).");
        }
        if (bareLf || bareCr) {
            remarks.add("There is a bare " + (bareLf ? "LF" : "CR") + ": only CRLF ends a line (RFC 5321 2.3.8).");
        }
        elsewhere(remarks);
        return remarks;
    }

    // Nothing is wrong with it, and it surprises everybody once.
    private void elsewhere(List<String> remarks) {
        String named = String.join(" ", header.getOrDefault("to", ""), header.getOrDefault("cc", ""))
                .toLowerCase(Locale.ROOT);
        List<String> unnamed = recipients.stream()
                .filter(path -> !named.contains(path.toLowerCase(Locale.ROOT)))
                .limit(MOST_SHOWN)
                .toList();
        if (!unnamed.isEmpty()) {
            remarks.add("To does not name " + String.join(", ", unnamed)
                    + ". That is allowed: RCPT decides who gets it, To only says so.");
        }
    }
}
