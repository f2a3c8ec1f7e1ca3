/**
 * Results as text for people, in the widths, character sets and levels they want.
 *
 * <p>May use: {@code render} and the result types below. Never: decides what a reply means. Promise: server lines are
 * whole and never wrapped, our own lines keep to the width, and the two cannot be confused.
 */
package dev.smtpsh.render.text;
