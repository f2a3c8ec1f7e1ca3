package dev.smtpsh.shell.word;

import dev.smtpsh.dns.DomainName;
import dev.smtpsh.dns.Family;
import dev.smtpsh.dns.HostAnswer;
import dev.smtpsh.dns.query.NameService;
import dev.smtpsh.domain.AddressKind;
import dev.smtpsh.domain.MxLookup;
import dev.smtpsh.domain.ReverseLookup;
import dev.smtpsh.session.Session;
import dev.smtpsh.shell.connect.TargetSpec;
import dev.smtpsh.shell.connect.Unreachable;
import dev.smtpsh.shell.means.Status;
import dev.smtpsh.shell.talk.Conversation;
import dev.smtpsh.shell.talk.Desk;
import dev.smtpsh.smtp.Octets;
import dev.smtpsh.wire.Target;
import java.net.InetAddress;
import java.util.Optional;

/** The words that look up names. */
final class Lookups {
    private static final int SMTPS = 465;

    private Lookups() {}

    static Status mx(Desk desk, Octets typed) {
        String argument = typed.text().trim();
        String asked = argument.startsWith("@") ? argument.substring(1) : argument;
        String domain = asked.isEmpty() ? known(desk) : asked;
        DomainName.Reading name = DomainName.read(domain);
        if (domain.isEmpty()) {
            desk.complain("mx needs a domain", "No recipient was tried yet", "mx example.net");
        } else if (name.name().isEmpty()) {
            desk.complain("no domain: " + domain, name.why(), "mx example.net");
        } else {
            NameService names = desk.connector().names();
            asking(
                    desk,
                    "the MX records of " + domain,
                    () -> desk.face()
                            .mx(new MxLookup(names.resolver()).plan(name.name().get(), names.deadline())));
        }
        return Status.GO_ON;
    }

    static Status ptr(Desk desk, Octets typed) {
        String argument = typed.text().trim();
        Optional<Session> session = desk.current().flatMap(Conversation::session);
        if (!argument.isEmpty()) {
            asking(desk, "the names of " + argument, () -> names(desk, argument));
        } else if (session.isEmpty()) {
            desk.complain("ptr needs an address or a host", "There is no connection", "ptr 192.0.2.1");
        } else {
            asking(desk, "the names of both ends", () -> bothEnds(desk, session.get()));
        }
        return Status.GO_ON;
    }

    /** What the TLS of a host takes; of the server of this conversation, if none is named. */
    static Status scan(Desk desk, String argument) {
        Optional<Target> here = desk.current().flatMap(Conversation::session).map(Session::target);
        if (argument.isEmpty() && here.isEmpty()) {
            desk.complain("tls scan needs a host", "There is no connection", "tls scan mx1.example.net:25");
            return Status.GO_ON;
        }
        TargetSpec read = TargetSpec.read(argument.isEmpty() ? "localhost" : argument, Optional.empty());
        if (!(read instanceof TargetSpec.Host host)) {
            desk.complain("tls scan cannot use " + argument, "It scans one host", "tls scan mx1.example.net:25");
            return Status.GO_ON;
        }
        asking(desk, "what TLS takes, by many short connections", () -> {
            Optional<Target> target = argument.isEmpty() ? here : found(desk, host);
            if (target.isPresent()) {
                boolean atOnce = host.tlsOnConnect() || target.get().port() == SMTPS;
                desk.connector()
                        .scan(target.get(), atOnce, desk.identity().localName())
                        .ifPresentOrElse(
                                desk.face()::scanned, () -> desk.face().note("Scanning is not possible here."));
            }
        });
        return Status.GO_ON;
    }

    private static Optional<Target> found(Desk desk, TargetSpec.Host host) throws InterruptedException {
        HostAnswer answer = desk.connector().names().hosts().addresses(host.name(), Family.ANY);
        if (answer instanceof HostAnswer.Found found) {
            return Optional.of(new Target(host.name(), found.addresses().get(0), host.port()));
        }
        desk.face().failed(Unreachable.failure(answer));
        return Optional.empty();
    }

    // The domain of the last recipient; else of the target, if it was one.
    private static String known(Desk desk) {
        Optional<String> recipient = desk.lastRecipient().filter(path -> path.indexOf('@') >= 0);
        if (recipient.isPresent()) {
            return recipient.get().substring(recipient.get().lastIndexOf('@') + 1);
        }
        return desk.current()
                .map(Conversation::target)
                .map(target -> target instanceof TargetSpec.Domain domain
                        ? domain.name().text()
                        : "")
                .orElse("");
    }

    private static void names(Desk desk, String argument) throws InterruptedException {
        HostAnswer answer = desk.connector().names().hosts().addresses(argument, Family.ANY);
        if (answer instanceof HostAnswer.Found found) {
            for (InetAddress address : found.addresses().stream()
                    .limit(ReverseLookup.MOST_ADDRESSES)
                    .toList()) {
                names(desk, address);
            }
        } else {
            desk.fail(Unreachable.failure(answer));
        }
    }

    private static void bothEnds(Desk desk, Session session) throws InterruptedException {
        if (session.target().address().isEmpty()) {
            desk.face().note("The other end is " + session.target().where() + ", which has no address.");
            return;
        }
        InetAddress theirs = session.target().address().get();
        InetAddress ours = session.localAddress();
        desk.face().note(ours.equals(theirs) ? "Both ends have the same address:" : "The server's address:");
        names(desk, theirs);
        if (ours.equals(theirs)) {
            return;
        }
        if (ours.isAnyLocalAddress()) {
            desk.face().note("The connection is closed, so our own address is not known any more.");
            return;
        }
        AddressKind kind = AddressKind.of(ours);
        desk.face()
                .note(
                        kind == AddressKind.PUBLIC
                                ? "Our own address:"
                                : "Our own address is " + kind.words() + "; the server may see another one.");
        names(desk, ours);
    }

    private static void names(Desk desk, InetAddress address) throws InterruptedException {
        NameService names = desk.connector().names();
        desk.face().reverse(new ReverseLookup(names.resolver()).of(address, names.deadline()));
    }

    /** Something that may be stopped by Ctrl-C. */
    private interface Asking {
        void run() throws InterruptedException;
    }

    private static void asking(Desk desk, String what, Asking asking) {
        desk.watched(what, () -> {
            try {
                asking.run();
            } catch (InterruptedException e) {
                desk.face().note("Stopped looking.");
            }
            return Status.GO_ON;
        });
    }
}
