package dev.smtpsh.dns;

import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What a question brought. That there is nothing ({@link NoSuchName}, {@link NoData}) is one thing, that it could not be
 * found out ({@link Failed}) another; whoever judges must not confuse them.
 */
public sealed interface Answer {
    Question question();

    /** The aliases on the way from the name asked for to the name that was found, in order. */
    List<Alias> aliases();

    Evidence evidence();

    /** A CNAME record that was followed. */
    record Alias(DomainName from, DomainName to, Duration ttl) {}

    /**
     * At least one record.
     *
     * @param records in the server's order
     * @param leftOut how many more there were, past limit dns-records
     */
    record Found(Question question, List<Alias> aliases, List<DnsRecord> records, int leftOut, Evidence evidence)
            implements Answer {
        public Found {
            aliases = List.copyOf(aliases);
            records = List.copyOf(records);
        }
    }

    /**
     * NXDOMAIN: the name, or the one its aliases lead to, does not exist.
     *
     * @param authority the SOA record of the zone that says so
     */
    record NoSuchName(Question question, List<Alias> aliases, Optional<DnsRecord> authority, Evidence evidence)
            implements Answer {
        public NoSuchName {
            aliases = List.copyOf(aliases);
        }
    }

    /** The name exists, but has no record of this type. */
    record NoData(Question question, List<Alias> aliases, Optional<DnsRecord> authority, Evidence evidence)
            implements Answer {
        public NoData {
            aliases = List.copyOf(aliases);
        }
    }

    /**
     * It could not be found out.
     *
     * @param why what each server did, half a sentence
     */
    record Failed(Question question, List<Alias> aliases, Trouble trouble, String why, Evidence evidence)
            implements Answer {
        public Failed {
            aliases = List.copyOf(aliases);
        }
    }

    /** The records found, none if there are none. */
    default List<DnsRecord> records() {
        return this instanceof Found found ? found.records() : List.of();
    }

    /** The addresses among the records. */
    default List<InetAddress> addresses() {
        return records().stream()
                .map(DnsRecord::data)
                .filter(DnsRecord.Address.class::isInstance)
                .map(data -> ((DnsRecord.Address) data).address())
                .toList();
    }

    /** The name the aliases lead to; the one asked for if there are none. */
    default DomainName finalName() {
        return aliases().isEmpty()
                ? question().name()
                : aliases().get(aliases().size() - 1).to();
    }

    /** Whether it is known that there is nothing. */
    default boolean absent() {
        return this instanceof NoSuchName || this instanceof NoData;
    }

    /** What came of it, for programs: {@code found}, {@code nxdomain}, {@code nodata}, or the trouble's label. */
    default String label() {
        if (this instanceof Failed failed) {
            return failed.trouble().label();
        }
        return this instanceof Found ? "found" : this instanceof NoSuchName ? "nxdomain" : "nodata";
    }

    /** What came of it, half a sentence. */
    default String words() {
        if (this instanceof Failed failed) {
            return failed.trouble().words();
        }
        if (this instanceof Found) {
            return records().size() == 1 ? "1 record" : records().size() + " records";
        }
        return this instanceof NoSuchName
                ? finalName() + " does not exist (NXDOMAIN)"
                : finalName() + " has no " + question().type() + " record";
    }
}
