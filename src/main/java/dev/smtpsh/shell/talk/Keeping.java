package dev.smtpsh.shell.talk;

import dev.smtpsh.render.transcript.Document;
import dev.smtpsh.render.transcript.Form;
import dev.smtpsh.render.transcript.Redaction;
import dev.smtpsh.render.transcript.Redactor;
import dev.smtpsh.render.transcript.Transcript;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.ZoneId;
import java.util.Optional;

/**
 * Writes transcripts to files: whole, or not at all.
 *
 * @param okOnly whether what was refused, or came to nothing, is left out
 */
public record Keeping(String version, Redaction redaction, boolean okOnly) {
    /** Writes a file; what kept it from being written, if anything. */
    public Optional<String> write(Transcript transcript, Form form, Path file) {
        Redactor.Redacted clean = clean(transcript);
        Document document = new Document(clean.transcript(), redaction, version, ZoneId.systemDefault());
        try {
            Path folder = file.toAbsolutePath().getParent();
            // Created readable for its owner alone; a reader never sees half of it.
            Path half = Files.createTempFile(folder, ".smtpsh-", ".part");
            try (Writer out = Files.newBufferedWriter(half, StandardCharsets.UTF_8)) {
                form.write(document, out);
            } catch (IOException | RuntimeException e) {
                Files.deleteIfExists(half);
                throw e;
            }
            Files.move(half, file, StandardCopyOption.REPLACE_EXISTING);
            return Optional.empty();
        } catch (IOException e) {
            return Optional.of(e.getClass().getSimpleName() + ": " + e.getMessage());
        }
    }

    /** What is left out of a transcript, as a sentence. */
    public String words(Transcript transcript) {
        return Redactor.words(clean(transcript));
    }

    private Redactor.Redacted clean(Transcript transcript) {
        return Redactor.redact(okOnly ? transcript.okOnly() : transcript, redaction);
    }
}
