package dev.smtpsh.peers;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.xbill.DNS.CNAMERecord;
import org.xbill.DNS.DClass;
import org.xbill.DNS.ExtendedErrorCodeOption;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Header;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.OPTRecord;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;
import org.xbill.DNS.TextParseException;
import org.xbill.DNS.Type;

/** An authoritative name server on loopback, UDP and TCP, that misbehaves for chosen names. */
public final class NameServer implements AutoCloseable {
    /** What it does wrong. */
    public enum Fault {
        /** Says nothing, over UDP or TCP. */
        SILENT,
        SERVFAIL,
        REFUSED,
        NOTIMP,
        /** Says over UDP that the answer is cut; the whole is to be had over TCP. */
        CUT,
        /** The same, and over TCP nothing comes. */
        CUT_AND_SILENT,
        WRONG_ID,
        WRONG_QUESTION,
        QUERY_BACK,
        GARBAGE,
        /** Changes a few octets of each answer at random, the same in each run; the id stays. */
        MUTATED,
        /** Adds records of another name. */
        STRANGERS,
        /** Names other servers and nothing else. */
        REFERRAL,
        /** Says that DNSSEC proves it. */
        AUTHENTICATED
    }

    private static final int TTL = 300;

    private final DatagramSocket udp;
    private final ServerSocket tcp;
    private final List<Name> zones = new CopyOnWriteArrayList<>();
    private final List<Record> records = new CopyOnWriteArrayList<>();
    private final Map<Name, Fault> faults = new ConcurrentHashMap<>();
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final Random chance = new Random(7);

    private NameServer(DatagramSocket udp, ServerSocket tcp) {
        this.udp = udp;
        this.tcp = tcp;
    }

    public static NameServer start() throws IOException {
        return start("127.0.0.1");
    }

    public static NameServer start(String address) throws IOException {
        InetAddress loopback = InetAddress.getByName(address);
        ServerSocket tcp = new ServerSocket(0, 50, loopback);
        DatagramSocket udp = new DatagramSocket(new InetSocketAddress(loopback, tcp.getLocalPort()));
        NameServer server = new NameServer(udp, tcp);
        thread(server::serveUdp);
        thread(server::serveTcp);
        return server;
    }

    public InetSocketAddress address() {
        return (InetSocketAddress) udp.getLocalSocketAddress();
    }

    /** As {@code --resolver} wants it. */
    public String option() {
        return address().getAddress().getHostAddress() + ":" + address().getPort();
    }

    /** Makes it responsible for a zone; about names in no zone it answers REFUSED. */
    public NameServer zone(String apex) {
        zones.add(name(apex));
        return this;
    }

