package dev.smtpsh.dns;

/** Which addresses to use. */
public enum Family {
    ANY,
    IPV4,
    IPV6
}
