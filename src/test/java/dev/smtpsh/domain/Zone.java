package dev.smtpsh.domain;

import dev.smtpsh.dns.Answer;
import dev.smtpsh.dns.DnsRecord;
import dev.smtpsh.dns.DomainName;
import dev.smtpsh.dns.Evidence;
import dev.smtpsh.dns.Question;
import dev.smtpsh.dns.RecordType;
import dev.smtpsh.dns.Resolver;
import dev.smtpsh.dns.Trouble;
import dev.smtpsh.wire.Deadline;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A resolver that knows what it is told, without a network. */
public final class Zone implements Resolver {
    private static final Duration TTL = Duration.ofSeconds(300);

    private final Map<Question, List<DnsRecord.Data>> records = new HashMap<>();
    private final Map<DomainName, DomainName> aliases = new HashMap<>();
    private final Map<DomainName, Trouble> troubles = new HashMap<>();

    public Zone mx(String owner, int preference, String host) {
        DomainName name = host.equals(".") ? DomainName.received(".") : DomainName.received(host);
        return add(owner, RecordType.MX, new DnsRecord.MailExchange(preference, name));
    }

    /** A or AAAA, by what the address looks like. */
    public Zone address(String owner, String... addresses) {
        for (String address : addresses) {
            RecordType type = address.indexOf(':') >= 0 ? RecordType.AAAA : RecordType.A;
            add(owner, type, new DnsRecord.Address(ip(address)));
        }
        return this;
    }

    public Zone ptr(String address, String name) {
        return add(DomainName.reverse(ip(address)).text(), RecordType.PTR, new DnsRecord.Pointer(name(name)));
    }

    public Zone alias(String from, String to) {
        aliases.put(name(from), name(to));
        return this;
    }

    public Zone exists(String owner) {
        return add(owner, RecordType.TXT, new DnsRecord.Text(List.of()));
    }

    public Zone trouble(String owner, Trouble trouble) {
        troubles.put(name(owner), trouble);
        return this;
    }

    public MxPlan plan(String domain) {
        try {
            return new MxLookup(this).plan(name(domain), Deadline.in(Duration.ofSeconds(5)));
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    public ReverseReport reverse(String address) {
        try {
            return new ReverseLookup(this).of(ip(address), Deadline.in(Duration.ofSeconds(5)));
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @Override
    public Answer ask(Question question, Deadline deadline) {
        DomainName name = question.name();
        List<Answer.Alias> followed = new ArrayList<>();
        while (aliases.containsKey(name)) {
            followed.add(new Answer.Alias(name, aliases.get(name), TTL));
            name = aliases.get(name);
        }
        DomainName last = name;
        Evidence evidence =
                new Evidence("192.0.2.53:53", Duration.ofMillis(12), 1, false, false, false, 0, List.of(), List.of());
        if (troubles.containsKey(last)) {
            Trouble trouble = troubles.get(last);
            String why = "192.0.2.53:53 "
                    + (trouble == Trouble.TIMEOUT ? "did not answer within 5 s" : "answered " + trouble);
            return new Answer.Failed(question, followed, trouble, why, evidence);
        }
        List<DnsRecord> found = records.getOrDefault(new Question(last, question.type()), List.of()).stream()
                .map(data -> new DnsRecord(last, question.type(), TTL, data))
                .toList();
        if (!found.isEmpty()) {
            return new Answer.Found(question, followed, found, 0, evidence);
        }
        boolean exists =
                records.keySet().stream().anyMatch(known -> known.name().equals(last));
        return exists
                ? new Answer.NoData(question, followed, Optional.empty(), evidence)
                : new Answer.NoSuchName(question, followed, Optional.empty(), evidence);
    }

    @Override
    public List<Answer> askAll(List<Question> questions, Deadline deadline) {
        return questions.stream().map(question -> ask(question, deadline)).toList();
    }

    private Zone add(String owner, RecordType type, DnsRecord.Data data) {
        records.computeIfAbsent(new Question(name(owner), type), any -> new ArrayList<>())
                .add(data);
        return this;
    }

    private static DomainName name(String text) {
        return DomainName.received(text);
    }

    private static InetAddress ip(String text) {
        try {
            return InetAddress.getByName(text);
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
