/**
 * What came of running a script: steps, what was expected of each, what came. Reports are functions of these values.
 *
 * <p>May use: {@code smtp session annotate script.syntax}. Never: does anything. Promise: no secret that the script was given
 * stands in them.
 */
package dev.smtpsh.script.result;
