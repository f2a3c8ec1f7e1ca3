package dev.smtpsh.dns.query;

import dev.smtpsh.dns.AddressLiteral;
import dev.smtpsh.dns.Trouble;
import dev.smtpsh.smtp.Octets;
import dev.smtpsh.wire.Deadline;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Header;
import org.xbill.DNS.Message;
import org.xbill.DNS.OPTRecord;
import org.xbill.DNS.Opcode;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;
import org.xbill.DNS.io.DefaultIoClientFactory;
import org.xbill.DNS.io.IoClientFactory;

/** Brings one query to one server after the other, until one of them gives an answer that can be used. */
final class Dispatch {
    // The size that passes every network without fragments, by the agreement of DNS Flag Day 2020.
    private static final int UDP_PAYLOAD = 1232;
    private static final int UDP_LARGEST = 4096;
    private static final IoClientFactory CLIENTS = new DefaultIoClientFactory();

    private final List<InetSocketAddress> servers;
    private final QueryLimits limits;
    private final Deadline deadline;
    private int sent;

    Dispatch(List<InetSocketAddress> servers, QueryLimits limits, Deadline deadline) {
        this.servers = servers;
        this.limits = limits;
        this.deadline = deadline;
    }

    /** A message, or what was wrong with every try; the server's own no is such a trouble too. */
    record Outcome(Optional<Message> message, Octets octets, String server, boolean tcp, Trouble trouble, String why) {
        static Outcome trouble(Trouble trouble, String why, String server) {
            return new Outcome(Optional.empty(), Octets.EMPTY, server, false, trouble, why);
        }

        Outcome keeping(Outcome refused) {
            return new Outcome(message, refused.octets, server, tcp, trouble, why);
        }
    }

    /** How many queries went out so far. */
    int sent() {
        return sent;
    }

    Outcome ask(Record question) throws InterruptedException {
        if (servers.isEmpty()) {
            return Outcome.trouble(Trouble.NO_SERVER, Trouble.NO_SERVER.why(), "");
        }
        Map<String, Outcome> troubles = new LinkedHashMap<>();
        for (int round = 0; round < limits.rounds(); round++) {
            for (InetSocketAddress server : servers) {
                String name = named(server);
                Outcome before = troubles.get(name);
                if (before != null && !passing(before.trouble())) {
                    continue;
                }
                if (deadline.passed()) {
                    troubles.putIfAbsent(name, Outcome.trouble(Trouble.TIMEOUT, "was not asked in time", name));
                    continue;
                }
                Outcome outcome = ask(question, server);
                if (outcome.message().isPresent()) {
                    return outcome;
                }
                troubles.put(name, outcome);
            }
        }
        return together(new ArrayList<>(troubles.values()));
    }

    // A lost datagram or a forged answer may be better the next time; a refusal stays.
    private static boolean passing(Trouble trouble) {
        return trouble == Trouble.TIMEOUT || trouble == Trouble.MALFORMED;
    }

    // A server that said something says more than one that is silent.
    private static Outcome together(List<Outcome> troubles) {
        Outcome told = troubles.get(0);
        List<String> words = new ArrayList<>();
        for (Outcome trouble : troubles) {
            words.add(trouble.server() + " " + trouble.why());
            told = told.trouble() == Trouble.TIMEOUT && trouble.trouble() != Trouble.TIMEOUT ? trouble : told;
        }
        return Outcome.trouble(told.trouble(), String.join("; ", words), told.server())
                .keeping(told);
    }

    private Outcome ask(Record question, InetSocketAddress server) throws InterruptedException {
        Message query = query(question);
        Outcome first = exchange(query, server, false);
        boolean cut = first.message().isPresent() && flag(first.message().get(), Flags.TC);
        Outcome outcome = cut ? exchange(query, server, true) : first;
        if (cut && outcome.message().isEmpty()) {
            String why = "cuts its answer short over UDP, and over TCP " + outcome.why();
            return Outcome.trouble(outcome.trouble(), why, outcome.server());
        }
        if (outcome.message().isEmpty()) {
            return outcome;
        }
        int code = outcome.message().get().getRcode();
        if (code == Rcode.NOERROR || code == Rcode.NXDOMAIN) {
            return outcome;
        }
        String why =
                "answered " + Rcode.string(code) + remarks(outcome.message().get());
        return Outcome.trouble(trouble(code), why, outcome.server()).keeping(outcome);
    }

