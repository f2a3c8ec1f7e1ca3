package dev.smtpsh.annotate.matching;

import dev.smtpsh.annotate.Actor;
import dev.smtpsh.annotate.Confidence;
import dev.smtpsh.annotate.Reason;
import dev.smtpsh.annotate.Retry;
import dev.smtpsh.annotate.Scope;
import dev.smtpsh.annotate.knowledge.Conditions;
import dev.smtpsh.annotate.knowledge.Rule;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What is said when no rule holds: honest, and better than nothing. */
final class LastResort {
    private LastResort() {}

    static Rule rule(Facts facts) {
        if (!facts.replied() && facts.text().isEmpty()) {
            return rule(
                    "last-resort-status",
                    "Status code not known",
                    "smtpsh knows no rule for this enhanced status code. Its first number tells whether a retry helps, its"
                            + " second what the trouble is about.",
                    Confidence.GUESS,
                    "Give the whole reply, if you have it; its text tells more.");
        }
        if (!facts.replied()) {
            return rule(
                    "last-resort-words",
                    "No known wording",
                    "smtpsh knows no rule for these words. They are most likely the server's own way to say why it"
                            + " refused.",
                    Confidence.GUESS,
                    "Give the whole reply with its code, if you have it; the digits tell more.");
        }
        if (facts.code() == Facts.NO_CODE) {
            return rule(
                    "last-resort-no-reply",
                    "Not an SMTP reply",
                    "The line does not begin with a three-digit code, so it is no SMTP reply. Something other than a mail"
                            + " server may answer here, or the conversation is out of step.",
                    Confidence.CERTAIN,
                    "Check host and port, then connect again.");
        }
        return rule(
                "last-resort-code",
                "Code not known",
                "smtpsh knows no rule for this code. The first digit counts: 2 is yes, 3 go on, 4 not now, 5 no.",
                Confidence.GUESS,
                "Read the text of the reply.");
    }

    private static Rule rule(String id, String title, String meaning, Confidence confidence, String fix) {
        Conditions always = new Conditions(
                Set.of(),
                List.of(),
                List.of(),
                false,
                List.of(),
                List.of(),
                List.of(),
                Optional.empty(),
                List.of(),
                List.of(),
                Set.of());
        Rule.Meaning says = new Rule.Meaning(
                title,
                Optional.of(confidence == Confidence.CERTAIN ? Reason.PROTOCOL : Reason.OTHER),
                meaning,
                Optional.empty(),
                Actor.YOU,
                List.of(fix),
                Retry.AFTER_FIX,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                false,
                Scope.SESSION,
                confidence,
                Optional.empty(),
                Optional.empty(),
                false,
                List.of("RFC 5321 4.2"));
        return new Rule(id, always, says);
    }
}
