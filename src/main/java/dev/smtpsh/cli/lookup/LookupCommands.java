package dev.smtpsh.cli.lookup;

import dev.smtpsh.cli.option.Arguments;
import dev.smtpsh.cli.option.Usage;
import dev.smtpsh.dns.Answer;
import dev.smtpsh.dns.DomainName;
import dev.smtpsh.dns.Family;
import dev.smtpsh.dns.HostAnswer;
import dev.smtpsh.dns.Trouble;
import dev.smtpsh.dns.query.NameService;
import dev.smtpsh.domain.MxLookup;
import dev.smtpsh.domain.MxPlan;
import dev.smtpsh.domain.ReverseLookup;
import dev.smtpsh.domain.ReverseReport;
import dev.smtpsh.session.Failure;
import dev.smtpsh.shell.connect.Unreachable;
import dev.smtpsh.shell.face.Face;
import dev.smtpsh.shell.means.ExitCode;
import java.net.InetAddress;
import java.util.List;
import java.util.Optional;

/** {@code smtpsh mx} and {@code smtpsh ptr}: a look-up without a conversation. */
public final class LookupCommands {
    private final Face face;

    public LookupCommands(Face face) {
        this.face = face;
    }

    /** Fine if there is at least one address to take mail to; {@code UNREACHABLE} if not, {@code TIMEOUT} if silent. */
    public ExitCode mx(Arguments arguments) throws Usage {
        String typed = only(arguments, "mx", "a domain", "smtpsh mx example.net");
        String domain = typed.startsWith("@") ? typed.substring(1) : typed;
        DomainName.Reading name = DomainName.read(domain);
        if (name.name().isEmpty()) {
            throw new Usage("no domain: " + domain, name.why(), "For example smtpsh mx example.net.");
        }
        NameService names = ResolverOptions.read(arguments);
        try {
            MxPlan plan = new MxLookup(names.resolver()).plan(name.name().get(), names.deadline());
            face.mx(plan);
            return plan.usable() ? ExitCode.FINE : code(plan.trouble());
        } catch (InterruptedException e) {
            return ExitCode.INTERRUPTED;
        }
    }

    /** Fine if every address has a name that leads back; {@code UNREACHABLE} if not, {@code TIMEOUT} if silent. */
    public ExitCode ptr(Arguments arguments) throws Usage {
        String typed = only(arguments, "ptr", "an address or a host", "smtpsh ptr 192.0.2.1");
        NameService names = ResolverOptions.read(arguments);
        try {
            HostAnswer answer = names.hosts().addresses(typed, Family.ANY);
            if (answer instanceof HostAnswer.Found found) {
                return names(found.addresses(), names);
            }
            Failure failure = Unreachable.failure(answer);
            face.failed(failure);
            return failure.kind() == Failure.Kind.TIMEOUT ? ExitCode.TIMEOUT : ExitCode.UNREACHABLE;
        } catch (InterruptedException e) {
            return ExitCode.INTERRUPTED;
        }
    }

    private ExitCode names(List<InetAddress> addresses, NameService names) throws InterruptedException {
        ExitCode worst = ExitCode.FINE;
        for (InetAddress address :
                addresses.stream().limit(ReverseLookup.MOST_ADDRESSES).toList()) {
            ReverseReport report = new ReverseLookup(names.resolver()).of(address, names.deadline());
            face.reverse(report);
            worst = worst.or(report.confirmed() ? ExitCode.FINE : code(trouble(report)));
        }
        return worst;
    }

    private static Optional<Answer.Failed> trouble(ReverseReport report) {
        if (report.asked() instanceof Answer.Failed failed) {
            return Optional.of(failed);
        }
        return report.names().stream()
                .flatMap(name -> name.answers().stream())
                .filter(Answer.Failed.class::isInstance)
                .map(Answer.Failed.class::cast)
                .findFirst();
    }

    private static ExitCode code(Optional<Answer.Failed> trouble) {
        boolean silent = trouble.isPresent() && trouble.get().trouble() == Trouble.TIMEOUT;
        return silent ? ExitCode.TIMEOUT : ExitCode.UNREACHABLE;
    }

    private static String only(Arguments arguments, String word, String what, String example) throws Usage {
        if (arguments.rest().size() != 1) {
            throw new Usage(
                    word + " needs " + what,
                    arguments.rest().isEmpty() ? "None was given" : "There is more than one",
                    "For example " + example + ".");
        }
        return arguments.rest().get(0);
    }
}
