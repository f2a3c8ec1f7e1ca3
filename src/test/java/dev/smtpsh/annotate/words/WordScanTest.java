package dev.smtpsh.annotate.words;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
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
                byte[] text = letters(random, random.nextInt(200)).getBytes(StandardCharsets.US_ASCII);
                int middle = text.length == 0 ? 0 : random.nextInt(text.length);
                scan.scan(scan.scan(scan.begin(), text, 0, middle), text, middle, text.length);
                String folded = Words.fold(new String(text, StandardCharsets.US_ASCII));
                assertEquals(words.in(folded), scan.words(), () -> list + " in " + folded);
            }
        }
    }

    @Test
    void octets_it_does_not_know_are_refused() throws IOException {
        WordScan scan = new WordScan(words(List.of("abc")));
        for (String strange : List.of("abc\u00e9", "\u001b[2J", "a\rb", "\u007f")) {
            byte[] octets = strange.getBytes(StandardCharsets.UTF_8);
            assertEquals(WordScan.STRANGE, scan.scan(scan.begin(), octets, 0, octets.length));
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
            text.append("aAbB  \t.x".charAt(random.nextInt(9)));
        }
        return text.toString();
    }
}
