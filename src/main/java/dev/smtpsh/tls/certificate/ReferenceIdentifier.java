package dev.smtpsh.tls.certificate;

import java.net.IDN;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.bouncycastle.asn1.x500.RDN;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x500.style.IETFUtils;

/** The name a server was called by, to be looked for in its certificate (RFC 9525 6). A host name or an address. */
public final class ReferenceIdentifier {
    private static final int SAN_DNS = 2;
    private static final int SAN_ADDRESS = 7;
    private static final Pattern DOTTED_QUAD = Pattern.compile("\\d{1,3}(\\.\\d{1,3}){3}");

    private final String host;
    private final Optional<InetAddress> address;

    private ReferenceIdentifier(String host, Optional<InetAddress> address) {
        this.host = host;
        this.address = address;
    }

    /** Takes {@code mail.example.net}, {@code mail.example.net.}, {@code 192.0.2.1}, {@code [192.0.2.1]}, {@code ::1}. */
    public static ReferenceIdentifier of(String name) {
        String bare = name.startsWith("[") && name.endsWith("]") ? name.substring(1, name.length() - 1) : name;
        bare = bare.regionMatches(true, 0, "IPv6:", 0, 5) ? bare.substring(5) : bare;
        Optional<InetAddress> address = literal(bare);
        return new ReferenceIdentifier(address.isPresent() ? bare : ascii(bare), address);
    }

    /** What may be sent as SNI: a host name without its last dot, never an address (RFC 6066 3). */
    public Optional<String> forSni() {
        boolean plain = !host.isEmpty() && host.length() <= 255 && host.chars().allMatch(c -> c > ' ' && c < 0x7f);
        return address.isPresent() || !plain ? Optional.empty() : Optional.of(host);
    }

    /** Whether a subject alternative name of the certificate is this. */
    boolean fits(X509Certificate certificate) {
        for (List<?> entry : alternatives(certificate)) {
            if (entry.get(0).equals(SAN_DNS) && address.isEmpty() && fitsDns((String) entry.get(1))) {
                return true;
            }
            if (entry.get(0).equals(SAN_ADDRESS)
                    && literal((String) entry.get(1)).equals(address)
                    && address.isPresent()) {
                return true;
            }
        }
        return false;
    }

    /** Whether a common name of the subject is this, which RFC 9525 no longer lets count. */
    boolean fitsCommonName(X509Certificate certificate) {
        return commonNames(certificate).stream()
                .anyMatch(name -> address.isPresent() ? literal(name).equals(address) : fitsDns(name));
    }

    // RFC 9525 6.3: the wildcard is the whole left-most label and stands for exactly one label.
    boolean fitsDns(String presented) {
        String name = presented.endsWith(".") ? presented.substring(0, presented.length() - 1) : presented;
        name = name.toLowerCase(Locale.ROOT);
        if (!name.startsWith("*.")) {
            return name.equals(host) && !host.isEmpty();
        }
        int dot = host.indexOf('.');
        return dot > 0 && name.indexOf('*', 1) < 0 && name.substring(1).equals(host.substring(dot));
    }

    /** The DNS names and addresses of a certificate, in its order. */
    static List<String> names(X509Certificate certificate) {
        List<String> names = new ArrayList<>();
        for (List<?> entry : alternatives(certificate)) {
            if (entry.get(0).equals(SAN_DNS) || entry.get(0).equals(SAN_ADDRESS)) {
                names.add((String) entry.get(1));
            }
        }
        return names;
    }

    static List<String> commonNames(X509Certificate certificate) {
        List<String> names = new ArrayList<>();
        try {
            X500Name subject =
                    X500Name.getInstance(certificate.getSubjectX500Principal().getEncoded());
            for (RDN rdn : subject.getRDNs(BCStyle.CN)) {
                names.add(IETFUtils.valueToString(rdn.getFirst().getValue()));
            }
        } catch (IllegalArgumentException | IllegalStateException e) {
            // A subject that the JDK can read and Bouncy Castle cannot: damaged, so it names nobody.
            return List.of();
        }
        return names;
    }

    @Override
    public String toString() {
        return host;
    }

    private static Collection<List<?>> alternatives(X509Certificate certificate) {
        try {
            Collection<List<?>> all = certificate.getSubjectAlternativeNames();
            return all == null ? List.of() : all;
        } catch (CertificateParsingException e) {
            return List.of();
        }
    }

    private static String ascii(String host) {
        String bare = host.endsWith(".") ? host.substring(0, host.length() - 1) : host;
        if (bare.chars().allMatch(c -> c < 0x80)) {
            return bare.toLowerCase(Locale.ROOT);
        }
        try {
            return IDN.toASCII(bare).toLowerCase(Locale.ROOT);
        } catch (IllegalArgumentException e) {
            return bare;
        }
    }

    // Java asks no DNS for a text that holds a colon or is four numbers.
    private static Optional<InetAddress> literal(String text) {
        if (text.indexOf(':') < 0 && !DOTTED_QUAD.matcher(text).matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(InetAddress.getByName(text));
        } catch (UnknownHostException e) {
            return Optional.empty();
        }
    }
}
