package dev.smtpsh.render.transcript;

import dev.smtpsh.annotate.Annotation;
import dev.smtpsh.session.rewriting.Rewriting;
import dev.smtpsh.smtp.Octets;
import dev.smtpsh.smtp.command.Command;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;

/** Makes of a transcript one that may be written down. */
public final class Redactor {
    private final Redaction redaction;
    private final Secrets secrets;
    private final Addresses addresses = new Addresses();
    private final Rewriting rewriting = new Rewriting(this::clean, this::cleanContent);

    private Redactor(Redaction redaction, Secrets secrets) {
        this.redaction = redaction;
        this.secrets = secrets;
    }

    /**
     * A transcript without what must not be written down.
     *
     * @param secrets how many commands held one
     * @param addresses how many different ones were hidden
     */
    public record Redacted(Transcript transcript, Redaction redaction, int secrets, int addresses) {}

    public static Redacted redact(Transcript transcript, Redaction redaction) {
        Redactor redactor = new Redactor(redaction, Secrets.of(transcript));
        List<Event> events =
                transcript.events().stream().map(redactor::redacted).toList();
        Transcript clean = new Transcript(transcript.number(), transcript.name(), transcript.begun(), events);
        return new Redacted(clean, redaction, redactor.secrets.count(), redactor.addresses.count());
    }

    private Event redacted(Event event) {
        if (event instanceof Event.Said said) {
            List<Annotation> annotations =
                    said.annotations().stream().map(this::redacted).toList();
            return new Event.Said(rewriting.of(said.exchange()), annotations, said.unasked());
        }
        if (event instanceof Event.Failed failed) {
            return new Event.Failed(failed.at(), rewriting.of(failed.failure()));
        }
        return event;
    }

    // Evidence quotes the server's words, and what is true here quotes the client's.
    private Annotation redacted(Annotation annotation) {
        return annotation.quoting(this::clean);
    }

    private String clean(String text) {
        String hidden = secrets.hide(text);
        return redaction == Redaction.ADDRESSES ? addresses.hide(hidden) : hidden;
    }

    private Octets cleanContent(Command.Message message) {
        return rewriting.of(content(message));
    }

    static Octets content(Command.Message message) {
        try (InputStream in = message.content().get()) {
            return Octets.of(in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException("the message cannot be read again", e);
        }
    }

    /** What was left out, as a sentence. */
    public static String words(Redacted redacted) {
        int count = redacted.secrets();
        String secrets = count == 0 ? "No secrets" : count == 1 ? "1 secret hidden" : count + " secrets hidden";
        Optional<Integer> hidden =
                redacted.redaction() == Redaction.ADDRESSES ? Optional.of(redacted.addresses()) : Optional.empty();
        return secrets
                + hidden.map(number -> "; " + number + (number == 1 ? " address hidden." : " addresses hidden."))
                        .orElse("; addresses kept (--redact addresses hides them).");
    }
}
