package dev.smtpsh.config;

import java.util.Optional;

/**
 * What a key is set to, and by whom.
 *
 * @param value empty if nobody set it and there is no default
 */
public record Setting(Key key, Optional<String> value, Origin origin) {
    public static Setting of(Key key, String value, Origin origin) {
        return new Setting(key, Optional.of(value), origin);
    }

    /** What it is if nobody sets it. */
    public static Setting preset(Key key) {
        return new Setting(key, key.preset(), Origin.DEFAULT);
    }

    /** Whether somebody chose it. */
    public boolean chosen() {
        return origin.source() != Origin.Source.DEFAULT;
    }
}
