package dev.smtpsh.shell.talk;

/** Whether to go on reading lines. */
public enum Status {
    GO_ON,
    LEAVE
}
