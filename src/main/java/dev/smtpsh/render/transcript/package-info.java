/**
 * What was said in a conversation from its beginning, and the files it can be written to.
 *
 * <p>May use: the results of the rooms below, and the rest of {@code render}. Never: holds a secret: it is made of what may
 * be written down. Promise: nothing a server said gets into a file unescaped.
 */
package dev.smtpsh.render.transcript;
