/**
 * Topics: files of them read and checked, pressed by the build, opened at run time.
 *
 * <p>May use: {@code annotate annotate.knowledge datafile smtp}. Never: be touched before somebody asks for a topic.
 * Promise: a slip in a file has its place; what one topic refers to is there.
 */
package dev.smtpsh.annotate.topic;
