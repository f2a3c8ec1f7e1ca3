/**
 * A tool of the build, not of the operator: writes {@code docs/replies} and {@code docs/topics} from the rule and topic
 * files.
 *
 * <p>May use: {@code annotate render smtp}. Never: touches a file, or be called by smtpsh itself. Promise: the same rules
 * give the same pages; every page is linked, every path that an annotation names is there.
 */
package dev.smtpsh.cli.reference;
