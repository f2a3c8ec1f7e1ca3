package dev.smtpsh.domain;

import dev.smtpsh.dns.Answer;
import dev.smtpsh.dns.DomainName;
import dev.smtpsh.dns.Question;
import dev.smtpsh.dns.RecordType;
import dev.smtpsh.dns.Resolver;
import dev.smtpsh.wire.Deadline;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Asks for all that an {@link MxPlan} is made of: the MX records, then every host's addresses side by side. */
public final class MxLookup {
    private static final List<RecordType> ADDRESSES = List.of(RecordType.A, RecordType.AAAA);

    private final Resolver resolver;

    public MxLookup(Resolver resolver) {
        this.resolver = resolver;
    }

    /**
     * Over at the deadline, with what is known by then.
     *
     * @throws InterruptedException when the thread was interrupted
     */
    public MxPlan plan(DomainName domain, Deadline deadline) throws InterruptedException {
        Answer mx = resolver.ask(new Question(domain, RecordType.MX), deadline);
        return MxPlan.of(domain, mx, addresses(resolver, MxPlan.toAsk(mx), deadline));
    }

    /** For each name the answers about A and AAAA, in this order. */
    static Map<DomainName, List<Answer>> addresses(Resolver resolver, List<DomainName> names, Deadline deadline)
            throws InterruptedException {
        List<Question> questions = new ArrayList<>();
        for (DomainName name : names) {
            ADDRESSES.forEach(type -> questions.add(new Question(name, type)));
        }
        List<Answer> answers = resolver.askAll(questions, deadline);
        Map<DomainName, List<Answer>> byName = new HashMap<>();
        for (int i = 0; i < names.size(); i++) {
            int first = i * ADDRESSES.size();
            byName.put(names.get(i), answers.subList(first, first + ADDRESSES.size()));
        }
        return byName;
    }
}
