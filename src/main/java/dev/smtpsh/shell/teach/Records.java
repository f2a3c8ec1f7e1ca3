package dev.smtpsh.shell.teach;

import dev.smtpsh.render.transcript.Form;
import dev.smtpsh.shell.talk.Conversation;
import dev.smtpsh.shell.talk.Desk;
import dev.smtpsh.shell.talk.Keeping;
import java.nio.file.Path;
import java.util.Optional;

/** One transcript a lesson, for a teacher to look at. */
final class Records {
    private final Desk desk;
    private final Optional<Path> folder;

    Records(Desk desk, Optional<Path> folder) {
        this.desk = desk;
        this.folder = folder;
    }

    /** Writes the conversation of a lesson, over an earlier one. */
    void keep(int lesson, Optional<Conversation> conversation) {
        if (folder.isEmpty() || conversation.isEmpty()) {
            return;
        }
        Path file = folder.get().resolve(String.format("lesson-%02d.txt", lesson));
        new Keeping(desk.identity().version(), desk.manner().redaction(), false)
                .write(conversation.get().transcript(), Form.of(file.toString()).orElseThrow(), file)
                .ifPresent(trouble -> desk.complain("cannot write " + file, trouble, "Name another folder."));
    }
}
