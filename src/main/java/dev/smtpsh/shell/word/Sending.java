package dev.smtpsh.shell.word;

import dev.smtpsh.shell.language.RawText;
import dev.smtpsh.shell.means.Status;
import dev.smtpsh.shell.talk.Conversation;
import dev.smtpsh.shell.talk.Desk;
import dev.smtpsh.smtp.Octets;
import dev.smtpsh.smtp.command.Command;

/** Sends what no verb says, and waits. */
final class Sending {
    private Sending() {}

    static Status await(Desk desk, Octets argument) {
        desk.withLive("There is nothing to wait for", Conversation::await);
        return Status.GO_ON;
    }

    static Status undo(Desk desk, Octets argument) {
        desk.withLive("There is nothing to undo", Conversation::undo);
        return Status.GO_ON;
    }

    static Status compose(Desk desk, Octets argument) {
        desk.current()
                .ifPresentOrElse(
                        Conversation::compose,
                        () -> desk.complain("not connected", "There is nobody to write to", "Type open HOST first."));
        return Status.GO_ON;
    }

    static Status raw(Desk desk, Octets argument) {
        RawText.octets(argument)
                .ifPresentOrElse(
                        octets -> desk.send(new Command.Raw(octets)),
                        () -> desk.complain(
                                "raw cannot read that escape",
                                "Only \\r \\n \\t \\0 \\\\ \\\" and \\xNN are known",
                                "raw \"NOOP\\r\\n\""));
        return Status.GO_ON;
    }
}
