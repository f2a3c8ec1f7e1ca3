/**
 * Files of data that people edit: YAML read to values that know their line and column, and complaints about them.
 *
 * <p>May use: nothing; the door to snakeyaml-engine. Never: the file system (texts come in, values go out), or what the
 * data mean. Promise: size, depth and aliases are bounded; every complaint has a place and a mend.
 */
package dev.smtpsh.datafile;
