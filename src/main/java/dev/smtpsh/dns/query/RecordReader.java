package dev.smtpsh.dns.query;

import dev.smtpsh.dns.DnsRecord;
import dev.smtpsh.dns.DomainName;
import dev.smtpsh.dns.RecordType;
import dev.smtpsh.smtp.Octets;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.xbill.DNS.AAAARecord;
import org.xbill.DNS.ARecord;
import org.xbill.DNS.CNAMERecord;
import org.xbill.DNS.EDNSOption;
import org.xbill.DNS.ExtendedErrorCodeOption;
import org.xbill.DNS.MXRecord;
import org.xbill.DNS.Message;
import org.xbill.DNS.NSRecord;
import org.xbill.DNS.Name;
import org.xbill.DNS.OPTRecord;
import org.xbill.DNS.PTRRecord;
import org.xbill.DNS.Record;
import org.xbill.DNS.SOARecord;
import org.xbill.DNS.TLSARecord;
import org.xbill.DNS.TXTRecord;

/** Turns dnsjava's records into ours. */
final class RecordReader {
    private static final int MOST_REMARKS = 5;

    private RecordReader() {}

    static DomainName name(Name name) {
        return DomainName.received(name.toString());
    }

    static DnsRecord read(Record record) {
        return new DnsRecord(
                name(record.getName()),
                new RecordType(record.getType()),
                Duration.ofSeconds(record.getTTL()),
                data(record));
    }

    /** Extended DNS errors (RFC 8914), in words; a few of them. */
    static List<String> remarks(Message message) {
        List<String> remarks = new ArrayList<>();
        OPTRecord options = message.getOPT();
        for (EDNSOption option : options == null ? List.<EDNSOption>of() : options.getOptions()) {
            if (option instanceof ExtendedErrorCodeOption error && remarks.size() < MOST_REMARKS) {
                String text = error.getText() == null ? "" : ": " + error.getText();
                String meaning = ExtendedErrorCodeOption.text(error.getErrorCode());
                remarks.add("error " + error.getErrorCode() + ", "
                        + meaning.toLowerCase(Locale.ROOT).replace('_', ' ') + text);
            }
        }
        return remarks;
    }

    private static DnsRecord.Data data(Record record) {
        if (record instanceof ARecord a) {
            return new DnsRecord.Address(bare(a.getAddress()));
        }
        if (record instanceof AAAARecord aaaa) {
            return new DnsRecord.Address(bare(aaaa.getAddress()));
        }
        if (record instanceof MXRecord mx) {
            return new DnsRecord.MailExchange(mx.getPriority(), name(mx.getTarget()));
        }
        if (record instanceof CNAMERecord alias) {
            return new DnsRecord.Pointer(name(alias.getTarget()));
        }
        if (record instanceof PTRRecord pointer) {
            return new DnsRecord.Pointer(name(pointer.getTarget()));
        }
        if (record instanceof NSRecord server) {
            return new DnsRecord.Pointer(name(server.getTarget()));
        }
        return rarer(record);
    }

    private static DnsRecord.Data rarer(Record record) {
        if (record instanceof TXTRecord text) {
            List<Octets> strings = new ArrayList<>();
            for (Object string : text.getStringsAsByteArrays()) {
                strings.add(Octets.of((byte[]) string));
            }
            return new DnsRecord.Text(strings);
        }
        if (record instanceof SOARecord soa) {
            return new DnsRecord.Authority(
                    name(soa.getHost()), name(soa.getAdmin()), soa.getSerial(), Duration.ofSeconds(soa.getMinimum()));
        }
        if (record instanceof TLSARecord tlsa) {
            return new DnsRecord.Association(
                    tlsa.getCertificateUsage(),
                    tlsa.getSelector(),
                    tlsa.getMatchingType(),
                    Octets.of(tlsa.getCertificateAssociationData()));
        }
        return new DnsRecord.Raw(Octets.of(record.rdataToWireCanonical()));
    }

    // dnsjava's addresses carry the owner's name, which must not be taken for a name that was looked up.
    private static InetAddress bare(InetAddress address) {
        try {
            return InetAddress.getByAddress(address.getAddress());
        } catch (UnknownHostException e) {
            throw new IllegalStateException(e);
        }
    }
}
