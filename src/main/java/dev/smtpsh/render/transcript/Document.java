package dev.smtpsh.render.transcript;

import dev.smtpsh.wire.Target;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What is written to a file: one conversation without its secrets, and where and when it was.
 *
 * @param version of smtpsh
 * @param zone whose clock the times are told by
 */
public record Document(Transcript transcript, Redaction redaction, String version, ZoneId zone) {
    private static final DateTimeFormatter WHEN = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss xxx", Locale.ROOT);

    /** Label and value of what stands at the head. */
    List<String[]> heading() {
        Optional<Target> target = transcript.target();
        return List.of(
                new String[] {"Host", target.map(Target::name).orElse(transcript.name())},
                new String[] {"Address", target.map(Target::where).orElse("not connected")},
                new String[] {"Time", WHEN.format(ZonedDateTime.ofInstant(transcript.begun(), zone))},
                new String[] {"Redaction", redaction.words()},
                new String[] {"Written by", "smtpsh " + version});
    }

    String title() {
        return "SMTP conversation with " + transcript.target().map(Target::name).orElse(transcript.name());
    }
}
