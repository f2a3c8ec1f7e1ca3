/**
 * Whole conversations at a glance: what was answered, what took how long, where two of them differ.
 *
 * <p>May use: {@code render.text} for the lines, {@code render.transcript} for what was said. Never: changes the order of
 * what happened. Promise: numbers carry the meaning; bars and marks only repeat it.
 */
package dev.smtpsh.render.overview;
