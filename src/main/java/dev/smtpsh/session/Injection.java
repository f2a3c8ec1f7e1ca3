package dev.smtpsh.session;

import dev.smtpsh.smtp.Octets;
import dev.smtpsh.tls.HandshakeReport;
import dev.smtpsh.tls.Remark;
import java.util.ArrayList;
import java.util.List;

/** Plain text between the 220 of STARTTLS and the handshake: shown, never used (RFC 3207 6, CVE-2011-0411). */
final class Injection {
    private static final int SHOWN = 80;

    private Injection() {}

    static HandshakeReport remarkOn(HandshakeReport report, Octets injected) {
        if (injected.isEmpty()) {
            return report;
        }
        List<Remark> remarks = new ArrayList<>();
        String begin =
                injected.slice(0, Math.min(SHOWN, injected.length())).latin1().trim();
        remarks.add(new Remark(
                Remark.Kind.OTHER,
                injected.length() + " octets came in plain text after the reply to STARTTLS and were not used: "
                        + begin,
                "Somebody may have injected them on the way (compare CVE-2011-0411), or the server is broken.",
                false));
        remarks.addAll(report.remarks());
        return report.withRemarks(remarks);
    }
}
