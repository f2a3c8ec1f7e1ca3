/**
 * One conversation with one server: open, send, wait, upgrade, log in. Results are values; what goes on is told as events.
 *
 * <p>May use: {@code smtp sasl message wire tls}; no library. Never: what a reply means (that is added above), printing,
 * or a command the operator did not ask for. Promise: nothing hangs past its deadline, and whatever a server does comes
 * out as an {@link dev.smtpsh.session.Outcome}.
 */
package dev.smtpsh.session;
