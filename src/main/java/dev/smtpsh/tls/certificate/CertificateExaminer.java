package dev.smtpsh.tls.certificate;

import dev.smtpsh.tls.CertificateFacts;
import dev.smtpsh.tls.DaneVerdict;
import dev.smtpsh.tls.Remark;
import dev.smtpsh.tls.Remark.Kind;
import dev.smtpsh.tls.SignedTimestamp;
import dev.smtpsh.tls.Staple;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Tells what is wrong with the certificates of a server. Pure but for the trust store, which the anchors may read. */
public final class CertificateExaminer {
    /** How many of a certificate's names a remark quotes. */
    private static final int NAMES_IN_WORDS = 3;

    private final Anchors anchors;
    private final Clock clock;

    public CertificateExaminer(Anchors anchors, Clock clock) {
        this.anchors = anchors;
        this.clock = clock;
    }

    /**
     * What came out.
     *
     * @param facts one for each certificate sent, in that order
     * @param remarks worst first
     * @param staple what a stapled answer said
     * @param timestamps from certificate, staple and handshake
     * @param dane what TLSA records decided, if there were some
     */
    public record Result(
            List<CertificateFacts> facts,
            List<Remark> remarks,
            Optional<Staple> staple,
            List<SignedTimestamp> timestamps,
            Optional<DaneVerdict> dane) {
        public Result {
            facts = List.copyOf(facts);
            remarks = List.copyOf(remarks);
            timestamps = List.copyOf(timestamps);
        }
    }

    /**
     * What a server showed of itself.
     *
     * @param chain the certificates as sent, DER, the server's own first
     * @param staple an OCSP answer, DER
     * @param timestamps a list of signed certificate timestamps as in the extension of TLS
     */
    public record Evidence(List<byte[]> chain, Optional<byte[]> staple, Optional<byte[]> timestamps) {
        public Evidence {
            chain = List.copyOf(chain);
        }
    }

    /** Reads the certificates and judges nothing; touches no trust store. */
    public Result facts(List<byte[]> chain) {
        return new Result(
                chain.stream().map(der -> ReadCertificate.of(der).facts()).collect(Collectors.toList()),
                List.of(),
                Optional.empty(),
                List.of(),
                Optional.empty());
    }

    /**
     * Reads and judges.
     *
     * @param name what the server was called by: a host name or an address
     * @param chain the certificates as sent, DER, the server's own first
     */
    public Result examine(String name, List<byte[]> chain) {
        return examine(name, new Evidence(chain, Optional.empty(), Optional.empty()), Demands.NONE);
    }

    /** Reads and judges, also by what the operator demands. */
    public Result examine(String name, Evidence evidence, Demands demands) {
        List<ReadCertificate> read =
                evidence.chain().stream().map(ReadCertificate::of).toList();
        List<CertificateFacts> facts = read.stream().map(ReadCertificate::facts).toList();
        List<Remark> remarks = new ArrayList<>(unreadable(read));
        if (read.isEmpty() || read.get(0).certificate().isEmpty()) {
            return new Result(facts, remarks, Optional.empty(), List.of(), Optional.empty());
        }
        List<X509Certificate> sent =
                read.stream().flatMap(one -> one.certificate().stream()).toList();
        IssuerPath path = IssuerPath.among(sent, anchors);
        ReferenceIdentifier asked = ReferenceIdentifier.of(name);
        remarks.addAll(judge(asked, path, sent));
        Optional<StapleReader.Read> staple =
                evidence.staple().map(der -> new StapleReader(sent.get(0), issuer(path), clock.instant()).read(der));
        staple.flatMap(one -> Stapling.remark(one.staple())).ifPresent(remarks::add);
        if (evidence.staple().isEmpty() && Stapling.promised(sent.get(0))) {
            remarks.add(Stapling.missing());
        }
        Optional<DaneVerdict> dane = demands.tlsa().isEmpty()
                ? Optional.empty()
                : Optional.of(new Dane(asked, sent, path, remarks, clock.instant()).judge(demands.tlsa()));
        dane.filter(one -> !one.matched())
                .ifPresent(one -> remarks.add(Demands.noTlsa(one.judged().get(0).words())));
        if (!pinned(path, demands.pins())) {
            remarks.add(Demands.noPin());
        }
        remarks.sort(Remark.WORST_FIRST);
        return new Result(
                facts,
                remarks,
                staple.map(StapleReader.Read::staple),
                timestamps(sent.get(0), staple, evidence.timestamps()),
                dane);
    }

