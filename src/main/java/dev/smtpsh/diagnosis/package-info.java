/**
 * From an exchange to what it means: gathers what a conversation has shown and asks for annotations.
 *
 * <p>May use: {@code annotate session smtp}. Never: shows anything, decides what is sent. Promise: one diagnosis for one
 * conversation; asking twice gives the same.
 */
package dev.smtpsh.diagnosis;
