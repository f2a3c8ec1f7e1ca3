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

class WordsTest {
    @Test
    void words_inside_words_and_overlapping_ones_are_found() throws IOException {
        List<String> words = List.of("she", "he", "hers", "his", "usher", "ü");
        assertEquals(naive(words, "ushers"), pressed(words).in("ushers"));
        assertEquals(naive(words, "xhishe ü"), pressed(words).in("xhishe ü"));
        assertEquals(new BitSet(), pressed(words).in(""));
    }

    @Test
    void no_words_are_found_where_there_are_none_to_find() throws IOException {
        assertEquals(new BitSet(), pressed(List.of()).in("anything"));
    }

    @Test
    void it_finds_what_a_plain_search_finds() throws IOException {
        Random random = new Random(20261123);
        for (int round = 0; round < 500; round++) {
            Set<String> words = new LinkedHashSet<>();
            int count = 1 + random.nextInt(40);
            for (int i = 0; i < count; i++) {
                words.add(letters(random, 1 + random.nextInt(6)));
            }
            List<String> list = new ArrayList<>(words);
            Words pressed = pressed(list);
            for (int i = 0; i < 10; i++) {
                String text = letters(random, random.nextInt(200));
                assertEquals(naive(list, text), pressed.in(text), () -> list + " in " + text);
            }
        }
    }

    @Test
    void folding_ignores_letter_case_and_the_amount_of_white_space() {
        assertEquals("a b c", Words.fold("  A\t B \r\n c "));
        assertEquals("größe привет 日本", Words.fold("GRÖßE ПРИВЕТ 日本"));
        assertEquals("", Words.fold(" \t"));
    }

    // Few letters, so that words overlap; some are outside ASCII.
    private static String letters(Random random, int length) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < length; i++) {
            text.append("aab c日".charAt(random.nextInt(6)));
        }
        return text.toString();
    }

    private static Words pressed(List<String> words) throws IOException {
        List<List<Integer>> rules = new ArrayList<>();
        words.forEach(word -> rules.add(List.of()));
        return Words.read(WordTrie.press(words, rules));
    }

    private static BitSet naive(List<String> words, String text) {
        BitSet found = new BitSet();
        for (int i = 0; i < words.size(); i++) {
            found.set(i, text.contains(words.get(i)));
        }
        return found;
    }
}