    private static List<SignedTimestamp> timestamps(
            X509Certificate leaf, Optional<StapleReader.Read> staple, Optional<byte[]> handshake) {
        List<SignedTimestamp> all = new ArrayList<>(SignedTimestamps.in(leaf));
        staple.ifPresent(one -> all.addAll(one.timestamps()));
        handshake.ifPresent(list -> all.addAll(SignedTimestamps.read(list, SignedTimestamp.Source.HANDSHAKE)));
        return all;
    }

    private static boolean pinned(IssuerPath path, List<Pin> pins) {
        return pins.isEmpty()
                || path.certificates().stream()
                        .map(one -> Pin.of(one.getPublicKey()))
                        .anyMatch(pins::contains);
    }

    private static Optional<X509Certificate> issuer(IssuerPath path) {
        return path.certificates().size() > 1
                ? Optional.of(path.certificates().get(1))
                : path.anchor().or(() -> Optional.of(path.last()).filter(ReadCertificate::selfSigned));
    }

    private List<Remark> judge(ReferenceIdentifier name, IssuerPath path, List<X509Certificate> sent) {
        List<Remark> remarks = new ArrayList<>();
        Instant now = clock.instant();
        for (X509Certificate one : path.certificates()) {
            String whose = whose(path, one);
            Validity.remark(one, whose, now).ifPresent(remarks::add);
            remarks.addAll(Strength.remarks(one, whose, vouchedFor(path, one)));
        }
        name(name, sent.get(0)).ifPresent(remarks::add);
        trust(path).ifPresent(remarks::add);
        remarks.addAll(order(path, sent));
        PathRules.check(path, now, remarks).ifPresent(remarks::add);
        anchors.trouble()
                .ifPresent(words -> remarks.add(new Remark(
                        Kind.OTHER,
                        words,
                        "Name a file of authorities with --ca, or repair the Java runtime.",
                        false)));
        return remarks;
    }

    private static List<Remark> unreadable(List<ReadCertificate> read) {
        List<Remark> remarks = new ArrayList<>();
        for (int i = 0; i < read.size(); i++) {
            if (read.get(i).certificate().isEmpty()) {
                String words = "certificate " + (i + 1) + " of " + read.size() + " cannot be read";
                remarks.add(
                        new Remark(Kind.MALFORMED, words, "Check the certificate file of the mail server.", i == 0));
            }
        }
        return remarks;
    }

    private static Optional<Remark> name(ReferenceIdentifier name, X509Certificate leaf) {
        if (name.fits(leaf)) {
            return Optional.empty();
        }
        List<String> names = ReferenceIdentifier.names(leaf);
        if (names.isEmpty() && name.fitsCommonName(leaf)) {
            return Optional.of(new Remark(
                    Kind.NAME_ONLY_IN_CN,
                    "the name stands only in the common name, where it no longer counts (RFC 9525)",
                    "Get a certificate with the name as subject alternative name.",
                    true));
        }
        List<String> shown = names.isEmpty() ? ReferenceIdentifier.commonNames(leaf) : names;
        String words = shown.isEmpty()
                ? "the certificate holds no name at all, so not " + name
                : "the certificate is for " + some(shown) + ", not for " + name + deepWildcard(shown, name);
        return Optional.of(new Remark(
                Kind.WRONG_NAME,
                words,
                "Call the server by a name in its certificate, or get a certificate that holds this name.",
                true));
    }

