package dev.smtpsh.dns;

import dev.smtpsh.smtp.Octets;
import java.net.InetAddress;
import java.time.Duration;
import java.util.List;

/**
 * One record of an answer.
 *
 * @param owner whose record it is
 * @param ttl how long it may be kept from now on
 */
public record DnsRecord(DomainName owner, RecordType type, Duration ttl, Data data) {
    /** What it says. */
    public sealed interface Data {}

    /** A or AAAA. An IPv4-mapped AAAA arrives as the IPv4 address it holds. */
    public record Address(InetAddress address) implements Data {}

    /** MX (RFC 1035 3.3.9). */
    public record MailExchange(int preference, DomainName host) implements Data {}

    /** CNAME, NS, PTR: another name. */
    public record Pointer(DomainName name) implements Data {}

    /** TXT: character strings of up to 255 octets each (RFC 1035 3.3.14). */
    public record Text(List<Octets> strings) implements Data {
        public Text {
            strings = List.copyOf(strings);
        }
    }

    /** SOA (RFC 1035 3.3.13). {@code minimum} is how long an absence may be kept (RFC 2308 4). */
    public record Authority(DomainName primary, DomainName mailbox, long serial, Duration minimum) implements Data {}

    /** TLSA (RFC 6698 2.1). */
    public record Association(int usage, int selector, int matching, Octets data) implements Data {}

    /** Any other type, as it came. */
    public record Raw(Octets octets) implements Data {}
}
