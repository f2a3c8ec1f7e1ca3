package dev.smtpsh.diagnosis;

import dev.smtpsh.annotate.circumstance.Scene.MessageSize;
import dev.smtpsh.session.Exchange;
import dev.smtpsh.smtp.command.Command;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/** Reads a refused message once more and measures it. */
final class Measure {
    private static final int BLOCK = 64 * 1024;

    private Measure() {}

    /** Empty unless a message was refused; whatever else is asked for costs no second reading. */
    static Optional<MessageSize> of(Exchange exchange) {
        if (!exchange.reply().refused()
                || exchange.command().isEmpty()
                || !(exchange.command().get() instanceof Command.Message message)) {
            return Optional.empty();
        }
        try (InputStream in = message.content().get()) {
            return Optional.of(measured(in));
        } catch (IOException e) {
            // A file that is gone by now: then its size is not known.
            return Optional.empty();
        }
    }

    private static MessageSize measured(InputStream in) throws IOException {
        byte[] block = new byte[BLOCK];
        long octets = 0;
        boolean eightBit = false;
        for (int size = in.read(block); size > 0; size = in.read(block)) {
            octets += size;
            for (int i = 0; i < size && !eightBit; i++) {
                eightBit = block[i] < 0;
            }
        }
        return new MessageSize(octets, eightBit);
    }
}
