package dev.smtpsh.practice.scenario;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** The word that was probably meant. */
final class Nearest {
    // Two slips in a word of average length; more would suggest strangers.
    private static final int MOST_SLIPS = 2;

    private Nearest() {}

    static Optional<String> to(String word, Collection<String> known) {
        return known.stream()
                .filter(candidate -> slips(word, candidate) <= Math.min(MOST_SLIPS, candidate.length() / 2))
                .min(Comparator.comparingInt(candidate -> slips(word, candidate)));
    }

    /** What to write in a complaint: "did you mean" or all there is. */
    static String hint(String word, Collection<String> known) {
        return to(word, known)
                .map(meant -> "did you mean `" + meant + "`?")
                .orElse("use one of: " + String.join(", ", known));
    }

    // Optimal string alignment: insert, drop, change, swap neighbours.
    private static int slips(String a, String b) {
        int[][] table = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                table[i][j] = i == 0 || j == 0 ? i + j : step(table, a, b, i, j);
            }
        }
        return table[a.length()][b.length()];
    }

    private static int step(int[][] table, String a, String b, int i, int j) {
        int change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
        int least = Math.min(table[i - 1][j - 1] + change, Math.min(table[i - 1][j], table[i][j - 1]) + 1);
        boolean swapped = i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
        return swapped ? Math.min(least, table[i - 2][j - 2] + 1) : least;
    }
}
