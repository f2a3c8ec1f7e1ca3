package dev.smtpsh.annotate.words;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Presses words into the form that {@link Words} searches with. */
public final class WordTrie {
    private static final int NOTHING = -1;

    private static final class Node {
        private final Map<Character, Node> children = new TreeMap<>();
        private char letter;
        private Node parent;
        private Node fallback;
        private int number;
        private int word = NOTHING;
        private int shorter = NOTHING;
    }

    private final Node root = new Node();
    private final List<Node> nodes = new ArrayList<>();

    private WordTrie(List<String> words) {
        for (int i = 0; i < words.size(); i++) {
            Node node = root;
            for (char c : words.get(i).toCharArray()) {
                node = node.children.computeIfAbsent(c, letter -> new Node());
            }
            node.word = i;
        }
        numberBreadthFirst();
        for (Node node : nodes) {
            link(node);
        }
    }

    /**
     * Presses words.
     *
     * @param words all different, none empty; their places in the list are their numbers
     * @param rulesByWord for each word the numbers of the rules that start from it
     */
    public static byte[] press(List<String> words, List<List<Integer>> rulesByWord) throws IOException {
        ByteArrayOutputStream octets = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(octets);
        new WordTrie(words).write(out, rulesByWord);
        return octets.toByteArray();
    }

    private void numberBreadthFirst() {
        nodes.add(root);
        for (int i = 0; i < nodes.size(); i++) {
            Node node = nodes.get(i);
            node.number = i;
            for (Map.Entry<Character, Node> child : node.children.entrySet()) {
                child.getValue().letter = child.getKey();
                child.getValue().parent = node;
                nodes.add(child.getValue());
            }
        }
    }

    // Breadth first, so that the fallback of everything nearer to the root is known.
    private void link(Node node) {
        node.fallback = root;
        if (node == root || node.parent == root) {
            return;
        }
        Node from = node.parent.fallback;
        while (from != root && !from.children.containsKey(node.letter)) {
            from = from.fallback;
        }
        node.fallback = from.children.getOrDefault(node.letter, root);
        node.shorter = node.fallback.word == NOTHING ? node.fallback.shorter : node.fallback.number;
    }

    private void write(DataOutputStream out, List<List<Integer>> rulesByWord) throws IOException {
        out.writeInt(nodes.size());
        out.writeInt(rulesByWord.size());
        int child = 1;
        for (Node node : nodes) {
            out.writeInt(child);
            child += node.children.size();
        }
        out.writeInt(child);
        for (Node node : nodes) {
            out.writeInt(node.fallback.number);
        }
        for (Node node : nodes) {
            out.writeInt(node.word);
        }
        for (Node node : nodes) {
            out.writeInt(node.shorter);
        }
        Postings.write(out, rulesByWord);
        for (Node node : nodes) {
            out.writeChar(node.letter);
        }
    }
}
