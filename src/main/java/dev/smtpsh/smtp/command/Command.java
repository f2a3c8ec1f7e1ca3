package dev.smtpsh.smtp.command;

import dev.smtpsh.smtp.Octets;
import java.io.InputStream;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;

/** What a client sends and expects one reply to. */
public sealed interface Command {
    /** The octets for the wire, line end included; for {@link Message} the terminating line only. */
    Octets encoded();

    /** The verb, if the line begins with one. */
    Optional<Verb> verb();

    Sensitivity sensitivity();

    /** What may be written down of it, without the line end. */
    Octets redacted();

    /** The same command as it may be kept after it was sent: what is secret in it is gone for good. */
    default Command withoutSecrets() {
        return this;
    }

    /** The mark that stands for what was left out. */
    Octets HIDDEN = Octets.latin1("***");

    /**
     * A line as typed; only CRLF is added.
     *
     * @param typed what was typed, byte for byte, without a line end
     */
    record Line(Octets typed) implements Command {
        @Override
        public Octets encoded() {
            return typed.plus(Octets.CRLF);
        }

        @Override
        public Optional<Verb> verb() {
            return Verb.named(firstWord(typed.latin1()));
        }

        @Override
        public Sensitivity sensitivity() {
            Sensitivity table = verb().map(Verb::sensitivity).orElse(Sensitivity.PLAIN);
            boolean harmless = table == Sensitivity.LOGIN_SECRET
                    && !typed.latin1().toUpperCase(Locale.ROOT).contains("LOGIN=");
            return harmless ? Sensitivity.PLAIN : table;
        }

        @Override
        public Octets redacted() {
            return sensitivity() == Sensitivity.PLAIN ? typed : Redaction.of(typed, sensitivity());
        }

        @Override
        public Command withoutSecrets() {
            return sensitivity() == Sensitivity.PLAIN ? this : new Line(redacted());
        }

        @Override
        public String toString() {
            return redacted().latin1();
        }
    }

    /** The client's answer to a 334 challenge (RFC 4954 4): base64, or {@code *} to give up. */
    record AuthAnswer(Octets typed) implements Command {
        @Override
        public Octets encoded() {
            return typed.plus(Octets.CRLF);
        }

        @Override
        public Optional<Verb> verb() {
            return Optional.empty();
        }

        @Override
        public Sensitivity sensitivity() {
            return Sensitivity.SECRET;
        }

        @Override
        public Octets redacted() {
            return typed.equals(Octets.latin1("*")) ? typed : HIDDEN;
        }

        @Override
        public Command withoutSecrets() {
            return new AuthAnswer(redacted());
        }

        @Override
        public String toString() {
            return redacted().latin1();
        }
    }

    /**
     * A message after 354: lines are sent with CRLF, leading dots doubled, and the terminating dot added (RFC 5321
     * 4.5.2).
     *
     * @param content opens the message's octets, as they are before dot-stuffing
     */
    record Message(Supplier<InputStream> content) implements Command {
        @Override
        public Octets encoded() {
            return Octets.latin1(".\r\n");
        }

        @Override
        public Optional<Verb> verb() {
            return Optional.empty();
        }

        @Override
        public Sensitivity sensitivity() {
            return Sensitivity.PLAIN;
        }

        @Override
        public Octets redacted() {
            return Octets.latin1(".");
        }
    }

    /** Exactly these octets, nothing added; for breaking rules on purpose. */
    record Raw(Octets octets) implements Command {
        @Override
        public Octets encoded() {
            return octets;
        }

        @Override
        public Optional<Verb> verb() {
            return Verb.named(firstWord(octets.latin1()));
        }

        @Override
        public Sensitivity sensitivity() {
            return new Line(octets.withoutLineEnd()).sensitivity();
        }

        @Override
        public Octets redacted() {
            Octets line = octets.withoutLineEnd();
            return sensitivity() == Sensitivity.PLAIN ? octets : Redaction.of(line, sensitivity());
        }

        @Override
        public Command withoutSecrets() {
            return sensitivity() == Sensitivity.PLAIN ? this : new Raw(redacted());
        }

        @Override
        public String toString() {
            return redacted().latin1();
        }
    }

    private static String firstWord(String line) {
        int end = 0;
        while (end < line.length() && line.charAt(end) > ' ') {
            end++;
        }
        return line.substring(0, end);
    }
}
