package dev.smtpsh.smtp.reply;

/**
 * A three-digit reply code. Any value from 000 to 999 can be represented, because a diagnostic tool must be able to
 * hold what a broken server says (RFC 5321 4.2.1 defines only 2yz to 5yz).
 */
public record ReplyCode(int value) implements Comparable<ReplyCode> {
    public ReplyCode {
        if (value < 0 || value > 999) {
            throw new IllegalArgumentException("a reply code has three digits: " + value);
        }
    }

    /** The first digit: how the command fared (RFC 5321 4.2.1). */
    public int severity() {
        return value / 100;
    }

    /** The second digit: what the reply is about (RFC 5321 4.2.1). */
    public int category() {
        return value / 10 % 10;
    }

    /** Whether the first digit is one that RFC 5321 4.2.1 gives a meaning in SMTP. */
    public boolean defined() {
        return severity() >= 2 && severity() <= 5;
    }

    /** 2yz: done. */
    public boolean completed() {
        return severity() == 2;
    }

    /** 3yz: go on. */
    public boolean intermediate() {
        return severity() == 3;
    }

    /** 4yz: not now. */
    public boolean transientFailure() {
        return severity() == 4;
    }

    /** 5yz: no. */
    public boolean permanentFailure() {
        return severity() == 5;
    }

    // Written out: a record's own is put together at run time, which is felt at the start.
    @Override
    public boolean equals(Object other) {
        return other instanceof ReplyCode code && code.value == value;
    }

    @Override
    public int hashCode() {
        return value;
    }

    @Override
    public int compareTo(ReplyCode other) {
        return Integer.compare(value, other.value);
    }

    @Override
    public String toString() {
        String digits = Integer.toString(value);
        return "000".substring(digits.length()) + digits;
    }
}