    /** Adds a record, as in a zone file: {@code add("example.test", "MX", "10 mx1.example.test.")}. */
    public NameServer add(String owner, String type, String data) {
        try {
            records.add(Record.fromString(name(owner), Type.value(type), DClass.IN, TTL, data, Name.root));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return this;
    }

    public NameServer fault(String owner, Fault fault) {
        faults.put(name(owner), fault);
        return this;
    }

    /** The questions so far, such as {@code example.test. MX udp}. */
    public List<String> asked() {
        return List.copyOf(asked);
    }

    @Override
    public void close() throws IOException {
        udp.close();
        tcp.close();
    }

    private static void thread(Runnable work) {
        Thread thread = new Thread(work, "test-name-server");
        thread.setDaemon(true);
        thread.start();
    }

    private void serveUdp() {
        byte[] buffer = new byte[4096];
        while (!udp.isClosed()) {
            try {
                DatagramPacket packet = new DatagramPacket(buffer, buffer.length);
                udp.receive(packet);
                byte[] query = Arrays.copyOf(packet.getData(), packet.getLength());
                byte[] answer = answer(query, false);
                if (answer.length > 0) {
                    udp.send(new DatagramPacket(answer, answer.length, packet.getSocketAddress()));
                }
            } catch (IOException e) {
                // Closed, or a query of nobody's.
            }
        }
    }

    private void serveTcp() {
        while (!tcp.isClosed()) {
            try {
                Socket socket = tcp.accept();
                thread(() -> serve(socket));
            } catch (IOException e) {
                // Closed.
            }
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            DataInputStream in = new DataInputStream(socket.getInputStream());
            DataOutputStream out = new DataOutputStream(socket.getOutputStream());
            while (true) {
                byte[] query = new byte[in.readUnsignedShort()];
                in.readFully(query);
                byte[] answer = answer(query, true);
                if (answer.length > 0) {
                    out.writeShort(answer.length);
                    out.write(answer);
                    out.flush();
                }
            }
        } catch (IOException e) {
            // The client has gone.
        }
    }

    private byte[] answer(byte[] octets, boolean overTcp) throws IOException {
        Message query = new Message(octets);
        Record question = query.getQuestion();
        asked.add(question.getName() + " " + Type.string(question.getType()) + (overTcp ? " tcp" : " udp"));
        Fault fault = faults.get(question.getName());
        if (fault == Fault.SILENT || fault == Fault.CUT_AND_SILENT && overTcp) {
            return new byte[0];
        }
        if (fault == Fault.QUERY_BACK) {
            return octets;
        }
        if (fault == Fault.GARBAGE) {
            byte[] garbage = octets.clone();
            garbage[4] = 0x7f;
            return garbage;
        }
        Message answer = new Message(query.getHeader().getID());
        answer.addRecord(
                fault == Fault.WRONG_QUESTION
                        ? Record.newRecord(name("other.test"), question.getType(), DClass.IN)
                        : question,
                Section.QUESTION);
        fill(answer, question, fault);
        boolean cut = !overTcp && (fault == Fault.CUT || fault == Fault.CUT_AND_SILENT);
        if (cut) {
            answer.removeAllRecords(Section.ANSWER);
            answer.getHeader().setFlag(Flags.TC);
        }
        Header header = answer.getHeader();
        header.setFlag(Flags.QR);
        if (fault == Fault.WRONG_ID) {
            header.setID(header.getID() ^ 1);
        }
        byte[] wire = answer.toWire(overTcp ? 65535 : 1232);
        for (int i = fault == Fault.MUTATED ? 1 + chance.nextInt(4) : 0; i > 0; i--) {
            wire[2 + chance.nextInt(wire.length - 2)] = (byte) chance.nextInt(256);
        }
        return wire;
    }

    private void fill(Message answer, Record question, Fault fault) throws IOException {
        Header header = answer.getHeader();
        if (fault == Fault.SERVFAIL) {
            header.setRcode(Rcode.SERVFAIL);
            answer.addRecord(
                    new OPTRecord(1232, 0, 0, 0, new ExtendedErrorCodeOption(6, "no \u001b[2Jluck")),
                    Section.ADDITIONAL);
        } else if (fault == Fault.REFUSED || !inZone(question.getName())) {
            header.setRcode(Rcode.REFUSED);
        } else if (fault == Fault.NOTIMP) {
            header.setRcode(Rcode.NOTIMP);
        } else if (fault == Fault.REFERRAL) {
            answer.addRecord(record(question.getName(), Type.NS, "ns.elsewhere.test."), Section.AUTHORITY);
        } else {
            header.setFlag(Flags.AA);
            if (fault == Fault.AUTHENTICATED) {
                header.setFlag(Flags.AD);
            }
            if (fault == Fault.STRANGERS) {
                answer.addRecord(record(name("evil.test"), question.getType(), "192.0.2.66"), Section.ANSWER);
            }
            lookUp(answer, question);
        }
    }

    private void lookUp(Message answer, Record question) throws IOException {
        Name name = question.getName();
        List<Name> seen = new ArrayList<>();
        while (!seen.contains(name)) {
            seen.add(name);
            Name here = name;
            List<Record> own = records.stream()
                    .filter(record -> record.getName().equals(here))
                    .toList();
            List<Record> wanted = own.stream()
                    .filter(record -> record.getType() == question.getType())
                    .toList();
            wanted.forEach(record -> answer.addRecord(record, Section.ANSWER));
            List<Record> alias =
                    own.stream().filter(CNAMERecord.class::isInstance).toList();
            if (!wanted.isEmpty()) {
                return;
            }
            if (alias.isEmpty()) {
                boolean exists =
                        records.stream().anyMatch(record -> record.getName().subdomain(here));
                if (inZone(here)) {
                    answer.getHeader().setRcode(exists ? Rcode.NOERROR : Rcode.NXDOMAIN);
                    answer.addRecord(authority(here), Section.AUTHORITY);
                }
                return;
            }
            answer.addRecord(alias.get(0), Section.ANSWER);
            name = ((CNAMERecord) alias.get(0)).getTarget();
        }
    }

    private Record authority(Name name) throws IOException {
        Name apex = zones.stream().filter(name::subdomain).findFirst().orElseThrow();
        return record(apex, Type.SOA, "ns.test. admin.test. 7 3600 600 86400 60");
    }

    private boolean inZone(Name name) {
        return zones.stream().anyMatch(name::subdomain);
    }

    private static Record record(Name owner, int type, String data) throws IOException {
        return Record.fromString(owner, type, DClass.IN, TTL, data, Name.root);
    }

    private static Name name(String text) {
        try {
            return Name.fromString(text, Name.root);
        } catch (TextParseException e) {
            throw new IllegalArgumentException(text, e);
        }
    }
}
