package dev.smtpsh.annotate.transcript;

import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a tool says of the connection, in its own words: where it goes, and that it is encrypted. Learnt from swaks, telnet,
 * openssl s_client, posttls-finger, curl, msmtp, exim and Python's smtplib.
 */
final class Origin {
    // Remarks are short; what is longer is not looked at, so that a file without line ends costs nothing.
    private static final int LONGEST = 500;

    private static final Pattern ASKED =
            Pattern.compile("-connect +([^ :]+):([0-9]{1,5})|\\btelnet +(\\S+) +([0-9]{1,5})");
    private static final Pattern TRYING =
            Pattern.compile("^(?:=== |\\* +).{0,80}?Trying \\[?([^\\s\\]]+?)\\]?:([0-9]{1,5})");
    private static final Pattern CONNECTED = Pattern.compile(
            "(?i)\\bconnect(?:ed|ing)? to \\[?([a-z0-9_.:-]*[a-z0-9_])[\\].]*(?: *[\\[(][0-9a-f.:]+[\\])])?(?: port |:)?([0-9]{1,5})?");
    private static final Pattern PYTHON = Pattern.compile("^connect: (?:to )?\\('([^']+)', ([0-9]{1,5})\\)");
    private static final Pattern SETTING = Pattern.compile("^(host|port) = (\\S+)$");
    private static final String[] ENCRYPTED = {
        "TLS started with cipher", "SSL connection using", "TLS session parameters:", "TLS connection established",
        "SSL handshake has read", ", Cipher is TLS", ", Cipher is ECDHE", "Secure connection established"
    };

    private static final String[] BEGINNING = {
        "CONNECTED(",
        "=== Connected to ",
        "* Connected to ",
        "* Established connection to ",
        "connect: (",
        "connect: to (",
        "posttls-finger: Connected to "
    };

    private Optional<String> host = Optional.empty();
    private OptionalInt port = OptionalInt.empty();
    private boolean encrypted;

    /** Whether a remark says that a connection has just been made. */
    static boolean begins(String line) {
        if (line.length() > LONGEST) {
            return false;
        }
        for (String words : BEGINNING) {
            if (line.startsWith(words)) {
                return true;
            }
        }
        // qmail's bounces say "Connected to 192.0.2.1 but sender was rejected."
        return line.startsWith("Connected to ") && line.endsWith(".") && !line.contains(" but ");
    }

    /** Takes what a remark says. */
    void read(String line) {
        if (line.length() > LONGEST) {
            return;
        }
        for (String words : ENCRYPTED) {
            encrypted |= line.contains(words);
        }
        place(ASKED.matcher(line), 1);
        place(ASKED.matcher(line), 3);
        place(TRYING.matcher(line), 1);
        place(PYTHON.matcher(line), 1);
        place(CONNECTED.matcher(line), 1);
        Matcher setting = SETTING.matcher(line);
        if (setting.find()) {
            if (setting.group(1).equals("host")) {
                host = Optional.of(setting.group(2));
            } else {
                port(setting.group(2));
            }
        }
    }

    /** A new connection, to the same place unless a remark says otherwise. */
    void again() {
        encrypted = false;
    }

    Optional<String> host() {
        return host;
    }

    OptionalInt port() {
        return port;
    }

    boolean encrypted() {
        return encrypted;
    }

    private void place(Matcher found, int group) {
        if (!found.find() || found.group(group) == null) {
            return;
        }
        host = Optional.of(found.group(group).toLowerCase(Locale.ROOT));
        port(found.group(group + 1));
    }

    private void port(String digits) {
        if (digits != null && digits.length() <= 5 && digits.chars().allMatch(c -> c >= '0' && c <= '9')) {
            port = OptionalInt.of(Integer.parseInt(digits));
        }
    }
}
