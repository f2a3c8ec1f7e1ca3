/**
 * Replies of a list counted by what they mean, at the speed of reading.
 *
 * <p>May use: {@code annotate annotate.automaton annotate.knowledge annotate.matching annotate.quoted annotate.transcript
 * annotate.words smtp}. Never: makes an object for a line of which the like was met. Promise: the same result as
 * {@link dev.smtpsh.annotate.matching.RuleAnnotator#best} gives; memory is bounded.
 */
package dev.smtpsh.annotate.counting;
