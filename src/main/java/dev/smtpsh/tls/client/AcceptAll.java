package dev.smtpsh.tls.client;

import dev.smtpsh.tls.identity.ClientCredentials;
import dev.smtpsh.tls.identity.ClientIdentity;
import java.io.IOException;
import java.util.Arrays;
import java.util.Hashtable;
import java.util.Optional;
import org.bouncycastle.tls.Certificate;
import org.bouncycastle.tls.CertificateRequest;
import org.bouncycastle.tls.CertificateStatus;
import org.bouncycastle.tls.CertificateStatusType;
import org.bouncycastle.tls.ExtensionType;
import org.bouncycastle.tls.TlsAuthentication;
import org.bouncycastle.tls.TlsClientContext;
import org.bouncycastle.tls.TlsCredentials;
import org.bouncycastle.tls.TlsServerCertificate;

/** Takes every certificate, and notes what the server brings along. */
final class AcceptAll implements TlsAuthentication {
    private final Observed observed;
    private final Optional<ClientIdentity> identity;
    private final TlsClientContext context;
    private final NotingCrypto crypto;

    AcceptAll(Observed observed, Optional<ClientIdentity> identity, TlsClientContext context, NotingCrypto crypto) {
        this.observed = observed;
        this.identity = identity;
        this.context = context;
        this.crypto = crypto;
    }

    // The chain was noted as it was read; whom to trust is the operator's question.
    @Override
    public void notifyServerCertificate(TlsServerCertificate shown) throws IOException {
        CertificateStatus status = shown.getCertificateStatus();
        if (status != null && status.getStatusType() == CertificateStatusType.ocsp) {
            observed.staple(status.getOCSPResponse().getEncoded());
        }
        Certificate chain = shown.getCertificate();
        Hashtable<?, ?> beside =
                chain.isEmpty() ? null : chain.getCertificateEntryAt(0).getExtensions();
        if (beside == null) {
            return;
        }
        if (beside.get(ExtensionType.signed_certificate_timestamp) instanceof byte[] list) {
            observed.extension(ExtensionType.signed_certificate_timestamp);
            observed.timestamps(list);
        }
        // RFC 8446 4.4.2.1: kind, then length in three octets, then the answer.
        if (beside.get(ExtensionType.status_request) instanceof byte[] answer && answer.length > 4) {
            observed.extension(ExtensionType.status_request);
            observed.staple(Arrays.copyOfRange(answer, 4, answer.length));
        }
    }

    @Override
    public TlsCredentials getClientCredentials(CertificateRequest request) throws IOException {
        Optional<TlsCredentials> ours = identity.isEmpty()
                ? Optional.empty()
                : new ClientCredentials(identity.get(), context, crypto).answer(request);
        observed.askedForCertificate(ours.isPresent(), identity.isPresent());
        return ours.orElse(null);
    }
}
