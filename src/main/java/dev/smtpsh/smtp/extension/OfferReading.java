package dev.smtpsh.smtp.extension;

import dev.smtpsh.smtp.extension.Capabilities.Offer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What stands behind the keyword of an EHLO line, in words. */
public final class OfferReading {
    // RFC 9422 6: the limits that are registered.
    private static final Map<String, String> LIMITS = Map.of(
            "MAILMAX", "messages in one connection",
            "RCPTMAX", "recipients of one message",
            "RCPTDOMAINMAX", "domains among the recipients of one message");

    private OfferReading() {}

    /** The values of an offer, half a sentence; empty if there is nothing to add to its purpose. */
    public static String words(Offer offer) {
        List<String> values = offer.parameters();
        Optional<Extension> extension = offer.extension();
        if (extension.isEmpty()) {
            return "";
        }
        return switch (extension.get()) {
            case SIZE -> size(values);
            case AUTH -> values.isEmpty() ? "names no mechanism, which is wrong" : "";
            case LIMITS -> limits(values);
            case DELIVERBY -> values.isEmpty() ? "no shortest time" : number(values.get(0), "s at least");
            case FUTURERELEASE -> future(values);
            case MT_PRIORITY -> values.isEmpty() ? "" : "priorities of the profile " + values.get(0);
            case NO_SOLICITING -> values.isEmpty() ? "" : "not wanted: " + String.join(" ", values);
            case XCLIENT, XFORWARD -> values.isEmpty() ? "" : "attributes " + String.join(" ", values);
            case BURL -> values.isEmpty() ? "any URL it is given the right to" : "from " + String.join(" ", values);
            case STARTTLS,
                    PIPELINING,
                    EIGHT_BIT_MIME,
                    SMTPUTF8,
                    DSN,
                    CHUNKING,
                    BINARYMIME,
                    ENHANCEDSTATUSCODES,
                    REQUIRETLS,
                    PRDR,
                    VRFY,
                    EXPN,
                    HELP -> values.isEmpty() ? "" : "takes no value, yet says " + String.join(" ", values);
            default -> "";
        };
    }

    // RFC 1870 4: 0 states no limit, and nothing states nothing.
    private static String size(List<String> values) {
        if (values.isEmpty()) {
            return "states no limit";
        }
        String value = values.get(0);
        if (!digits(value)) {
            return "states no number, which is wrong";
        }
        return value.matches("0+") ? "0: no fixed limit" : "";
    }

    private static String limits(List<String> values) {
        List<String> words = new ArrayList<>();
        for (String value : values) {
            int equals = value.indexOf('=');
            String name = (equals < 0 ? value : value.substring(0, equals)).toUpperCase(Locale.ROOT);
            String number = equals < 0 ? "" : value.substring(equals + 1);
            boolean known = LIMITS.containsKey(name) && digits(number);
            words.add(known ? "at most " + number + " " + LIMITS.get(name) : value + " (not known)");
        }
        return words.isEmpty() ? "states none" : String.join(", ", words);
    }

    // RFC 4865 3: the longest interval in seconds, and the latest moment.
    private static String future(List<String> values) {
        if (values.isEmpty()) {
            return "";
        }
        String latest = values.size() > 1 ? ", until " + values.get(1) + " at the latest" : "";
        return number(values.get(0), "s at most") + latest;
    }

    private static String number(String value, String unit) {
        return digits(value) ? value + " " + unit : value + " is no number, which is wrong";
    }

    private static boolean digits(String text) {
        return !text.isEmpty() && text.chars().allMatch(c -> c >= '0' && c <= '9');
    }
}
