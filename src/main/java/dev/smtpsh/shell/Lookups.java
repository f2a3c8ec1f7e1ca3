package dev.smtpsh.shell;

import dev.smtpsh.dns.AddressLiteral;
import dev.smtpsh.dns.DomainName;
import dev.smtpsh.dns.Family;
import dev.smtpsh.dns.HostAnswer;
import dev.smtpsh.dns.query.NameService;
import dev.smtpsh.domain.AddressKind;
import dev.smtpsh.domain.MxLookup;
import dev.smtpsh.domain.ReverseLookup;
import dev.smtpsh.session.Opening;
import dev.smtpsh.session.Session;
import dev.smtpsh.shell.connect.Connector;
import dev.smtpsh.shell.connect.FirstReachable;
import dev.smtpsh.shell.connect.Route;
import dev.smtpsh.shell.connect.TargetSpec;
import dev.smtpsh.shell.connect.Unreachable;
import dev.smtpsh.shell.face.Face;
import dev.smtpsh.smtp.state.Stage;
import java.net.InetAddress;
import java.util.Optional;

/** The words that look up names, and the opening of a domain's best host, which shows the others too. */
final class Lookups {
    // Addresses of one host whose names are asked for (limit ptr-addresses).
    private static final int MOST_ADDRESSES = 10;

    private final Connector connector;
    private final Face face;
    private final Watch watch;
    private final Recollection recollection;

    Lookups(Connector connector, Face face, Watch watch, Recollection recollection) {
        this.connector = connector;
        this.face = face;
        this.watch = watch;
        this.recollection = recollection;
    }

    Opening open(TargetSpec target) {
        if (!(target instanceof TargetSpec.Domain domain)) {
            return connector.open(target, watch);
        }
        watch.begin("the MX records of " + domain.name(), Stage.OTHER);
        Optional<Route> route = connector.route(domain);
        if (route.isEmpty()) {
            return Unreachable.stopped(domain.name().text());
        }
        // Without any host the failure says it all.
        if (!route.get().stops().isEmpty()) {
            face.mx(route.get().plan());
        }
        return FirstReachable.open(route.get(), connector, watch, face::note);
    }

    void mx(String argument, Shell shell) {
        String asked = argument.startsWith("@") ? argument.substring(1) : argument;
        String domain = asked.isEmpty() ? known() : asked;
        DomainName.Reading name = DomainName.read(domain);
        if (domain.isEmpty()) {
            shell.misused("mx needs a domain", "No recipient was tried yet", "mx example.net");
        } else if (name.name().isEmpty()) {
            shell.misused("no domain: " + domain, name.why(), "mx example.net");
        } else {
            watch.begin("the MX records of " + domain, Stage.OTHER);
            NameService names = connector.names();
            asking(() -> face.mx(new MxLookup(names.resolver()).plan(name.name().get(), names.deadline())));
        }
    }

    void ptr(String argument, Shell shell) {
        Optional<Session> session = shell.session();
        if (!argument.isEmpty()) {
            watch.begin("the names of " + argument, Stage.OTHER);
            asking(() -> names(argument, shell));
        } else if (session.isEmpty()) {
            shell.misused("ptr needs an address or a host", "There is no connection", "ptr 192.0.2.1");
        } else {
            watch.begin("the names of both ends", Stage.OTHER);
            asking(() -> bothEnds(session.get()));
        }
    }

    // The domain of the last recipient; else of the target, if it was one.
    private String known() {
        Optional<String> recipient = recollection.lastRecipient().filter(path -> path.indexOf('@') >= 0);
        if (recipient.isPresent()) {
            return recipient.get().substring(recipient.get().lastIndexOf('@') + 1);
        }
        return connector
                .last()
                .map(last ->
                        last instanceof TargetSpec.Domain domain ? domain.name().text() : "")
                .orElse("");
    }

    private void names(String argument, Shell shell) throws InterruptedException {
        Optional<InetAddress> literal = AddressLiteral.read(argument);
        if (literal.isPresent()) {
            names(literal.get());
            return;
        }
        HostAnswer answer = connector.names().hosts().addresses(argument, Family.ANY);
        if (answer instanceof HostAnswer.Found found) {
            for (InetAddress address :
                    found.addresses().stream().limit(MOST_ADDRESSES).toList()) {
                names(address);
            }
        } else {
            shell.fail(Unreachable.failure(answer));
        }
    }

    private void bothEnds(Session session) throws InterruptedException {
        InetAddress theirs = session.target().address();
        InetAddress ours = session.localAddress();
        face.note(ours.equals(theirs) ? "Both ends have the same address:" : "The server's address:");
        names(theirs);
        if (ours.equals(theirs)) {
            return;
        }
        if (ours.isAnyLocalAddress()) {
            face.note("The connection is closed, so our own address is not known any more.");
            return;
        }
        AddressKind kind = AddressKind.of(ours);
        face.note(
                kind == AddressKind.PUBLIC
                        ? "Our own address:"
                        : "Our own address is " + kind.words() + "; the server may see another one.");
        names(ours);
    }

    private void names(InetAddress address) throws InterruptedException {
        NameService names = connector.names();
        face.reverse(new ReverseLookup(names.resolver()).of(address, names.deadline()));
    }

    /** Something that may be stopped by Ctrl-C. */
    private interface Asking {
        void run() throws InterruptedException;
    }

    private void asking(Asking asking) {
        try {
            asking.run();
        } catch (InterruptedException e) {
            face.note("Stopped looking.");
        } finally {
            watch.over();
        }
    }
}
