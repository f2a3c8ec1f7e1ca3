package dev.smtpsh.cli.script;

import dev.smtpsh.annotate.Annotator;
import dev.smtpsh.annotate.recognition.KnownServers;
import dev.smtpsh.smtp.Octets;
import dev.smtpsh.tls.certificate.Anchors;
import dev.smtpsh.tls.client.ClientLayer;
import dev.smtpsh.tls.client.TlsChoice;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;

/**
 * Makes ready, on a thread beside, what a run is going to need: the rules, and TLS where a script speaks of it. A second
 * processor then does half of what a short run takes. Nothing depends on it.
 */
public final class Ahead {
    private static final boolean ALONE = Runtime.getRuntime().availableProcessors() < 2;

    private Ahead() {}

    /** Before anything is known of the scripts. */
    public static void rules(Supplier<Annotator> annotator) {
        beside(() -> {
            annotator.get();
            KnownServers.shipped();
        });
    }

    /** Gives whether the script speaks of TLS, so that once is enough. */
    static boolean tls(Octets script) {
        boolean spoken = script.text().toUpperCase(Locale.ROOT).contains("STARTTLS");
        if (spoken) {
            beside(Ahead::hello);
        }
        return spoken;
    }

    // A handshake's first half, to nobody.
    private static void hello() {
        try {
            new ClientLayer("ahead.invalid", TlsChoice.DEFAULT, Anchors.only(List.of()), Clock.systemUTC()).begin();
        } catch (IOException e) {
            // Nobody waits for it; the conversation will tell, if it is the same there.
        }
    }

    private static void beside(Runnable work) {
        if (ALONE) {
            return;
        }
        Thread thread = new Thread(work, "smtpsh-ahead");
        thread.setDaemon(true);
        thread.setUncaughtExceptionHandler((where, what) -> {
            // As above: whoever needs it meets it again, on a thread that can tell.
        });
        thread.start();
    }
}
