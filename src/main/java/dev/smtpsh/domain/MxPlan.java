package dev.smtpsh.domain;

import dev.smtpsh.dns.Answer;
import dev.smtpsh.dns.DnsRecord.MailExchange;
import dev.smtpsh.dns.DomainName;
import dev.smtpsh.domain.MxRemark.Kind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Where the mail of a domain goes (RFC 5321 5.1, RFC 7505), made of answers alone.
 *
 * @param asked the answer about the MX records
 * @param hosts by preference; those of the same preference in the order of the answer, though a sender would shuffle them
 * @param remarks about the records as a whole
 */
public record MxPlan(DomainName domain, Way way, Answer asked, List<MxHost> hosts, List<MxRemark> remarks) {
    /** MX records that are looked at (limit mx-hosts). */
    static final int MOST_HOSTS = 100;

    /** How a sender gets to the hosts. */
    public enum Way {
        /** By MX records. */
        LISTED,
        /** By the address of the domain itself, as there is no MX record. */
        IMPLICIT,
        /** Not at all: the domain says that it takes no mail. */
        NULL_MX,
        /** Not at all: the domain does not exist. */
        NO_DOMAIN,
        /** Not at all: there is neither an MX record nor an address. */
        NO_HOST,
        /** It could not be found out; a sender would try again later. */
        UNKNOWN
    }

    public MxPlan {
        hosts = List.copyOf(hosts);
        remarks = List.copyOf(remarks);
    }

    /** Whether there is at least one address to take mail to. */
    public boolean usable() {
        return hosts.stream().anyMatch(MxHost::usable);
    }

    /** What kept it from being found out, about the MX records or about the only host. */
    public Optional<Answer.Failed> trouble() {
        List<Answer> answers = new ArrayList<>(List.of(asked));
        hosts.forEach(host -> answers.addAll(host.answers()));
        return answers.stream()
                .filter(Answer.Failed.class::isInstance)
                .map(Answer.Failed.class::cast)
                .findFirst();
    }

    /** The names whose addresses {@link #of} needs: the hosts, or the domain itself where there is no MX record. */
    static List<DomainName> toAsk(Answer mx) {
        if (mx instanceof Answer.NoData) {
            return List.of(mx.finalName());
        }
        Set<DomainName> names = new LinkedHashSet<>();
        for (MailExchange exchange : exchanges(mx)) {
            if (!exchange.host().root()) {
                names.add(exchange.host());
            }
        }
        return List.copyOf(names);
    }

    /** @param addresses answers about A and AAAA for each name {@link #toAsk} */
    static MxPlan of(DomainName domain, Answer mx, Map<DomainName, List<Answer>> addresses) {
        if (mx instanceof Answer.NoSuchName) {
            return new MxPlan(domain, Way.NO_DOMAIN, mx, List.of(), aliasRemark(mx));
        }
        if (mx instanceof Answer.Failed) {
            return new MxPlan(domain, Way.UNKNOWN, mx, List.of(), aliasRemark(mx));
        }
        return mx instanceof Answer.NoData ? implicit(domain, mx, addresses) : listed(domain, mx, addresses);
    }

    private static MxPlan implicit(DomainName domain, Answer mx, Map<DomainName, List<Answer>> addresses) {
        DomainName name = mx.finalName();
        MxHost host = HostJudge.judged(0, name, addresses.getOrDefault(name, List.of()));
        List<MxRemark> remarks = new ArrayList<>(aliasRemark(mx));
        if (host.usable()) {
            remarks.add(MxRemark.of(Kind.IMPLICIT));
            return new MxPlan(domain, Way.IMPLICIT, mx, List.of(host), remarks);
        }
        boolean unknown = host.has(Kind.NOT_FOUND_OUT);
        return new MxPlan(domain, unknown ? Way.UNKNOWN : Way.NO_HOST, mx, List.of(host), remarks);
    }

    private static MxPlan listed(DomainName domain, Answer mx, Map<DomainName, List<Answer>> addresses) {
        List<MailExchange> exchanges = exchanges(mx);
        List<MxHost> hosts = new ArrayList<>();
        for (MailExchange exchange : exchanges) {
            hosts.add(
                    exchange.host().root()
                            ? new MxHost(exchange.preference(), exchange.host(), List.of(), List.of())
                            : HostJudge.judged(
                                    exchange.preference(),
                                    exchange.host(),
                                    addresses.getOrDefault(exchange.host(), List.of())));
        }
        hosts.sort(Comparator.comparingInt(MxHost::preference));
        List<MxHost> compared = HostJudge.compared(hosts);
        boolean none = compared.stream().allMatch(host -> host.name().root());
        List<MxRemark> remarks = new ArrayList<>(aliasRemark(mx));
        remarks.addAll(remarks(mx, compared));
        return new MxPlan(domain, none ? Way.NULL_MX : Way.LISTED, mx, compared, remarks);
    }

    private static List<MxRemark> remarks(Answer mx, List<MxHost> hosts) {
        List<MxRemark> remarks = new ArrayList<>();
        List<MxHost> nulls = hosts.stream().filter(host -> host.name().root()).toList();
        if (nulls.size() == hosts.size()) {
            remarks.add(MxRemark.of(Kind.NULL_MX));
        } else if (!nulls.isEmpty()) {
            remarks.add(MxRemark.of(Kind.NULL_BESIDE_OTHERS));
        }
        for (MxHost host : nulls) {
            if (host.preference() != 0) {
                remarks.add(new MxRemark(Kind.NULL_PREFERENCE, String.valueOf(host.preference())));
            }
        }
        Map<Integer, Integer> counts = new TreeMap<>();
        hosts.forEach(host -> counts.merge(host.preference(), 1, Integer::sum));
        counts.forEach((preference, count) -> {
            if (count > 1) {
                remarks.add(new MxRemark(Kind.SAME_PREFERENCE, String.valueOf(preference)));
            }
        });
        int more = mx.records().size() - hosts.size() + (mx instanceof Answer.Found found ? found.leftOut() : 0);
        if (more > 0) {
            remarks.add(new MxRemark(Kind.TOO_MANY, String.valueOf(more)));
        }
        boolean hopeless = hosts.stream().noneMatch(host -> host.usable() || host.has(Kind.NOT_FOUND_OUT));
        if (hopeless && nulls.size() < hosts.size()) {
            remarks.add(MxRemark.of(Kind.NONE_USABLE));
        }
        return remarks;
    }

    private static List<MxRemark> aliasRemark(Answer mx) {
        return mx.aliases().isEmpty()
                ? List.of()
                : List.of(new MxRemark(Kind.DOMAIN_ALIAS, mx.finalName().text()));
    }

    private static List<MailExchange> exchanges(Answer mx) {
        return mx.records().stream()
                .map(record -> record.data())
                .filter(MailExchange.class::isInstance)
                .map(MailExchange.class::cast)
                .sorted(Comparator.comparingInt(MailExchange::preference))
                .limit(MOST_HOSTS)
                .toList();
    }
}
