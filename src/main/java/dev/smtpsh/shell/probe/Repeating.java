package dev.smtpsh.shell.probe;

import dev.smtpsh.script.judge.ExpectationJudge;
import dev.smtpsh.script.syntax.Expectation;
import dev.smtpsh.script.syntax.Expectation.Alternative;
import dev.smtpsh.session.Outcome;
import dev.smtpsh.shell.talk.Conversation;
import dev.smtpsh.shell.talk.Desk;
import dev.smtpsh.smtp.command.Command;
import dev.smtpsh.smtp.command.Sensitivity;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Says the last command again and again, as {@code within 5m every 30s} asks for; Ctrl-C ends that. */
record Repeating(Desk desk, Conversation conversation, ExpectationJudge judge) {
    /** What came at last. */
    Outcome until(Expectation expectation, Outcome first) {
        Alternative goal = expectation.alternatives().get(0);
        Instant end = Instant.now().plus(expectation.within().orElseThrow());
        Duration pause = expectation.pause();
        Outcome outcome = first;
        while (!judge.judge(goal, outcome).held()
                && judge.toleratedYet(expectation, outcome)
                && !Instant.now().plus(pause).isAfter(end)) {
            Optional<Command> command = command(outcome);
            if (command.isEmpty()) {
                desk.face()
                        .note(
                                "Only a line without a secret in it is said again at the prompt; smtpsh run repeats all.");
                return outcome;
            }
            if (!desk.pause("the next try", pause)) {
                desk.face().note("Stopped; it is not said again.");
                return outcome;
            }
            if (conversation.news()) {
                conversation.showNews();
            }
            if (!conversation.live()) {
                conversation.reopen(true);
            }
            if (conversation.live()) {
                desk.face().spoken(command.get());
                conversation.send(command.get());
            }
            outcome = conversation.came().current().orElseThrow();
        }
        return outcome;
    }

    private static Optional<Command> command(Outcome outcome) {
        Optional<Command> command = outcome instanceof Outcome.Answered answered
                ? answered.exchange().command()
                : ((Outcome.Failed) outcome).failure().command();
        return command.filter(Command.Line.class::isInstance).filter(line -> line.sensitivity() == Sensitivity.PLAIN);
    }
}
