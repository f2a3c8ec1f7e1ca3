package dev.smtpsh.session.setting;

import dev.smtpsh.smtp.state.Stage;
import java.time.Duration;
import java.util.Optional;

/**
 * How long to wait.
 *
 * @param all one patience for every stage ({@code --timeout}); empty for those of RFC 5321 4.5.3.2
 */
public record Patience(Optional<Duration> all) {
    /** RFC 5321 4.5.3.2, stage by stage. */
    public static final Patience BY_THE_BOOK = new Patience(Optional.empty());

    // Longer than any server needs for a handshake, shorter than a person's patience (limit tls-handshake).
    private static final Duration HANDSHAKE = Duration.ofSeconds(30);

    /** For the reply to a command of that stage. */
    public Duration of(Stage stage) {
        return all.orElse(stage.patience());
    }

    /** For a TLS handshake. */
    public Duration handshake() {
        return all.orElse(HANDSHAKE);
    }

    /** For the network to take what is sent: RFC 5321 4.5.3.2.5 allows 3 minutes a block. */
    public Duration write() {
        return all.orElse(Duration.ofMinutes(3));
    }
}
