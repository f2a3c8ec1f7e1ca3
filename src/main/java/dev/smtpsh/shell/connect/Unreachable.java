package dev.smtpsh.shell.connect;

import dev.smtpsh.dns.HostAnswer;
import dev.smtpsh.session.Failure;
import dev.smtpsh.session.Failure.Blame;
import dev.smtpsh.session.Failure.Kind;
import dev.smtpsh.session.Opening;
import dev.smtpsh.smtp.Octets;
import dev.smtpsh.smtp.state.Stage;
import java.util.Optional;

/** Targets that lead nowhere, in words. */
final class Unreachable {
    private Unreachable() {}

    static Opening named(HostAnswer answer) {
        if (answer instanceof HostAnswer.NoSuchHost none) {
            return opening(
                    "no such host: " + none.name(),
                    "The name does not resolve to any address",
                    "Check the spelling; a mail domain's own hosts are its MX records.");
        }
        if (answer instanceof HostAnswer.WrongFamily wrong) {
            String family = wrong.wantedIpv6() ? "IPv6" : "IPv4";
            return opening(
                    wrong.name() + " has no " + family + " address",
                    "Only the other family is published",
                    "Leave out " + (wrong.wantedIpv6() ? "-6." : "-4."));
        }
        if (answer instanceof HostAnswer.ResolverFailed failed) {
            return opening(
                    "the resolver did not answer for " + failed.name(),
                    failed.why(),
                    "Check the network and /etc/resolv.conf, or give an address.");
        }
        throw new IllegalArgumentException("that is an answer: " + answer);
    }

    static Opening unclear(TargetSpec.Unclear unclear) {
        return opening(
                "cannot connect to " + unclear.text(),
                unclear.why(),
                "Write HOST, HOST:PORT, [IPv6]:PORT, smtps://HOST or practice:NAME.");
    }

    static Opening practice(String what, String mend) {
        return opening(what, "The practice server did not start", mend);
    }

    private static Opening opening(String what, String why, String mend) {
        return new Opening.NotOpened(new Failure(
                Kind.UNREACHABLE,
                Stage.GREETING,
                Blame.US,
                what,
                why,
                mend,
                Optional.empty(),
                Octets.EMPTY,
                Optional.empty()));
    }
}
