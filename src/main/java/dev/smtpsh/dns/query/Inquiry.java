package dev.smtpsh.dns.query;

import dev.smtpsh.dns.Answer;
import dev.smtpsh.dns.Answer.Alias;
import dev.smtpsh.dns.DnsRecord;
import dev.smtpsh.dns.Evidence;
import dev.smtpsh.dns.Question;
import dev.smtpsh.dns.RecordType;
import dev.smtpsh.dns.Trouble;
import dev.smtpsh.smtp.Octets;
import dev.smtpsh.wire.Deadline;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.xbill.DNS.CNAMERecord;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;
import org.xbill.DNS.TextParseException;
import org.xbill.DNS.Type;

/** One question on its way to an answer, through aliases if need be. */
final class Inquiry {
    private final Question question;
    private final QueryLimits limits;
    private final Dispatch dispatch;
    private final long begun = System.nanoTime();
    private final List<Alias> aliases = new ArrayList<>();
    private final Set<Name> seen = new HashSet<>();
    private final List<Octets> messages = new ArrayList<>();
    private Optional<Message> last = Optional.empty();
    private Dispatch.Outcome outcome = Dispatch.Outcome.trouble(Trouble.NO_SERVER, "", "");
    private int strangers;

    Inquiry(Question question, List<InetSocketAddress> servers, QueryLimits limits, Deadline deadline) {
        this.question = question;
        this.limits = limits;
        this.dispatch = new Dispatch(servers.isEmpty() ? SystemServers.list() : servers, limits, deadline);
    }

    Answer answer() throws InterruptedException {
        Name name;
        try {
            name = Name.fromString(question.name().text(), Name.root);
        } catch (TextParseException e) {
            throw new IllegalArgumentException("a checked name: " + question.name(), e);
        }
        while (true) {
            outcome = dispatch.ask(Record.newRecord(name, question.type().number(), DClass.IN));
            if (!outcome.octets().isEmpty()) {
                messages.add(outcome.octets());
            }
            last = outcome.message();
            if (last.isEmpty()) {
                return failed(outcome.trouble(), outcome.why());
            }
            Optional<Name> next = follow(last.get(), name);
            if (next.isEmpty()) {
                return failed(
                        Trouble.ALIAS_LOOP,
                        aliases.size() + " aliases, the last of them "
                                + aliases.get(aliases.size() - 1).from());
            }
            List<Record> found = records(last.get(), next.get());
            if (!found.isEmpty()) {
                return found(found);
            }
            // Without a word about the zone at the end of the chain, this server knew the aliases only.
            boolean halfway = !next.get().equals(name) && authority(last.get()).isEmpty();
            if (!halfway || last.get().getRcode() == Rcode.NXDOMAIN) {
                return absent(last.get());
            }
            name = next.get();
        }
    }

    /** The name at the end of a message's aliases; empty if they go in a circle or are too many. */
    private Optional<Name> follow(Message message, Name from) {
        Name name = from;
        if (question.type().equals(RecordType.CNAME)) {
            return Optional.of(name);
        }
        while (true) {
            Optional<CNAMERecord> alias = alias(message, name);
            if (alias.isEmpty()) {
                return Optional.of(name);
            }
            boolean known = !seen.add(name);
            if (known || aliases.size() == limits.aliases()) {
                return Optional.empty();
            }
            aliases.add(new Alias(
                    RecordReader.name(name),
                    RecordReader.name(alias.get().getTarget()),
                    Duration.ofSeconds(alias.get().getTTL())));
            name = alias.get().getTarget();
        }
    }

    private static Optional<CNAMERecord> alias(Message message, Name name) {
        return message.getSection(Section.ANSWER).stream()
                .filter(record -> record instanceof CNAMERecord
                        && record.getDClass() == DClass.IN
                        && record.getName().equals(name))
                .map(CNAMERecord.class::cast)
                .findFirst();
    }

    private List<Record> records(Message message, Name name) {
        List<Record> found = new ArrayList<>();
        strangers = 0;
        for (Record record : message.getSection(Section.ANSWER)) {
            boolean wanted = record.getType() == question.type().number()
                    || question.type().number() == Type.ANY;
            if (wanted && record.getDClass() == DClass.IN && record.getName().equals(name)) {
                found.add(record);
            } else if (!(record instanceof CNAMERecord) && record.getType() != Type.RRSIG) {
                strangers++;
            }
        }
        return found;
    }

    private Answer found(List<Record> found) {
        List<DnsRecord> records =
                found.stream().limit(limits.records()).map(RecordReader::read).toList();
        return new Answer.Found(question, aliases, records, found.size() - records.size(), evidence());
    }

    private Answer absent(Message message) {
        Optional<DnsRecord> authority = authority(message).map(RecordReader::read);
        if (message.getRcode() == Rcode.NXDOMAIN) {
            return new Answer.NoSuchName(question, aliases, authority, evidence());
        }
        boolean refers = message.getSection(Section.AUTHORITY).stream().anyMatch(record -> record.getType() == Type.NS);
        if (refers && authority.isEmpty() && !message.getHeader().getFlag(Flags.AA)) {
            return failed(Trouble.REFERRAL, outcome.server() + " names the servers of the zone and nothing else");
        }
        return new Answer.NoData(question, aliases, authority, evidence());
    }

    private static Optional<Record> authority(Message message) {
        return message.getSection(Section.AUTHORITY).stream()
                .filter(record -> record.getType() == Type.SOA)
                .findFirst();
    }

    private Answer failed(Trouble trouble, String why) {
        return new Answer.Failed(question, aliases, trouble, why, evidence());
    }

    private Evidence evidence() {
        return new Evidence(
                outcome.server(),
                Duration.ofNanos(System.nanoTime() - begun),
                dispatch.sent(),
                outcome.tcp(),
                last.map(message -> message.getHeader().getFlag(Flags.AA)).orElse(false),
                last.map(message -> message.getHeader().getFlag(Flags.AD)).orElse(false),
                strangers,
                last.map(RecordReader::remarks).orElse(List.of()),
                messages);
    }
}
