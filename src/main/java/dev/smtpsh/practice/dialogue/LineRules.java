package dev.smtpsh.practice.dialogue;

import dev.smtpsh.practice.fault.Answer;
import dev.smtpsh.smtp.Octets;
import dev.smtpsh.smtp.command.Verb;
import java.util.Optional;

/** What is wrong with a command line before anybody asks what it means: its length, its end, its octets. */
final class LineRules {
    private final DialogueLimits limits;

    LineRules(DialogueLimits limits) {
        this.limits = limits;
    }

    Optional<Answer> objection(Asked asked, Octets line, boolean cut) {
        boolean login = asked.verb().filter(verb -> verb == Verb.AUTH).isPresent();
        if (cut || line.length() > most(asked, login)) {
            return Optional.of(Answer.of(500, login ? "5.5.6" : "5.5.2", "Line too long"));
        }
        if (!endsWell(line)) {
            return Optional.of(Answer.of(500, "5.5.2", "Lines end with CR LF, not otherwise"));
        }
        boolean dirty = line.withoutLineEnd().text().chars().anyMatch(c -> Character.isISOControl(c) && c != '\t');
        return dirty ? Optional.of(Answer.of(500, "5.5.2", "Control characters in a command")) : Optional.empty();
    }

    private int most(Asked asked, boolean login) {
        boolean envelope = asked.verb()
                .filter(verb -> verb == Verb.MAIL || verb == Verb.RCPT)
                .isPresent();
        return login ? limits.loginLine() : envelope ? limits.envelopeLine() : limits.commandLine();
    }

    // RFC 5321 2.3.8: CR and LF only together, and only they end a line.
    private static boolean endsWell(Octets line) {
        int end = line.length();
        return end >= 2 && line.at(end - 2) == '\r' && line.at(end - 1) == '\n';
    }
}