    // RFC 9525 6.3: a wildcard is the whole of the left-most label and stands for one label.
    private static String deepWildcard(List<String> names, ReferenceIdentifier name) {
        String host = name.toString();
        boolean odd = names.stream().anyMatch(one -> one.lastIndexOf('*') > 0);
        boolean deeper = names.stream().anyMatch(one -> one.startsWith("*.") && host.endsWith(one.substring(1)));
        return odd
                ? "; a wildcard counts only as the whole of the first label"
                : deeper ? "; a wildcard stands for exactly one label" : "";
    }

    private static Optional<Remark> trust(IssuerPath path) {
        X509Certificate last = path.last();
        if (path.anchor().isPresent()) {
            return Optional.empty();
        }
        if (path.certificates().size() == 1 && ReadCertificate.selfSigned(last)) {
            return Optional.of(new Remark(
                    Kind.SELF_SIGNED,
                    "signed by itself, so nobody vouches for it",
                    "Install a certificate of a public authority; if it is your own, trust it with --ca FILE.",
                    true));
        }
        return Optional.of(new Remark(Kind.UNKNOWN_ISSUER, unknown(path), mendUnknown(path), true));
    }

    private static String unknown(IssuerPath path) {
        X509Certificate last = path.last();
        String issuer = ReadCertificate.cut(ReadCertificate.name(last.getIssuerX500Principal()));
        if (path.falseIssuer()) {
            return "a certificate of its issuer " + issuer
                    + " was sent or is known, but its key did not make the signature";
        }
        if (ReadCertificate.selfSigned(last)) {
            return "it leads to " + issuer + ", an authority that is not known here";
        }
        if (path.certificates().size() >= IssuerPath.LONGEST) {
            return "more than " + IssuerPath.LONGEST + " certificates stand between it and an authority";
        }
        return "the certificate of its issuer " + issuer + " was not sent, and no known authority is called so";
    }

    private static String mendUnknown(IssuerPath path) {
        return ReadCertificate.selfSigned(path.last())
                ? "If the authority is your own, trust it with --ca FILE; other senders will not."
                : "Install the full chain with its intermediate certificates, often named fullchain.pem.";
    }

    private static List<Remark> order(IssuerPath path, List<X509Certificate> sent) {
        List<Remark> remarks = new ArrayList<>();
        Set<X509Certificate> needed = new HashSet<>(path.certificates());
        path.anchor().ifPresent(needed::add);
        long surplus = sent.stream().filter(one -> !needed.remove(one)).count();
        if (!ascending(path.certificates(), sent)) {
            remarks.add(new Remark(
                    Kind.BAD_ORDER,
                    "the certificates are not sent in the order in which they sign each other; some senders mind",
                    "Put the server's own certificate first and after each one that of its issuer.",
                    false));
        }
        if (surplus > 0) {
            remarks.add(new Remark(
                    Kind.SURPLUS,
                    surplus == 1
                            ? "one certificate is sent that nobody needs"
                            : surplus + " certificates are sent that nobody needs",
                    "Leave out what does not lead from the server's certificate to the authority.",
                    false));
        }
        return remarks;
    }

    private static boolean ascending(List<X509Certificate> path, List<X509Certificate> sent) {
        int before = -1;
        for (X509Certificate one : path) {
            int at = sent.indexOf(one);
            if (at < before) {
                return false;
            }
            before = at;
        }
        return true;
    }

    // A signature on what is trusted anyway, or on oneself, vouches for nothing, so its strength does not matter.
    private static boolean vouchedFor(IssuerPath path, X509Certificate one) {
        return !path.anchor().equals(Optional.of(one)) && !ReadCertificate.selfSigned(one);
    }

    private static String whose(IssuerPath path, X509Certificate one) {
        return one.equals(path.certificates().get(0))
                ? ""
                : "the certificate of " + ReadCertificate.cut(ReadCertificate.name(one.getSubjectX500Principal()))
                        + " ";
    }

    private static String some(List<String> names) {
        String shown =
                names.stream().limit(NAMES_IN_WORDS).map(ReadCertificate::cut).collect(Collectors.joining(", "));
        int rest = names.size() - NAMES_IN_WORDS;
        return rest > 0 ? shown + " and " + rest + " more" : shown;
    }
}
