package dev.smtpsh.smtp.reply;

/**
 * How much of a reply is kept. RFC 5321 4.5.3.1.5 allows 512 octets a line; servers exceed it, endless ones exist.
 *
 * @param lineRemark octets of a line past which it is remarked on ({@code reply-line})
 * @param lineCut octets of a line that are kept at most ({@code reply-line-cut})
 * @param lines lines of one reply ({@code reply-lines})
 * @param size octets of one reply ({@code reply-size})
 */
public record ReplyLimits(int lineRemark, int lineCut, int lines, int size) {
    public static final ReplyLimits DEFAULT = new ReplyLimits(512, 64 * 1024, 1000, 1024 * 1024);
}
