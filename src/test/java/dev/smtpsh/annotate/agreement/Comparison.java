package dev.smtpsh.annotate.agreement;

import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/** Lines that both have judged, counted. */
final class Comparison {
    private final String name;
    private final Map<String, Integer> confusion = new TreeMap<>();
    private final TreeSet<Disagreement> disagreements = new TreeSet<>();
    private int judged;
    private int agreed;
    private int silent;

    Comparison(String name) {
        this.name = name;
    }

    void add(String line, String theirs, String ours) {
        boolean same = Reader.same(theirs, ours);
        judged++;
        agreed += same ? 1 : 0;
        confusion.merge((same ? "  " : "! ") + theirs + " -> " + ours, 1, Integer::sum);
        if (!same) {
            disagreements.add(new Disagreement(line, theirs, ours));
        }
    }

    /** One more of which nothing could be read. */
    void silent() {
        silent++;
    }

    String name() {
        return name;
    }

    String summary() {
        String rest = silent == 0 ? "" : " In " + silent + " more no reply was found.";
        return agreed + " of " + judged + " agree." + rest;
    }

    double agreement() {
        return (double) agreed / judged;
    }

    TreeSet<Disagreement> disagreements() {
        return disagreements;
    }

    String table() {
        StringBuilder table = new StringBuilder(name + ": " + summary() + "\n");
        confusion.forEach((pair, count) -> table.append(String.format("%4d %s%n", count, pair)));
        return table.toString();
    }
}
