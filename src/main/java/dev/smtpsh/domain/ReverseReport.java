package dev.smtpsh.domain;

import dev.smtpsh.dns.Answer;
import dev.smtpsh.dns.DomainName;
import java.net.InetAddress;
import java.util.List;

/**
 * The names of an address, and which of them lead back to it (RFC 8601 3: the iprev check).
 *
 * @param asked the answer about its PTR records
 * @param leftOut how many names were not looked at (limit ptr-names)
 */
public record ReverseReport(InetAddress address, Answer asked, List<Name> names, int leftOut) {
    public ReverseReport {
        names = List.copyOf(names);
    }

    /**
     * One of the names.
     *
     * @param answers about its A and AAAA records
     * @param leadsBack whether the address is among them
     */
    public record Name(DomainName name, List<Answer> answers, boolean leadsBack) {
        public Name {
            answers = List.copyOf(answers);
        }

        /** Whether it could be found out at all. */
        public boolean certain() {
            return leadsBack || answers.stream().noneMatch(Answer.Failed.class::isInstance);
        }
    }

    /** Whether at least one name leads back. */
    public boolean confirmed() {
        return names.stream().anyMatch(Name::leadsBack);
    }
}
