package dev.smtpsh.domain;

import dev.smtpsh.dns.Answer;
import dev.smtpsh.dns.DomainName;
import dev.smtpsh.dns.Family;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * A host that takes a domain's mail, or should.
 *
 * @param preference lower is better
 * @param answers about its A and its AAAA records; empty if it was not asked for
 */
public record MxHost(int preference, DomainName name, List<Answer> answers, List<MxRemark> remarks) {
    public MxHost {
        answers = List.copyOf(answers);
        remarks = List.copyOf(remarks);
    }

    /** Each once, IPv4 first. */
    public List<InetAddress> addresses(Family family) {
        Set<InetAddress> addresses = new LinkedHashSet<>();
        for (Answer answer : answers) {
            answer.addresses().stream().filter(family::has).forEach(addresses::add);
        }
        return List.copyOf(addresses);
    }

    public List<InetAddress> addresses() {
        return addresses(Family.ANY);
    }

    public boolean usable() {
        return answers.stream().anyMatch(answer -> !answer.addresses().isEmpty());
    }

    public boolean has(MxRemark.Kind kind) {
        return remarks.stream().anyMatch(remark -> remark.kind() == kind);
    }

    MxHost plus(MxRemark remark) {
        List<MxRemark> more = new ArrayList<>(remarks);
        more.add(remark);
        return new MxHost(preference, name, answers, more);
    }
}
