package dev.smtpsh.domain;

import dev.smtpsh.dns.AddressLiteral;
import dev.smtpsh.dns.Answer;
import dev.smtpsh.dns.DomainName;
import dev.smtpsh.dns.RecordType;
import dev.smtpsh.domain.MxRemark.Kind;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** What there is to remark about the hosts of MX records. */
final class HostJudge {
    private HostJudge() {}

    static MxHost judged(int preference, DomainName name, List<Answer> answers) {
        List<MxRemark> remarks = new ArrayList<>();
        if (AddressLiteral.read(name.text()).isPresent()) {
            remarks.add(MxRemark.of(Kind.ADDRESS_LITERAL));
        } else if (!name.hostSyntax()) {
            remarks.add(MxRemark.of(Kind.BAD_NAME));
        }
        String lower = name.text().toLowerCase(Locale.ROOT);
        if (lower.equals("localhost") || lower.endsWith(".localhost")) {
            remarks.add(MxRemark.of(Kind.LOCALHOST));
        }
        answers.stream()
                .filter(answer -> !answer.aliases().isEmpty())
                .findFirst()
                .ifPresent(answer ->
                        remarks.add(new MxRemark(Kind.ALIAS, answer.finalName().text())));
        MxHost host = new MxHost(preference, name, answers, List.of());
        remarks.addAll(host.usable() ? addresses(host) : nowhere(answers));
        return new MxHost(preference, name, answers, remarks);
    }

    /** With what only shows when they are seen together. */
    static List<MxHost> compared(List<MxHost> hosts) {
        List<MxHost> compared = new ArrayList<>();
        Set<DomainName> names = new HashSet<>();
        Map<InetAddress, DomainName> owners = new HashMap<>();
        for (MxHost host : hosts) {
            MxHost judged = host;
            if (!names.add(host.name())) {
                judged = judged.plus(MxRemark.of(Kind.DUPLICATE));
            } else {
                Set<DomainName> shared = new HashSet<>();
                for (InetAddress address : host.addresses()) {
                    DomainName owner = owners.putIfAbsent(address, host.name());
                    if (owner != null && shared.add(owner)) {
                        judged = judged.plus(new MxRemark(Kind.SHARED_ADDRESS, owner.text()));
                    }
                }
            }
            compared.add(judged);
        }
        return compared;
    }

    private static List<MxRemark> nowhere(List<Answer> answers) {
        for (Answer answer : answers) {
            if (answer instanceof Answer.Failed failed) {
                return List.of(new MxRemark(Kind.NOT_FOUND_OUT, told(failed)));
            }
        }
        for (Answer answer : answers) {
            if (answer instanceof Answer.NoSuchName) {
                return List.of(
                        new MxRemark(Kind.NO_SUCH_HOST, answer.finalName().text()));
            }
        }
        return List.of(MxRemark.of(Kind.NO_ADDRESS));
    }

    private static List<MxRemark> addresses(MxHost host) {
        List<MxRemark> remarks = new ArrayList<>();
        for (Answer answer : host.answers()) {
            if (answer instanceof Answer.Failed failed) {
                String family = answer.question().type().equals(RecordType.AAAA) ? "IPv6: " : "IPv4: ";
                remarks.add(new MxRemark(Kind.HALF_FOUND_OUT, family + told(failed)));
            }
            for (InetAddress address : answer.addresses()) {
                if (answer.question().type().equals(RecordType.AAAA) && address instanceof Inet4Address) {
                    remarks.add(new MxRemark(Kind.MAPPED_ADDRESS, AddressLiteral.text(address)));
                }
            }
        }
        for (InetAddress address : host.addresses()) {
            AddressKind kind = AddressKind.of(address);
            if (kind != AddressKind.PUBLIC) {
                String about = AddressLiteral.text(address) + " is " + kind.words();
                remarks.add(new MxRemark(Kind.SPECIAL_ADDRESS, about));
            }
        }
        return remarks;
    }

    private static String told(Answer.Failed failed) {
        return failed.why().isEmpty() ? failed.words() : failed.why();
    }
}
