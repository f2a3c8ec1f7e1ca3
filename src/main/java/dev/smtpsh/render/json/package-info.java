/**
 * Results as JSON, one object a line, in the same shape whether it went well or not.
 *
 * <p>May use: {@code render} and the result types below; the door to Gson, of which only the streaming
 * {@code JsonWriter} is used. Never: reflection. Promise: what comes out is harmless JSON: a terminal that shows it
 * by accident comes to no harm, and a program that reads it gets every character back.
 */
package dev.smtpsh.render.json;
