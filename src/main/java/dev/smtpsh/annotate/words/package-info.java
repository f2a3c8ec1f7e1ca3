/**
 * Many words looked for at once: pressed by the build, found in one pass over a text however many there are.
 *
 * <p>May use: nothing. Never: know what a word is good for. Promise: time is linear in the text, whatever it says.
 */
package dev.smtpsh.annotate.words;
