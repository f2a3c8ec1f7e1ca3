package dev.smtpsh.shell.talk;

import dev.smtpsh.session.Exchange;
import dev.smtpsh.session.Session;
import dev.smtpsh.shell.means.ExitCode;
import dev.smtpsh.shell.means.Means;
import dev.smtpsh.shell.means.Upgrade;
import dev.smtpsh.smtp.Octets;
import dev.smtpsh.smtp.command.Command;
import dev.smtpsh.smtp.extension.Extension;
import dev.smtpsh.smtp.state.Position;
import dev.smtpsh.tls.HandshakeReport;
import java.util.Optional;

/** Begins TLS after the greeting: EHLO, STARTTLS and EHLO again (RFC 3207 4.2), each shown like a typed one. */
final class Securing {
    private final Conversation conversation;
    private final Means means;
    private final Upgrade upgrade;

    Securing(Conversation conversation, Means means) {
        this.conversation = conversation;
        this.means = means;
        this.upgrade = means.choices().upgrade();
    }

    /** Does what was chosen; nothing if the greeting was no welcome, or TLS is there already. */
    void run() {
        boolean welcome =
                conversation.last().filter(last -> last.reply().completed()).isPresent();
        if (!conversation.live() || !welcome) {
            return;
        }
        boolean wanted = upgrade.automatic() && !secured();
        boolean again = !wanted || (hello() && begun() && hello());
        if (upgrade.required() && conversation.live()) {
            enforce(again);
        }
    }

    private boolean hello() {
        boolean greeted = conversation.position() == Position.GREETED;
        String verb = conversation.session().orElseThrow().state().lmtp() ? "LHLO " : "EHLO ";
        return !greeted || said(verb + means.identity().localName());
    }

    private boolean begun() {
        if (conversation.session().get().state().offers(Extension.STARTTLS)) {
            return said("STARTTLS");
        }
        means.face().note("STARTTLS is not offered" + (upgrade.required() ? "." : ": all goes on in plain text."));
        return false;
    }

    private boolean said(String line) {
        Command command = new Command.Line(Octets.utf8(line));
        means.face().spoken(command);
        Optional<Exchange> exchange = conversation.send(command);
        return exchange.filter(one -> one.reply().completed()).isPresent() && conversation.live();
    }

    private void enforce(boolean wentWell) {
        Optional<HandshakeReport> report = conversation.session().flatMap(Session::tls);
        boolean trusted = report.filter(HandshakeReport::trusted).isPresent();
        if (!secured()) {
            refuse(
                    "TLS did not come about",
                    "It is required, and nothing else was sent",
                    "Leave --require-tls out to look on.");
        } else if (upgrade.proven() && !trusted) {
            refuse(
                    "the certificate does not prove that this is "
                            + conversation.target().label(),
                    "That is required, and nothing else was sent",
                    "--insecure takes it all the same, --ca FILE trusts its authority; tls tells what is wrong with it.");
        } else if (!wentWell) {
            means.face().note("EHLO was not accepted over TLS.");
        }
    }

    private void refuse(String what, String why, String mend) {
        means.face().complaint(what, why, mend);
        means.score().count(ExitCode.TLS);
        conversation.end();
    }

    private boolean secured() {
        return conversation.session().filter(open -> open.state().secured()).isPresent();
    }
}
