package dev.smtpsh.tls.registry;

/** What the extensions of a hello are called, by the registry of IANA. */
public final class ExtensionName {
    private ExtensionName() {}

    /** The name of an extension, or its number in hexadecimal. */
    public static String of(int number) {
        return switch (number) {
            case 0 -> "server_name";
            case 1 -> "max_fragment_length";
            case 5 -> "status_request";
            case 10 -> "supported_groups";
            case 11 -> "ec_point_formats";
            case 13 -> "signature_algorithms";
            case 15 -> "heartbeat";
            case 16 -> "application_layer_protocol_negotiation";
            case 17 -> "status_request_v2";
            case 18 -> "signed_certificate_timestamp";
            case 21 -> "padding";
            case 22 -> "encrypt_then_mac";
            case 23 -> "extended_master_secret";
            case 28 -> "record_size_limit";
            case 35 -> "session_ticket";
            case 41 -> "pre_shared_key";
            case 42 -> "early_data";
            case 43 -> "supported_versions";
            case 44 -> "cookie";
            case 45 -> "psk_key_exchange_modes";
            case 51 -> "key_share";
            case 0xFF01 -> "renegotiation_info";
            default -> String.format("0x%04X", number);
        };
    }
}
