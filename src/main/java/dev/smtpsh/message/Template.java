package dev.smtpsh.message;

import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/** The header of an ordinary message, made from its envelope (RFC 5322 3.6). */
public final class Template {
    // RFC 5322 3.3; the locale must not matter.
    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("EEE, d MMM yyyy HH:mm:ss Z", Locale.ROOT);

    private Template() {}

    /**
     * Header lines without their line ends; Subject comes last, its value to be written.
     *
     * @param reversePath empty for the null reverse-path, which then From cannot show
     * @param unique the left part of the Message-ID
     * @param host the right part
     */
    public static List<String> header(
            String reversePath, List<String> recipients, ZonedDateTime now, String unique, String host) {
        String from = reversePath.isEmpty() ? "postmaster@" + host : reversePath;
        String to = recipients.isEmpty() ? "undisclosed-recipients:;" : "<" + String.join(">, <", recipients) + ">";
        return List.of(
                "From: <" + from + ">",
                "To: " + to,
                "Date: " + DATE.format(now),
                "Message-ID: <" + unique + "@" + host + ">",
                "Subject: test");
    }
}
