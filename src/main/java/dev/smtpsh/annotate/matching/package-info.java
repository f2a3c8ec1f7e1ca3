/**
 * Finds the rules that hold for a symptom and puts the most specific first, by the order in {@code docs/rules.md}.
 *
 * <p>May use: {@code annotate annotate.circumstance annotate.knowledge smtp}; RE2/J. Never:
 * java.util.regex on what a server said. Promise: there is always an annotation; time is linear in the text, of which {@link dev.smtpsh.annotate.matching.Facts} keeps
 * 64 Ki characters.
 */
package dev.smtpsh.annotate.matching;
