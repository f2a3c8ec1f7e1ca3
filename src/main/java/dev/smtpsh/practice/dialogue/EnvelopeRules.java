package dev.smtpsh.practice.dialogue;

import dev.smtpsh.practice.fault.Answer;
import dev.smtpsh.practice.mail.MailPath;
import dev.smtpsh.practice.mail.StoredMessage;
import dev.smtpsh.practice.scenario.Scenario;
import dev.smtpsh.smtp.Octets;
import dev.smtpsh.smtp.command.Envelope;
import dev.smtpsh.smtp.command.Verb;
import java.util.List;
import java.util.Optional;

/** MAIL and RCPT (RFC 5321 4.1.1.2, 4.1.1.3). */
final class EnvelopeRules {
    private final Conversation talk;
    private final Parameters parameters;

    EnvelopeRules(Conversation talk) {
        this.talk = talk;
        this.parameters = new Parameters(talk);
    }

    Ruling mail(Asked asked) {
        Envelope envelope = Envelope.read(asked.line());
        String path = path(envelope);
        boolean utf8 = envelope.parameter("SMTPUTF8").isPresent();
        Runnable begin = () -> talk.begin(new Transaction(path, envelope.parameters(), utf8));
        Optional<Answer> objection = mailOrder()
                .or(() -> grammar(envelope, asked, "5.1.7"))
                .or(() -> parameters.objection(Verb.MAIL, envelope.parameters()))
                .or(() -> path.isEmpty() ? Optional.empty() : address(path, utf8, "5.1.7"));
        if (objection.isPresent()) {
            return Ruling.objection(objection.get(), begin);
        }
        return Ruling.answer(mailPolicy(envelope).orElse(Answer.of(250, "2.1.0", "Sender <" + path + "> OK")), begin);
    }

    Ruling rcpt(Asked asked) {
        Envelope envelope = Envelope.read(asked.line());
        String path = path(envelope);
        StoredMessage.Recipient recipient = new StoredMessage.Recipient(path, envelope.parameters());
        Runnable add = () -> talk.transaction().ifPresent(open -> open.add(recipient));
        boolean utf8 = talk.transaction().map(Transaction::international).orElse(false);
        Optional<Answer> objection = talk.transaction().isEmpty()
                ? Optional.of(Answer.of(503, "5.5.1", "Send MAIL first"))
                : grammar(envelope, asked, "5.1.3")
                        .or(() -> parameters.objection(Verb.RCPT, envelope.parameters()))
                        .or(() -> address(path, utf8, "5.1.3"));
        if (objection.isPresent()) {
            return Ruling.objection(objection.get(), add);
        }
        return Ruling.answer(rcptPolicy(path), add);
    }

    /** The path of a MAIL or RCPT line, for conditions and replies; empty if there is none. */
    static String path(Envelope envelope) {
        return envelope.path().map(path -> Octets.latin1(path).text()).orElse("");
    }

    private Optional<Answer> mailOrder() {
        if (!talk.greeted()) {
            return Optional.of(Answer.of(503, "5.5.1", talk.helloWanted()));
        }
        return talk.transaction().isPresent()
                ? Optional.of(Answer.of(503, "5.5.1", "A sender was given already; RSET drops it"))
                : Optional.empty();
    }

    // A blank after the colon breaks the grammar too, but only strict servers mind.
    private Optional<Answer> grammar(Envelope envelope, Asked asked, String status) {
        boolean strict = talk.scenario().rules().strict();
        boolean labelled = envelope.path().isPresent();
        return envelope.slips().stream()
                .filter(slip -> strict || !slip.words().startsWith("no space after"))
                .findFirst()
                .map(slip -> Answer.of(501, labelled ? status : "5.5.4", asked.word() + " " + slip.words()));
    }

    private static Optional<Answer> address(String path, boolean utf8, String status) {
        Optional<MailPath> read = MailPath.read(path);
        if (read.isEmpty()) {
            return Optional.of(Answer.of(501, status, "<" + path + "> is no address by RFC 5321"));
        }
        // RFC 6531 3.5 gives 550 or 553 with X.6.7.
        return read.get().international() && !utf8
                ? Optional.of(Answer.of(553, "5.6.7", "<" + path + "> needs SMTPUTF8 at MAIL"))
                : Optional.empty();
    }

    private Optional<Answer> mailPolicy(Envelope envelope) {
        if (talk.scenario().rules().loginRequired() && talk.user().isEmpty()) {
            return Optional.of(Answer.of(530, "5.7.0", "Authentication required"));
        }
        long size = envelope.parameter("SIZE").map(Long::parseLong).orElse(0L);
        return size > talk.largest()
                ? Optional.of(Answer.of(552, "5.3.4", "Message too big: at most " + talk.largest() + " octets"))
                : Optional.empty();
    }

    private Answer rcptPolicy(String written) {
        MailPath path = MailPath.read(written).orElseThrow();
        List<StoredMessage.Recipient> so = talk.transaction().orElseThrow().recipients();
        if (so.size() >= talk.limits().recipients()) {
            // RFC 5321 4.5.3.1.10.
            return Answer.of(452, "4.5.3", "Too many recipients");
        }
        String domain = path.domain().orElse("");
        if (!domain.isEmpty() && !talk.scenario().residents().local(domain)) {
            return mayRelay()
                    ? Answer.of(250, "2.1.5", "Recipient <" + written + "> OK, will relay")
                    : Answer.of(554, "5.7.1", "<" + written + ">: Relay access denied");
        }
        return domain.isEmpty() || talk.scenario().residents().has(path.localPart(), domain)
                ? Answer.of(250, "2.1.5", "Recipient <" + written + "> OK")
                : Answer.of(550, "5.1.1", "<" + written + ">: Recipient address rejected: User unknown");
    }

    private boolean mayRelay() {
        Scenario.Relay relay = talk.scenario().rules().relay();
        return relay == Scenario.Relay.ANYONE
                || (relay == Scenario.Relay.LOGIN && talk.user().isPresent());
    }
}
