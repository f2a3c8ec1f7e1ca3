/**
 * Settings of a run: flags over environment over profile over file; shown, changed while talking, and put into effect.
 *
 * <p>May use: {@code cli.option}, {@code config}, {@code shell}, {@code render}. Never: prints by itself. Promise: what is not
 * understood is told with its place, and nothing is connected to before.
 */
package dev.smtpsh.cli.setting;
