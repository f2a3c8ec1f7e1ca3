package dev.smtpsh.wire;

/**
 * How much a link holds.
 *
 * @param inbox octets read ahead of the conversation ({@code link-inbox}); beyond it the peer is kept waiting
 * @param lineCut octets of one line that are kept ({@code reply-line-cut})
 */
public record LinkLimits(int inbox, int lineCut) {
    public static final LinkLimits DEFAULT = new LinkLimits(1024 * 1024, 64 * 1024);
}
