package dev.smtpsh.render;

import dev.smtpsh.annotate.Actor;
import dev.smtpsh.annotate.Annotation;
import dev.smtpsh.annotate.Retry;
import dev.smtpsh.annotate.Verdict;
import dev.smtpsh.annotate.circumstance.Circumstance;
import dev.smtpsh.session.Exchange;
import dev.smtpsh.session.Failure;
import dev.smtpsh.smtp.Octets;
import dev.smtpsh.smtp.reply.Reply;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Values as people read them. */
public final class Words {
    /** Whom a verdict on a message is for, as {@code for amy@example.net}. */
    public static String recipient(Exchange verdict) {
        return verdict.recipient()
                .map(path -> "for " + Safe.visible(Octets.latin1(path)))
                .orElse("for all");
    }

    private static final int DAY = 24;

    private Words() {}

    public static Intent intent(Verdict verdict) {
        return switch (verdict) {
            case OK -> Intent.OK;
            case GO_ON -> Intent.GO_ON;
            case TRY_LATER -> Intent.TRY_LATER;
            case REFUSED -> Intent.REFUSED;
            case BROKEN -> Intent.BROKEN;
            case CLOSED -> Intent.CLOSED;
        };
    }

    /** What the first digit says, where nobody has said more. */
    public static Verdict verdict(Reply reply) {
        if (reply.breaksProtocol() || reply.code().isEmpty()) {
            return Verdict.BROKEN;
        }
        return switch (reply.code().get().severity()) {
            case 2 -> Verdict.OK;
            case 3 -> Verdict.GO_ON;
            case 4 -> Verdict.TRY_LATER;
            case 5 -> Verdict.REFUSED;
            default -> Verdict.BROKEN;
        };
    }

    public static String label(Failure.Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }

    /** {@code 15 min}, {@code 4 h}, {@code 2 days}. */
    public static String duration(Duration duration) {
        long hours = duration.toHours();
        if (hours >= DAY && hours % DAY == 0) {
            return hours / DAY == 1 ? "1 day" : hours / DAY + " days";
        }
        if (hours > 0 && duration.toMinutes() % 60 == 0) {
            return hours + " h";
        }
        return duration.toMinutes() > 0 ? duration.toMinutes() + " min" : duration.toSeconds() + " s";
    }

    /** Octets in the unit in which people think of message sizes, such as {@code 25 MiB}. */
    public static String size(long octets) {
        String[] units = {"octets", "KiB", "MiB", "GiB", "TiB"};
        double value = octets;
        int unit = 0;
        while (value >= 1024 && unit < units.length - 1) {
            value /= 1024;
            unit++;
        }
        long tenths = Math.round(value * 10);
        return tenths / 10 + (tenths % 10 == 0 ? "" : "." + tenths % 10) + " " + units[unit];
    }

    /** Milliseconds; with a decimal where they are few. */
    public static String milliseconds(Duration duration) {
        long tenths = Math.round(duration.toNanos() / 100_000.0);
        return tenths < 100 && tenths % 10 != 0
                ? tenths / 10 + "." + tenths % 10
                : String.valueOf(Math.round(tenths / 10.0));
    }

    /** Seconds with one decimal, such as {@code 1.4}. */
    public static String seconds(Duration duration) {
        long tenths = (duration.toMillis() + 50) / 100;
        return tenths / 10 + "." + tenths % 10;
    }

    public static String who(Annotation annotation) {
        boolean queue = annotation.who() == Actor.NOBODY && annotation.retry() == Retry.LATER;
        return annotation.who().words() + (queue ? " A queue retries by itself." : "");
    }

    /** The rule, and what of the reply and of the conversation it matched. */
    public static String matched(Annotation annotation) {
        String evidence = String.join(", ", annotation.evidence());
        return annotation.rule() + (evidence.isEmpty() ? "" : " matched " + evidence);
    }

    /** How sure an explanation is, and why. */
    public static String sure(Annotation annotation) {
        String evidence = String.join(", ", annotation.evidence());
        return annotation.confidence().label() + (evidence.isEmpty() ? "" : ": " + evidence);
    }

    /**
     * What of the conversation counts for these explanations, a sentence each, none twice; and where the reply code says
     * something else than the truth, that.
     *
     * @param said what is told elsewhere
     */
    public static List<String> here(Reply reply, List<Annotation> annotations, Set<Circumstance> said) {
        Map<Circumstance, String> here = new EnumMap<>(Circumstance.class);
        annotations.forEach(annotation -> here.putAll(annotation.here()));
        boolean classes = here.containsKey(Circumstance.STATUS_DIFFERS);
        here.keySet().removeAll(said);
        List<String> sentences = new ArrayList<>(here.values());
        if (!classes && !annotations.isEmpty()) {
            truth(reply, annotations.get(0)).ifPresent(sentences::add);
        }
        return sentences;
    }

    /** What the meaning of an explanation tells already: what it rests on and names no names. */
    public static Set<Circumstance> general(Annotation best) {
        Set<Circumstance> general = EnumSet.noneOf(Circumstance.class);
        best.here().forEach((circumstance, words) -> {
            if (words.equals(circumstance.words())) {
                general.add(circumstance);
            }
        });
        return general;
    }

    private static Optional<String> truth(Reply reply, Annotation best) {
        if (reply.permanentFailure() && !best.permanent()) {
            return Optional.of("The code says that this is final; in truth it may pass.");
        }
        if (reply.transientFailure() && best.permanent()) {
            return Optional.of("The code says that this may pass; in truth it stays, and a queue tries in vain.");
        }
        return reply.transientFailure() && best.retry() == Retry.AFTER_FIX
                ? Optional.of("The code says that this may pass; waiting alone does not mend it.")
                : Optional.empty();
    }

    public static String retry(Retry retry, Optional<Duration> after) {
        return switch (retry) {
            case NO -> "The same again will be refused again.";
            case LATER ->
                "The same again may be accepted later"
                        + (after.isPresent() ? ": wait " + duration(after.get()) + "." : ".");
            case AFTER_FIX ->
                "Only once it is mended"
                        + (after.isPresent() ? ", and not before " + duration(after.get()) + " have passed." : ".");
            case NOT_NEEDED -> "Nothing to repeat.";
        };
    }

    /** With a capital and a full stop. */
    public static String sentence(String words) {
        if (words.isEmpty()) {
            return words;
        }
        String capital = words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
        return ".!?:".indexOf(capital.charAt(capital.length() - 1)) >= 0 ? capital : capital + ".";
    }

    public static String firstSentence(String text) {
        int end = text.indexOf(". ");
        return end < 0 ? text : text.substring(0, end + 1);
    }

    /** The beginning of a text that a peer may have made as long as it liked. */
    public static String bounded(String text, int columns) {
        int end = Columns.fit(text, 0, columns);
        return end < text.length() ? text.substring(0, end) + "..." : text;
    }
}
