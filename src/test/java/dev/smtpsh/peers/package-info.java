/**
 * Other people's programs as judges and peers: is one there, run it, stop it surely.
 *
 * <p>May use: nothing of smtpsh, so that a judge cannot share a mistake with what it judges.
 */
package dev.smtpsh.peers;
