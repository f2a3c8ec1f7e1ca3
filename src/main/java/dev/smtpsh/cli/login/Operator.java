package dev.smtpsh.cli.login;

import dev.smtpsh.cli.option.Arguments;
import dev.smtpsh.cli.option.Flag;
import dev.smtpsh.shell.ask.Questions;

/**
 * How the operator wants to be asked.
 *
 * @param silent nothing is asked ({@code --no-input})
 * @param assents everything is confirmed unasked ({@code --yes})
 */
public record Operator(boolean silent, boolean assents) {
    public static Operator read(Arguments arguments) {
        return new Operator(arguments.has(Flag.NO_INPUT), arguments.has(Flag.YES));
    }

    /** The questions that are left, out of those that could be asked. */
    public Questions questions(Questions possible) {
        Questions left = silent ? Questions.NOBODY : possible;
        return assents ? left.assenting() : left;
    }
}
