package dev.smtpsh.session;

import dev.smtpsh.smtp.Octets;
import dev.smtpsh.smtp.command.Command;
import dev.smtpsh.wire.Target;
import java.time.Duration;

/** What happens in a conversation, in order. */
public sealed interface SessionEvent {
    /** Names were looked up to find the addresses, such as {@code MX+A}; nothing is tried yet. */
    record LookedUp(String what, Duration took) implements SessionEvent {}

    /** A connection is being tried. */
    record Connecting(Target target) implements SessionEvent {}

    /** It did not come about; the next address is tried if there is one. */
    record ConnectFailed(Target target, String why) implements SessionEvent {}

    /** It did. */
    record Connected(Target target, Duration took) implements SessionEvent {}

    /** A header of the PROXY protocol went out, before all else. */
    record Introduced(Octets header) implements SessionEvent {}

    /** A command went out and its reply is waited for. */
    record Sent(Command command) implements SessionEvent {}

    /** A reply was read that nobody was waiting for: a late one, or one never asked for. */
    record Unexpected(Exchange exchange) implements SessionEvent {}
}
