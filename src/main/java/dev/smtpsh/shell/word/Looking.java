package dev.smtpsh.shell.word;

import dev.smtpsh.render.transcript.Transcript;
import dev.smtpsh.session.Session;
import dev.smtpsh.shell.means.Status;
import dev.smtpsh.shell.talk.Conversation;
import dev.smtpsh.shell.talk.Desk;
import dev.smtpsh.smtp.Octets;
import dev.smtpsh.smtp.extension.Capabilities;
import java.util.Optional;
import java.util.function.Consumer;

/** Shows what the conversation has brought so far. */
final class Looking {
    private Looking() {}

    static Status tls(Desk desk, Octets argument) {
        if (argument.text().strip().matches("scan(\\s.*)?")) {
            return Lookups.scan(
                    desk, argument.text().strip().substring("scan".length()).strip());
        }
        session(desk)
                .flatMap(Session::tls)
                .ifPresentOrElse(
                        desk.face()::tls,
                        () -> desk.face()
                                .note("No TLS on this connection: everything goes in plain text. Type STARTTLS."));
        return Status.GO_ON;
    }

    static Status caps(Desk desk, Octets argument) {
        Capabilities offered =
                session(desk).map(open -> open.state().capabilities()).orElse(Capabilities.NONE);
        if (offered.offers().isEmpty()) {
            desk.face().note("Nothing known: the server has not answered an EHLO since the session began.");
        }
        offered.offers()
                .forEach(offer -> desk.face()
                        .note(offer
                                + offer.extension()
                                        .map(known -> " - " + known.purpose() + " (" + known.source() + ")")
                                        .orElse(" - not a keyword smtpsh knows")));
        return Status.GO_ON;
    }

    static Status replies(Desk desk, Octets argument) {
        withTranscript(desk, desk.face()::replies);
        return Status.GO_ON;
    }

    static Status timeline(Desk desk, Octets argument) {
        withTranscript(desk, desk.face()::timeline);
        return Status.GO_ON;
    }

    static Status compare(Desk desk, Octets argument) {
        if (desk.conversations().size() < 2) {
            desk.complain(
                    "there is nothing to compare with",
                    "compare sets conversations side by side",
                    "Open a second server with open HOST, then ask both the same with @all.");
        } else {
            desk.face()
                    .compared(desk.conversations().stream()
                            .map(Conversation::transcript)
                            .toList());
        }
        return Status.GO_ON;
    }

    private static void withTranscript(Desk desk, Consumer<Transcript> work) {
        desk.current()
                .ifPresentOrElse(
                        one -> work.accept(one.transcript()),
                        () -> desk.face().note("No conversation yet. open HOST begins one."));
    }

    private static Optional<Session> session(Desk desk) {
        return desk.current().flatMap(Conversation::session);
    }
}
