package dev.smtpsh.shell.word;

import dev.smtpsh.render.transcript.Transcript;
import dev.smtpsh.session.Session;
import dev.smtpsh.shell.means.Status;
import dev.smtpsh.shell.talk.Conversation;
import dev.smtpsh.shell.talk.Desk;
import dev.smtpsh.smtp.Octets;
import dev.smtpsh.smtp.state.SessionState;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Shows what the conversation has brought so far. */
final class Looking {
    private Looking() {}

    static Status tls(Desk desk, Octets argument) {
        String[] words = argument.text().strip().split("[ \t]+", 2);
        if (words[0].equals("scan")) {
            return Lookups.scan(desk, words.length == 1 ? "" : words[1].strip());
        }
        Optional<Session> secured = session(desk).filter(open -> open.tls().isPresent());
        if (secured.isEmpty()) {
            desk.face().note("No TLS on this connection: everything goes in plain text. Type STARTTLS.");
        } else if (words[0].isEmpty()) {
            desk.face().tls(secured.get().tls().get());
        } else if (!words[0].equals("--pem")) {
            desk.complain(
                    "tls does not know " + words[0],
                    "It knows --pem and scan",
                    "tls --pem, tls --pem FILE, or tls scan");
        } else if (words.length == 1) {
            desk.face().certificates(secured.get().certificates());
        } else {
            ChainFile.write(desk, secured.get().certificates(), words[1]);
        }
        return Status.GO_ON;
    }

    static Status caps(Desk desk, Octets argument) {
        desk.face().capabilities(session(desk).map(Session::state).orElseGet(() -> SessionState.connected(false)));
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
        String which = argument.text().strip();
        List<Conversation> all = desk.conversations();
        String digits = which.startsWith("@") ? which.substring(1) : which;
        boolean one = digits.matches("[0-9]{1,3}");
        if (!which.isEmpty() && !digits.equals("all") && !one) {
            desk.complain("compare does not know " + which, "It knows @all, and @N for one of them", "compare @2");
        } else if (all.size() < 2) {
            desk.complain(
                    "there is nothing to compare with",
                    "compare sets conversations side by side",
                    "Open a second server with open HOST, then ask both the same with @all.");
        } else if (one && desk.numbered(Integer.parseInt(digits)).isEmpty()) {
            desk.complain("there is no conversation " + which, "There are " + all.size(), "sessions lists them.");
        } else {
            desk.face()
                    .compared(all.stream()
                            .filter(each -> !one
                                    || each.number() == Integer.parseInt(digits)
                                    || desk.current().filter(each::equals).isPresent())
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
