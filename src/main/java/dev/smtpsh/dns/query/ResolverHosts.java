package dev.smtpsh.dns.query;

import dev.smtpsh.dns.AddressLiteral;
import dev.smtpsh.dns.Answer;
import dev.smtpsh.dns.DomainName;
import dev.smtpsh.dns.Family;
import dev.smtpsh.dns.HostAnswer;
import dev.smtpsh.dns.Hosts;
import dev.smtpsh.dns.Question;
import dev.smtpsh.dns.RecordType;
import dev.smtpsh.dns.Resolver;
import dev.smtpsh.wire.Deadline;
import java.net.InetAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The addresses of hosts by their A and AAAA records, IPv4 first as the JDK orders them. */
final class ResolverHosts implements Hosts {
    private final Resolver resolver;
    private final Duration patience;

    ResolverHosts(Resolver resolver, Duration patience) {
        this.resolver = resolver;
        this.patience = patience;
    }

    @Override
    public HostAnswer addresses(String host, Family family) throws InterruptedException {
        Optional<InetAddress> literal = AddressLiteral.read(host);
        if (literal.isPresent()) {
            return family.has(literal.get())
                    ? new HostAnswer.Found(List.of(literal.get()))
                    : new HostAnswer.WrongFamily(host, family == Family.IPV6);
        }
        DomainName.Reading name = DomainName.read(host);
        if (name.name().isEmpty()) {
            return new HostAnswer.NotAName(host, name.why());
        }
        List<Question> questions = new ArrayList<>();
        for (RecordType type : List.of(RecordType.A, RecordType.AAAA)) {
            questions.add(new Question(name.name().get(), type));
        }
        return answer(host, family, resolver.askAll(questions, Deadline.in(patience)));
    }

    private static HostAnswer answer(String host, Family family, List<Answer> answers) {
        List<InetAddress> all = new ArrayList<>();
        answers.forEach(answer -> all.addAll(answer.addresses()));
        List<InetAddress> wanted = all.stream().filter(family::has).toList();
        if (!wanted.isEmpty()) {
            return new HostAnswer.Found(wanted);
        }
        for (Answer answer : answers) {
            if (answer instanceof Answer.Failed failed) {
                return new HostAnswer.ResolverFailed(host, failed.trouble(), failed.why());
            }
        }
        if (!all.isEmpty()) {
            return new HostAnswer.WrongFamily(host, family == Family.IPV6);
        }
        return answers.stream().anyMatch(Answer.NoSuchName.class::isInstance)
                ? new HostAnswer.NoSuchHost(host)
                : new HostAnswer.NoAddress(host);
    }
}
