package dev.smtpsh.annotate.words;

import java.io.DataOutputStream;
import java.io.IOException;
import java.util.List;

/** Lists of rule numbers, pressed: where each list starts, where the last one ends, then all of them in a row. */
public final class Postings {
    private Postings() {}

    public static void write(DataOutputStream out, List<List<Integer>> lists) throws IOException {
        int start = 0;
        for (List<Integer> list : lists) {
            out.writeInt(start);
            start += list.size();
        }
        out.writeInt(start);
        for (List<Integer> list : lists) {
            for (int rule : list) {
                out.writeInt(rule);
            }
        }
    }
}
