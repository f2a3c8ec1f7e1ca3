package dev.smtpsh.domain;

import dev.smtpsh.dns.Answer;
import dev.smtpsh.dns.DnsRecord.Pointer;
import dev.smtpsh.dns.DomainName;
import dev.smtpsh.dns.Question;
import dev.smtpsh.dns.RecordType;
import dev.smtpsh.dns.Resolver;
import dev.smtpsh.wire.Deadline;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Asks for the names of an address, and for the addresses of those names. */
public final class ReverseLookup {
    /** Addresses of one host whose names are asked for (limit ptr-addresses). */
    public static final int MOST_ADDRESSES = 10;

    /** Names that are followed back (limit ptr-names); RFC 7208 4.6.4 lets SPF look at no more. */
    static final int MOST_NAMES = 10;

    private final Resolver resolver;

    public ReverseLookup(Resolver resolver) {
        this.resolver = resolver;
    }

    /**
     * Over at the deadline, with what is known by then.
     *
     * @throws InterruptedException when the thread was interrupted
     */
    public ReverseReport of(InetAddress address, Deadline deadline) throws InterruptedException {
        Answer asked = resolver.ask(new Question(DomainName.reverse(address), RecordType.PTR), deadline);
        List<DomainName> all = asked.records().stream()
                .map(record -> record.data())
                .filter(Pointer.class::isInstance)
                .map(data -> ((Pointer) data).name())
                .distinct()
                .toList();
        List<DomainName> some = all.stream().limit(MOST_NAMES).toList();
        Map<DomainName, List<Answer>> addresses = MxLookup.addresses(resolver, some, deadline);
        List<ReverseReport.Name> names = new ArrayList<>();
        for (DomainName name : some) {
            List<Answer> answers = addresses.get(name);
            boolean back =
                    answers.stream().anyMatch(answer -> answer.addresses().contains(address));
            names.add(new ReverseReport.Name(name, answers, back));
        }
        return new ReverseReport(address, asked, names, all.size() - some.size());
    }
}
