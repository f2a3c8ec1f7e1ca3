package dev.smtpsh.practice.dialogue;

import dev.smtpsh.practice.fault.Answer;

/**
 * What a well-behaved server makes of a command.
 *
 * @param objection whether the command is malformed or out of order, so that no policy is asked
 * @param effect what changes if the reply that goes out is positive
 */
record Ruling(Answer answer, boolean objection, Runnable effect) {
    static Ruling answer(Answer answer, Runnable effect) {
        return new Ruling(answer, false, effect);
    }

    static Ruling objection(Answer answer, Runnable effect) {
        return new Ruling(answer, true, effect);
    }

    static Ruling objection(Answer answer) {
        return new Ruling(answer, true, () -> {});
    }
}
