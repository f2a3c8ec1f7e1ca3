package dev.smtpsh.tls;

import java.util.Locale;

/**
 * Every registered TLS alert (RFC 8446 6 and B.2, RFC 5246 7.2, RFC 6066, RFC 7301, RFC 7507), and what it means when a
 * mail server sends it.
 */
public enum AlertMeaning {
    CLOSE_NOTIFY(0, "the server ended TLS in good order"),
    UNEXPECTED_MESSAGE(
            10, "the server got a message out of turn; often it does not expect TLS at this moment or on this port"),
    BAD_RECORD_MAC(20, "the server got a record that was damaged on the way, or something between changed it"),
    DECRYPTION_FAILED(21, "the server could not decrypt a record; only very old software sends this"),
    RECORD_OVERFLOW(22, "the server got a record longer than it takes"),
    DECOMPRESSION_FAILURE(30, "the server could not decompress a record; only very old software sends this"),
    HANDSHAKE_FAILURE(
            40,
            "the server found no cipher suite, group or signature algorithm in common, or it has no certificate set up"),
    NO_CERTIFICATE(41, "the server wanted a client certificate; only SSL 3.0 sends this"),
    BAD_CERTIFICATE(42, "the server could not read the certificate of the client, or its signature is wrong"),
    UNSUPPORTED_CERTIFICATE(43, "the server does not take this type of client certificate"),
    CERTIFICATE_REVOKED(44, "the server says that the certificate of the client was revoked"),
    CERTIFICATE_EXPIRED(
            45, "the server says that the certificate of the client has expired, or is not valid yet by its clock"),
    CERTIFICATE_UNKNOWN(46, "the server does not accept the certificate of the client and does not say why"),
    ILLEGAL_PARAMETER(47, "the server found a field of the handshake out of range; one side breaks the standard"),
    UNKNOWN_CA(48, "the server does not know the authority that signed the certificate of the client"),
    ACCESS_DENIED(49, "the server accepted the certificate of the client but refuses it access"),
    DECODE_ERROR(50, "the server could not read a handshake message; one side breaks the standard"),
    DECRYPT_ERROR(51, "the server found a signature or the end of the handshake wrong; something may be in between"),
    TOO_MANY_CIDS_REQUESTED(52, "the server was asked for too many connection ids; this belongs to DTLS"),
    EXPORT_RESTRICTION(60, "the server refused over key lengths of the export era; only very old software sends this"),
    PROTOCOL_VERSION(70, "the server speaks none of the TLS versions that were offered"),
    INSUFFICIENT_SECURITY(71, "the server wants stronger cipher suites or keys than were offered"),
    INTERNAL_ERROR(
            80,
            "something is wrong inside the server: often a certificate or key file that cannot be read; see its log"),
    INAPPROPRIATE_FALLBACK(86, "the server supports a newer TLS version than was offered and sees a downgrade"),
    USER_CANCELED(90, "the server gave the handshake up for a reason that has nothing to do with TLS"),
    NO_RENEGOTIATION(100, "the server refuses to negotiate again inside the running session"),
    MISSING_EXTENSION(109, "the server misses something in the ClientHello, such as the server name (SNI)"),
    UNSUPPORTED_EXTENSION(110, "the server got an extension it did not ask for"),
    CERTIFICATE_UNOBTAINABLE(111, "the server could not fetch the certificate of the client from its address"),
    UNRECOGNIZED_NAME(112, "the server has no certificate for the name that was asked for (SNI)"),
    BAD_CERTIFICATE_STATUS_RESPONSE(113, "the server did not accept the stapled status of a certificate"),
    BAD_CERTIFICATE_HASH_VALUE(114, "the certificate of the client does not fit its hash"),
    UNKNOWN_PSK_IDENTITY(115, "the server does not know the pre-shared key"),
    CERTIFICATE_REQUIRED(116, "the server demands a client certificate and none was sent"),
    GENERAL_ERROR(117, "the server failed for a reason that no other alert names"),
    NO_APPLICATION_PROTOCOL(120, "the server takes none of the application protocols offered (ALPN)"),
    ECH_REQUIRED(121, "the server demands an encrypted ClientHello");

    private final int number;
    private final String received;

    AlertMeaning(int number, String received) {
        this.number = number;
        this.received = received;
    }

    public int number() {
        return number;
    }

    /** The registered name of an alert, or {@code alert 99} for one that has none. */
    public static String name(int number) {
        for (AlertMeaning meaning : values()) {
            if (meaning.number == number) {
                return meaning.name().toLowerCase(Locale.ROOT);
            }
        }
        return "alert " + number;
    }

    /** What it means when the peer sends it; a sentence without full stop. */
    public static String received(int number) {
        for (AlertMeaning meaning : values()) {
            if (meaning.number == number) {
                return meaning.received;
            }
        }
        return "the server sent an alert that is not registered";
    }

    /** Why we raise it; half a sentence. */
    static String raised(int number) {
        switch (number) {
            case 0:
            case 90:
                return "it was given up";
            case 10:
                return "the server sent a message out of turn";
            case 20:
            case 21:
                return "a record was damaged on the way";
            case 22:
                return "the server sent a record longer than the standard allows";
            case 40:
                return "nothing usable was agreed upon";
            case 42:
            case 43:
            case 46:
                return "the server's certificate cannot be used at all";
            case 47:
            case 110:
                return "the server chose something that was not offered";
            case 50:
                return "the server sent a message that cannot be read";
            case 51:
                return "a signature of the server is wrong";
            case 70:
                return "the server chose a TLS version that was not offered";
            case 71:
                return "what the server chose is too weak to go on with";
            case 109:
                return "the server left out something the standard demands";
            default:
                return "the handshake cannot go on";
        }
    }
}
