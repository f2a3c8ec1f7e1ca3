package dev.smtpsh.tls;

/**
 * A TLS alert (RFC 8446 6, RFC 5246 7.2).
 *
 * @param number 0 to 255
 * @param name such as {@code handshake_failure}
 * @param ours whether we raised it
 * @param words what it means here, as a sentence
 */
public record Alert(int number, String name, boolean ours, String words) {
    /** An alert the peer sent. */
    public static Alert received(int number) {
        return new Alert(number, AlertMeaning.name(number), false, AlertMeaning.received(number));
    }

    /**
     * An alert we raised.
     *
     * @param detail what led to it; may be empty
     */
    public static Alert raised(int number, String detail) {
        String words = "smtpsh ended TLS: " + AlertMeaning.raised(number);
        return new Alert(
                number, AlertMeaning.name(number), true, words + (detail.isEmpty() ? "" : " (" + detail + ")"));
    }
}
