package dev.smtpsh.shell.connect;

import dev.smtpsh.dns.HostAnswer;
import dev.smtpsh.dns.Trouble;
import dev.smtpsh.domain.MxPlan;
import dev.smtpsh.session.Failure;
import dev.smtpsh.session.Failure.Blame;
import dev.smtpsh.session.Failure.Kind;
import dev.smtpsh.session.Opening;
import dev.smtpsh.smtp.Octets;
import dev.smtpsh.smtp.state.Stage;
import java.util.List;
import java.util.Optional;

/** Targets that lead nowhere, in words. */
public final class Unreachable {
    private Unreachable() {}

    /** What to say of a host without address. */
    public static Failure failure(HostAnswer answer) {
        return ((Opening.NotOpened) named(answer)).failure();
    }

    static Opening named(HostAnswer answer) {
        if (answer instanceof HostAnswer.NoSuchHost none) {
            return opening(
                    "no such host: " + none.name(),
                    "The name does not exist",
                    "Check the spelling; a mail domain's own hosts are its MX records:  mx " + none.name());
        }
        if (answer instanceof HostAnswer.NoAddress none) {
            return opening(
                    none.name() + " has no address",
                    "The name exists, but leads to no host",
                    "If it is a mail domain, its hosts are its MX records:  open @" + none.name());
        }
        if (answer instanceof HostAnswer.WrongFamily wrong) {
            String family = wrong.wantedIpv6() ? "IPv6" : "IPv4";
            return opening(
                    wrong.name() + " has no " + family + " address",
                    "Only the other family is published",
                    "Leave out " + (wrong.wantedIpv6() ? "-6." : "-4."));
        }
        if (answer instanceof HostAnswer.NotAName bad) {
            return opening("no host name: " + bad.name(), bad.why(), "Check the spelling.");
        }
        if (answer instanceof HostAnswer.ResolverFailed failed) {
            return notFoundOut(failed.name(), failed.trouble(), failed.why());
        }
        throw new IllegalArgumentException("that is an answer: " + answer);
    }

    /** No way to a domain's mail, or none that is known. */
    static Opening domain(MxPlan plan) {
        String name = plan.domain().text();
        return switch (plan.way()) {
            case NO_DOMAIN ->
                opening("no such domain: " + name, "The name does not exist (NXDOMAIN)", "Check the spelling.");
            case NULL_MX ->
                opening(
                        name + " takes no mail",
                        "It says so with a null MX (RFC 7505 3)",
                        "Nothing can be delivered there; check the domain.");
            case NO_HOST ->
                opening(
                        name + " has no mail host",
                        "There is neither an MX record nor an address",
                        "Check the spelling, or name a host to talk to.");
            case UNKNOWN ->
                plan.trouble()
                        .map(failed -> notFoundOut(name, failed.trouble(), failed.why()))
                        .orElseThrow();
            case LISTED, IMPLICIT ->
                opening(
                        "no mail host of " + name + " has an address that can be used",
                        "See the table above",
                        "Mend the records, or name a host to talk to.");
        };
    }

    /** Every host was tried in vain. */
    static Opening all(Kind kind, String hosts, List<String> reasons) {
        return opening(
                kind,
                hosts + " could be reached",
                String.join("; ", reasons),
                "Try another network or port; many networks block port 25 outwards.");
    }

    private static Opening notFoundOut(String name, Trouble trouble, String why) {
        String mend = trouble == Trouble.SERVFAIL
                ? "Try again later, or ask another name server with --resolver."
                : "Check the network and /etc/resolv.conf, name another server with --resolver, or give an address.";
        return opening(
                trouble == Trouble.TIMEOUT ? Kind.TIMEOUT : Kind.UNREACHABLE,
                name + " could not be looked up: " + trouble.words(),
                why.isEmpty() ? trouble.why() : why,
                mend);
    }

    /** The operator stopped looking. */
    public static Opening stopped(String name) {
        return new Opening.NotOpened(new Failure(
                Kind.STOPPED,
                Stage.GREETING,
                Blame.US,
                "stopped looking up " + name,
                "",
                "Type reconnect to try again.",
                Optional.empty(),
                Octets.EMPTY,
                Optional.empty()));
    }

    static Opening unclear(TargetSpec.Unclear unclear) {
        return opening(
                "cannot connect to " + unclear.text(),
                unclear.why(),
                "Write HOST, HOST:PORT, [IPv6]:PORT, @DOMAIN, smtps://HOST, lmtp://HOST, unix:PATH, pipe:COMMAND or"
                        + " practice:NAME.");
    }

    static Opening practice(String what, String mend) {
        return opening(what, "The practice server did not start", mend);
    }

    private static Opening opening(String what, String why, String mend) {
        return opening(Kind.UNREACHABLE, what, why, mend);
    }

    private static Opening opening(Kind kind, String what, String why, String mend) {
        return new Opening.NotOpened(new Failure(
                kind, Stage.GREETING, Blame.US, what, why, mend, Optional.empty(), Octets.EMPTY, Optional.empty()));
    }
}
