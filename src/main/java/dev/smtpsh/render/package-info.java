/**
 * Faces of results: text for people, JSON for programs. A renderer is a function of a result.
 *
 * <p>May use: all rooms below, for their result types only. Never: decides anything, prints, reads a clock. Promise:
 * whatever a server sent comes out of {@link dev.smtpsh.render.Safe} as printable characters; a
 * {@link dev.smtpsh.render.StyledText} cannot hold anything else.
 */
package dev.smtpsh.render;
