package dev.smtpsh.shell.word;

import dev.smtpsh.session.Session;
import dev.smtpsh.shell.connect.TargetSpec;
import dev.smtpsh.shell.means.Status;
import dev.smtpsh.shell.talk.Conversation;
import dev.smtpsh.shell.talk.Desk;
import dev.smtpsh.smtp.Octets;
import java.util.Optional;

/** Opens, ends and chooses conversations. */
final class Connections {
    private static final String ALL = " --all";

    private Connections() {}

    static Status open(Desk desk, Octets argument) {
        String target = argument.text().trim();
        if (target.isEmpty()) {
            desk.complain("open needs a host", "There is nothing to connect to", "open mx1.example.net:25");
        } else if (target.endsWith(ALL)) {
            String domain = target.substring(0, target.length() - ALL.length()).trim();
            TargetSpec read = TargetSpec.read(domain, Optional.empty());
            if (read instanceof TargetSpec.Domain all) {
                desk.openAll(all);
            } else {
                desk.complain("--all needs a domain", domain + " is none", "open @example.net --all");
            }
        } else {
            desk.open(TargetSpec.read(target, Optional.empty()));
        }
        return Status.GO_ON;
    }

    static Status reconnect(Desk desk, Octets argument) {
        String how = argument.text().trim();
        if (how.isEmpty() || how.equals("--replay")) {
            desk.reopen(!how.isEmpty());
        } else {
            desk.complain("reconnect does not know " + how, "It knows --replay alone", "reconnect --replay");
        }
        return Status.GO_ON;
    }

    static Status close(Desk desk, Octets argument) {
        desk.current().ifPresent(Conversation::end);
        desk.face().note("Closed. reconnect opens the same again; exit leaves.");
        return Status.GO_ON;
    }

    static Status sessions(Desk desk, Octets argument) {
        if (desk.conversations().isEmpty()) {
            desk.face().note("No conversation yet. open HOST begins one.");
        }
        for (Conversation one : desk.conversations()) {
            String mark = desk.current().filter(one::equals).isPresent() ? "*" : " ";
            desk.face()
                    .note(String.format(
                            "%s#%d  %-30s %s", mark, one.number(), one.target().label(), stand(one)));
        }
        return Status.GO_ON;
    }

    static Status use(Desk desk, Octets argument) {
        String number = argument.text().trim();
        String digits = number.startsWith("#") ? number.substring(1) : number;
        Optional<Conversation> chosen =
                digits.matches("[0-9]{1,3}") ? desk.numbered(Integer.parseInt(digits)) : Optional.empty();
        chosen.ifPresentOrElse(
                desk::turnTo,
                () -> desk.complain(
                        number.isEmpty() ? "use needs a number" : "there is no conversation " + number,
                        "There are " + desk.conversations().size(),
                        "sessions lists them."));
        return Status.GO_ON;
    }

    private static String stand(Conversation one) {
        if (!one.live()) {
            return "closed";
        }
        Session session = one.session().orElseThrow();
        return (session.state().secured() ? "tls " : "plain ")
                + session.state().position().label();
    }
}