    private static String remarks(Message message) {
        List<String> remarks = RecordReader.remarks(message);
        return remarks.isEmpty() ? "" : " (" + String.join("; ", remarks) + ")";
    }

    private static Trouble trouble(int code) {
        return code == Rcode.SERVFAIL ? Trouble.SERVFAIL : code == Rcode.REFUSED ? Trouble.REFUSED : Trouble.OTHER_CODE;
    }

    private Outcome exchange(Message query, InetSocketAddress server, boolean tcp) throws InterruptedException {
        Duration left = deadline.remaining();
        Duration patience = left.compareTo(limits.attempt()) < 0 ? left : limits.attempt();
        byte[] octets = query.toWire();
        sent++;
        CompletableFuture<byte[]> coming = tcp
                ? CLIENTS.createOrGetTcpClient().sendAndReceiveTcp(null, server, query, octets, patience)
                : CLIENTS.createOrGetUdpClient().sendAndReceiveUdp(null, server, query, octets, UDP_LARGEST, patience);
        String name = named(server);
        try {
            return read(query, coming.get(patience.toMillis() + 1, TimeUnit.MILLISECONDS), name, tcp);
        } catch (TimeoutException e) {
            coming.cancel(true);
            return silent(name, patience);
        } catch (ExecutionException e) {
            return e.getCause() instanceof SocketTimeoutException || e.getCause() instanceof TimeoutException
                    ? silent(name, patience)
                    : Outcome.trouble(Trouble.NETWORK, "cannot be reached: " + message(e.getCause()), name);
        }
    }

    private static Outcome silent(String server, Duration patience) {
        String time = patience.toSeconds() > 0 ? patience.toSeconds() + " s" : patience.toMillis() + " ms";
        return Outcome.trouble(Trouble.TIMEOUT, "did not answer within " + time, server);
    }

    private static String message(Throwable e) {
        return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    }

    private static Outcome read(Message query, byte[] octets, String server, boolean tcp) {
        Message message;
        try {
            message = new Message(octets);
        } catch (IOException | RuntimeException e) {
            // dnsjava is careful, but what reaches it here is anybody's octets.
            return Outcome.trouble(Trouble.MALFORMED, "sent octets that are no DNS message", server);
        }
        Optional<String> wrong = wrong(query, message);
        return wrong.isPresent()
                ? Outcome.trouble(Trouble.MALFORMED, wrong.get(), server)
                : new Outcome(Optional.of(message), Octets.of(octets), server, tcp, Trouble.MALFORMED, "");
    }

    // RFC 5452 9.1: an answer must match its question in all of these.
    private static Optional<String> wrong(Message query, Message message) {
        Header header = message.getHeader();
        Record asked = query.getQuestion();
        Record answered = message.getQuestion();
        if (header.getID() != query.getHeader().getID()) {
            return Optional.of("sent an answer to another query (its id differs)");
        }
        if (!header.getFlag(Flags.QR)) {
            return Optional.of("sent the query back");
        }
        if (header.getOpcode() != Opcode.QUERY) {
            return Optional.of("sent something that is no answer to a query");
        }
        // A server that cannot read a query may answer without it.
        boolean bare = answered == null && message.getRcode() != Rcode.NOERROR;
        boolean same = answered != null
                && answered.getName().equals(asked.getName())
                && answered.getType() == asked.getType()
                && answered.getDClass() == asked.getDClass();
        return bare || same ? Optional.empty() : Optional.of("answered another question");
    }

    private static Message query(Record question) {
        Message query = Message.newQuery(question);
        // RFC 6840 5.7: AD in a query asks for AD in the answer.
        query.getHeader().setFlag(Flags.AD);
        query.addRecord(new OPTRecord(UDP_PAYLOAD, 0, 0), Section.ADDITIONAL);
        return query;
    }

    private static boolean flag(Message message, int flag) {
        return message.getHeader().getFlag(flag);
    }

    private static String named(InetSocketAddress server) {
        String host = server.getAddress() == null ? server.getHostString() : AddressLiteral.text(server.getAddress());
        return (host.indexOf(':') >= 0 ? "[" + host + "]" : host) + ":" + server.getPort();
    }
}
