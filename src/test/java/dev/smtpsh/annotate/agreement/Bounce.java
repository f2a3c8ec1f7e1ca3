package dev.smtpsh.annotate.agreement;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The replies in a bounce, found in the simplest way: its Diagnostic-Code fields, or else what stands in its words for
 * people like a reply. Enough to measure with; not how smtpsh itself will read bounces.
 */
final class Bounce {
    private static final Pattern FIELD = Pattern.compile("(?im)^Diagnostic-Code:[ \\t]*(.*(?:\\n[ \\t]+.*)*)");
    private static final Pattern TYPE = Pattern.compile("^[A-Za-z-]+ *; *");
    private static final Pattern REPLY = Pattern.compile("(?<![0-9.])([245][0-9]{2}(?:[ -]| *$).*)", Pattern.DOTALL);
    // At the beginning of a line, or after what a mail server writes before the reply it got.
    private static final Pattern SPOKEN = Pattern.compile("(?m)(?:^[ \\t>]*(?:<<< )?|: |\\(|\"|' )"
            + "((?:[245][0-9]{2}-.*\\n[ \\t]*(?:<<< )?)*[245][0-9]{2}[ -](?![0-9]{2}:)\\S.*(?:\\n[ \\t]+\\S.*)*)");
    private static final Pattern RETURNED =
            Pattern.compile("(?im)^Content-Type: *(message/rfc822|text/rfc822-headers).*|^Return-Path: .*\\n");

    private Bounce() {}

    /** In the order of the recipients. */
    static List<String> replies(Path file) throws IOException {
        String text =
                unfolded(Files.readString(file, StandardCharsets.ISO_8859_1).replace("\r\n", "\n"));
        int body = Math.max(0, text.indexOf("\n\n"));
        List<String> replies = new ArrayList<>();
        Matcher field = FIELD.matcher(text);
        while (field.find()) {
            diagnosis(field.group(1)).ifPresent(replies::add);
        }
        if (replies.isEmpty()) {
            Matcher spoken = SPOKEN.matcher(report(text.substring(body)));
            while (spoken.find()) {
                replies.add(spoken.group(1)
                        .replace("\n<<< ", " ")
                        .replaceAll("\\s+", " ")
                        .strip());
            }
        }
        return replies;
    }

    private static Optional<String> diagnosis(String value) {
        String words = TYPE.matcher(value.replaceAll("\\s+", " ").strip()).replaceFirst("");
        Matcher reply = REPLY.matcher(words);
        return Optional.of(reply.find() ? reply.group(1) : words).filter(found -> !found.isBlank());
    }

    // Soft line breaks of quoted-printable.
    private static String unfolded(String text) {
        return text.toLowerCase(Locale.ROOT).contains("quoted-printable") ? text.replaceAll("= *\\n", "") : text;
    }

    // What comes back below the report is the message, whose lines prove nothing.
    private static String report(String body) {
        Matcher returned = RETURNED.matcher(body);
        return returned.find() ? body.substring(0, returned.start()) : body;
    }
}
