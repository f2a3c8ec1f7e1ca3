package dev.smtpsh.practice.scenario;

import java.util.Locale;

/** A pattern in which {@code *} stands for any characters and {@code ?} for one; letter case is ignored. */
public record Glob(String pattern) {
    public boolean matches(String text) {
        String wanted = pattern.toLowerCase(Locale.ROOT);
        String given = text.toLowerCase(Locale.ROOT);
        int at = 0;
        int star = -1;
        int retry = 0;
        // Goes back to the last star only, so time is bounded by the product of the lengths.
        for (int i = 0; i < given.length(); ) {
            if (at < wanted.length() && wanted.charAt(at) == '*') {
                star = at++;
                retry = i;
            } else if (at < wanted.length() && (wanted.charAt(at) == '?' || wanted.charAt(at) == given.charAt(i))) {
                at++;
                i++;
            } else if (star >= 0) {
                at = star + 1;
                i = ++retry;
            } else {
                return false;
            }
        }
        return wanted.substring(at).chars().allMatch(c -> c == '*');
    }
}
