/**
 * What came of scripts: for a person at a terminal, for a build server, for a browser; and what is wrong with a script.
 *
 * <p>May use: {@code script} and the rooms below it, the rest of {@code render}. Never: decides whether something passed.
 * Promise: nothing a server said gets out unescaped.
 */
package dev.smtpsh.render.report;
