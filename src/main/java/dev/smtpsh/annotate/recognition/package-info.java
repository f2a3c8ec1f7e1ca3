/**
 * Who a server is: its provider by the name of the host, its software by the words of the greeting. The knowledge is
 * data, {@code servers.txt} beside the rule files.
 *
 * <p>May use: nothing. Never: I/O other than that resource, a name that is only likely. Promise: what is not known is
 * empty.
 */
package dev.smtpsh.annotate.recognition;
