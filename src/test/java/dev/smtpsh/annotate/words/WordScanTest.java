package dev.smtpsh.annotate.words;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class WordScanTest {
    @Test
    void it_finds_in_octets_what_is_found_in_the_folded_text() throws IOException {
        Random random = new Random(20261124);
        for (int round = 0; round < 300; round++) {
            Set<String> list = new LinkedHashSet<>();
            int count = 1 + random.nextInt(40);
            for (int i = 0; i < count; i++) {
                list.add(Words.fold("x" + letters(random, random.nextInt(6))));
                list.add(Words.fold(letters(random, random.nextInt(3)) + "b"));
            }
            Words words = words(new ArrayList<>(list));
            WordScan scan = new WordScan(words);
            for (int i = 0; i < 20; i++) {
                String folded = Words.fold(letters(random, random.nextInt(200)));
                // What stands behind the text does not count.
                scan.scan((folded + "xxbb").toCharArray(), folded.length());
                BitSet expected = words.in(folded);
                assertEquals(expected, scan.words(), () -> list + " in " + folded);
                for (int word = 0; word < scan.size(); word++) {
                    assertEquals(expected.get(word), scan.has(word), list + " in " + folded);
                }
            }
        }
    }

    private static Words words(List<String> words) throws IOException {
        List<List<Integer>> rules = new ArrayList<>();
        words.forEach(word -> rules.add(List.of()));
        return Words.read(WordTrie.press(words, rules));
    }

    private static String letters(Random random, int length) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < length; i++) {
            text.append("aAbB  \t.x\u00e9\u6f22\ud83d".charAt(random.nextInt(12)));
        }
        return text.toString();
    }
}
