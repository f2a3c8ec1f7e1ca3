package dev.smtpsh.practice.dialogue;

import dev.smtpsh.practice.fault.Answer;

/**
 * What a well-behaved server makes of a command.
 *
 * @param objection whether the command is malformed or out of order, so that no policy is asked
 * @param effect what changes if the reply that goes out is positive
 * @param asking what changes if a 334 goes out in place of a verdict
 */
record Ruling(Answer answer, boolean objection, Runnable effect, Runnable asking) {
    private Ruling(Answer answer, boolean objection, Runnable effect) {
        this(answer, objection, effect, () -> {});
    }

    static Ruling answer(Answer answer, Runnable effect) {
        return new Ruling(answer, false, effect);
    }

    static Ruling objection(Answer answer, Runnable effect) {
        return new Ruling(answer, true, effect);
    }

    static Ruling objection(Answer answer) {
        return new Ruling(answer, true, () -> {});
    }

    /** The same, but what happens if the server asks on instead of judging. */
    Ruling orElse(Runnable goOnAsking) {
        return new Ruling(answer, objection, effect, goOnAsking);
    }
}
