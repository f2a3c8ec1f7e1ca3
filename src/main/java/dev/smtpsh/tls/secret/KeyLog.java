package dev.smtpsh.tls.secret;

/** Takes the secrets of sessions, so that a recording of the wire can be read: a line each, as NSS writes them. */
@FunctionalInterface
public interface KeyLog {
    KeyLog NONE = line -> {};

    /** @param line such as {@code CLIENT_RANDOM HEX HEX}, without its line end */
    void add(String line);
}
