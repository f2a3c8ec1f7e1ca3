/**
 * What a mail domain publishes, and what that means.
 *
 * <p>May use: {@code smtp}, {@code dns}, {@code wire}, {@code tls}. Never: takes what could not be found out for something
 * that is not there. Promise: judging is apart from asking, in functions of answers.
 */
package dev.smtpsh.domain;
