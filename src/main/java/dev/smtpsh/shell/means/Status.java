package dev.smtpsh.shell.means;

/** Whether to go on reading lines. */
public enum Status {
    GO_ON,
    LEAVE
}
