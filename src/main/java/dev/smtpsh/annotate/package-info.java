/**
 * Meaning: from a symptom to ranked explanations with evidence. The knowledge is data, see {@code docs/rules.md}.
 *
 * <p>May use: {@code smtp bounce datafile}; the door to RE2/J. Never: I/O other than its own rule resources, or a guess
 * that is not marked as one. Promise: time is linear in the text whatever it holds.
 */
package dev.smtpsh.annotate;
