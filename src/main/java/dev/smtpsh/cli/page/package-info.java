/**
 * Pages made from the tables of options and codes: help, completions.
 *
 * <p>May use: {@code cli.option shell}. Never: prints.
 */
package dev.smtpsh.cli.page;
