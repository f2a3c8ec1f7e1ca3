package dev.smtpsh.practice;

import dev.smtpsh.practice.scenario.CertificateKind;
import dev.smtpsh.practice.scenario.Scenario;
import dev.smtpsh.tls.server.CertificateMaker;
import dev.smtpsh.tls.server.ServerIdentity;
import dev.smtpsh.tls.server.ServerLayer;
import dev.smtpsh.wire.Layer;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The private authority behind the certificates of practice servers. Keys are made when first needed, so that a server
 * that never speaks TLS starts at once.
 */
public final class Authority {
    private static final Duration WELL_PAST = Duration.ofDays(30);

    private static final int MANY = 10_000;

    private record Wanted(CertificateKind kind, String host) {}

    private final Clock clock;
    private final Map<Wanted, ServerIdentity> identities = new HashMap<>();
    private Optional<CertificateMaker> maker = Optional.empty();

    /** @param clock certificates are valid, expired and so on by this clock, which ought to be the client's */
    public Authority(Clock clock) {
        this.clock = clock;
    }

    /** The certificate a client must trust to find the valid ones valid. */
    public X509Certificate certificate() {
        return maker().authority();
    }

    Layer layer(Scenario scenario) {
        CertificateKind usual = scenario.offers().certificate();
        CertificateKind unnamed = scenario.handshake().withoutName().orElse(usual);
        return new ServerLayer(
                name -> identity(name.isPresent() ? usual : unnamed, scenario.host()),
                scenario.handshake().choice());
    }

    private synchronized ServerIdentity identity(CertificateKind kind, String host) {
        Wanted wanted = new Wanted(kind, host);
        return identities.computeIfAbsent(wanted, unknown -> make(wanted));
    }

    private ServerIdentity make(Wanted wanted) {
        // The names under which a client on this machine can call the server.
        String[] names = {wanted.host(), "practice", "localhost", "127.0.0.1"};
        CertificateMaker maker = maker();
        return switch (wanted.kind()) {
            case VALID -> maker.valid(names);
            case EXPIRED -> maker.expired(WELL_PAST, names);
            case NOT_YET_VALID -> maker.notYetValid(WELL_PAST, names);
            case WRONG_NAME -> maker.wrongName();
            case SELF_SIGNED -> maker.selfSigned(names);
            case NAME_ONLY_IN_SUBJECT -> maker.nameOnlyInSubject(wanted.host());
            case WITH_INTERMEDIATE -> maker.withIntermediate(names);
            case MISSING_INTERMEDIATE -> maker.missingIntermediate(names);
            case WEAK_KEY -> maker.rsa(1024, names);
            case UNKNOWN_ISSUER -> maker.unknownIssuer(names);
            case WRONG_ORDER -> maker.wrongOrder(names);
            case SURPLUS -> maker.surplus(2, names);
            case HUNDRED -> maker.surplus(99, names);
            case SHA1 -> maker.signedBy("SHA1withRSA", names);
            case MD5 -> maker.signedBy("MD5withRSA", names);
            case ADDRESS_ONLY -> maker.valid("127.0.0.1");
            case DEEP_WILDCARD -> maker.valid("*.*.test");
            case NUL_IN_NAME -> maker.valid(wanted.host() + "\0.evil.invalid");
            case BIDI_IN_NAME -> maker.valid("\u202e" + wanted.host());
            case ABSURD_KEY -> maker.absurdKey(16_384, names);
            case HUGE -> maker.valid(many(wanted.host()));
        };
    }

    private static String[] many(String host) {
        return IntStream.range(0, MANY).mapToObj(i -> "name-" + i + "." + host).toArray(String[]::new);
    }

    private synchronized CertificateMaker maker() {
        CertificateMaker made = maker.orElseGet(() -> new CertificateMaker(clock));
        maker = Optional.of(made);
        return made;
    }
}
