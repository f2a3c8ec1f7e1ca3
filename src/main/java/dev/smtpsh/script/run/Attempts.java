package dev.smtpsh.script.run;

import dev.smtpsh.script.judge.ExpectationJudge;
import dev.smtpsh.script.judge.Judgement;
import dev.smtpsh.script.syntax.Expectation;
import dev.smtpsh.script.syntax.Expectation.Alternative;
import dev.smtpsh.script.talk.Act;
import dev.smtpsh.script.talk.Journal;
import dev.smtpsh.script.talk.Voice;
import dev.smtpsh.session.Failure;
import dev.smtpsh.session.Outcome;
import dev.smtpsh.smtp.reply.ReplyCode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Makes an act once, or again and again until what is wanted comes. */
record Attempts(Pace pace, ExpectationJudge judge) {
    /** What came of it, and how often it was made. */
    record Made(Outcome outcome, Judgement judgement, int tries) {}

    /** Waits as {@code within} says where it is silence or the end that is wanted; repeats where it is a reply. */
    Made make(Act act, Expectation expectation, Voice voice) throws InterruptedException {
        if (!expectation.repeats()) {
            Outcome outcome = act.make(expectation.patience());
            return new Made(outcome, judge.judge(expectation, outcome), 1);
        }
        return repeated(act, expectation, voice);
    }

    /** The wait for one more reply, which is not repeated. */
    Made await(Expectation expectation, Voice voice) {
        Optional<Duration> limit = expectation.within().isPresent() ? expectation.within() : expectation.patience();
        Outcome outcome = voice.await(limit);
        return new Made(outcome, judge.judge(expectation, outcome), 1);
    }

    private Made repeated(Act act, Expectation expectation, Voice voice) throws InterruptedException {
        Duration within = expectation.within().orElseThrow();
        Duration every = expectation.pause();
        Alternative goal = expectation.alternatives().get(0);
        List<Journal.Entry> opening = voice.journal().opening();
        List<Journal.Entry> envelope = voice.journal().envelope();
        Instant end = pace.now().plus(within);
        Outcome outcome = act.make(Optional.empty());
        int tries = 1;
        while (!judge.judge(goal, outcome).held()
                && judge.toleratedYet(expectation, outcome)
                && !pace.now().plus(every).isAfter(end)) {
            pace.pause(every);
            outcome = again(act, voice, opening, envelope);
            tries++;
        }
        Judgement judgement = judge.judge(goal, outcome);
        String said = judgement.said() + (tries > 1 ? ", at the last of " + tries + " tries" : "");
        return new Made(
                outcome, new Judgement(judgement.held(), judgement.held() ? "" : said, judgement.groups()), tries);
    }

    private static Outcome again(Act act, Voice voice, List<Journal.Entry> opening, List<Journal.Entry> envelope) {
        if (!act.continuing()) {
            return act.make(Optional.empty());
        }
        voice.listen();
        if (!voice.connected()) {
            return anew(act, voice, opening, envelope);
        }
        Optional<Outcome> differs = act.message() ? replay(envelope) : Optional.empty();
        Outcome outcome = differs.orElseGet(() -> act.make(Optional.empty()));
        boolean closed =
                outcome instanceof Outcome.Failed failed && failed.failure().kind() == Failure.Kind.CLOSED;
        // Its close may come to light only when something is said. A message could have been taken all the same.
        return closed && !act.message() ? anew(act, voice, opening, envelope) : outcome;
    }

    private static Outcome anew(Act act, Voice voice, List<Journal.Entry> opening, List<Journal.Entry> envelope) {
        Outcome greeting = voice.reopen();
        if (!answeredBy(greeting, Optional.of(new ReplyCode(220)))) {
            return greeting;
        }
        Optional<Outcome> differs = replay(opening).or(() -> replay(envelope));
        return differs.orElseGet(() -> act.make(Optional.empty()));
    }

    // Empty if all was answered as before; otherwise the first outcome that differs.
    private static Optional<Outcome> replay(List<Journal.Entry> entries) {
        for (Journal.Entry entry : entries) {
            Outcome outcome = entry.again().get();
            if (!answeredBy(outcome, entry.code())) {
                return Optional.of(outcome);
            }
        }
        return Optional.empty();
    }

    /** Whether a reply came, with the code if one is given, or else a positive one. */
    static boolean answeredBy(Outcome outcome, Optional<ReplyCode> code) {
        return outcome instanceof Outcome.Answered answered
                && (code.isPresent()
                        ? answered.exchange().reply().code().equals(code)
                        : answered.exchange().reply().completed());
    }
}
