package dev.smtpsh.shell.means;

/**
 * Who speaks.
 *
 * @param localName what this machine calls itself in EHLO, for suggestions
 * @param version of smtpsh
 */
public record Identity(String localName, String version) {}
