/**
 * Bytes in, bytes out: dial, read with bounds and an absolute deadline, tap, transcript.
 *
 * <p>May use: {@code smtp}; the door to Commons Net, whose {@code SocketClient} carries every TCP conversation. Never:
 * name resolution (a {@link dev.smtpsh.wire.Target} is already an address), or a judgement of what was read. Promise:
 * memory and time are bounded whatever the peer sends; nothing received is lost to the tap.
 */
package dev.smtpsh.wire;
