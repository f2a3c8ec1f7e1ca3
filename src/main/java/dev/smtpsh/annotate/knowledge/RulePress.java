package dev.smtpsh.annotate.knowledge;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Presses rules into the form that a {@link RuleBook} opens. The layout is described there. */
public final class RulePress {
    private final Map<String, Integer> strings = new LinkedHashMap<>();
    private final Map<String, Integer> words = new LinkedHashMap<>();
    private final List<List<Integer>> rulesByWord = new ArrayList<>();
    private final TreeMap<Integer, List<Integer>> rulesByKey = new TreeMap<>();
    private final List<Integer> offsets = new ArrayList<>();
    private final ByteArrayOutputStream body = new ByteArrayOutputStream();
    private final DataOutputStream out = new DataOutputStream(body);

    private RulePress() {}

    /** Presses rules; their order is kept and decides between equals. */
    public static Pressed press(List<Rule> rules) {
        RulePress press = new RulePress();
        try {
            for (int i = 0; i < rules.size(); i++) {
                press.offsets.add(press.body.size());
                press.writeConditions(rules.get(i).id(), rules.get(i).when());
                press.writeMeaning(rules.get(i).says());
                press.index(i, rules.get(i).when());
            }
            byte[] pressedWords = WordTrie.press(List.copyOf(press.words.keySet()), press.rulesByWord);
            return new Pressed.AtHand(press.book(), pressedWords);
        } catch (IOException e) {
            throw new UncheckedIOException("an array cannot fail", e);
        }
    }

    private void index(int rule, Conditions when) {
        if (when.startsFromWords()) {
            List<Conditions.Literal> start = when.text().isEmpty() ? longest(when.all()) : when.text();
            start.forEach(literal -> add(rulesByWord.get(words.get(literal.folded())), rule));
        } else if (!when.statuses().isEmpty() || when.withoutStatus()) {
            when.statuses().forEach(status -> addKey(status.key(), rule));
            if (when.withoutStatus()) {
                addKey(RuleBook.KEY_WITHOUT_STATUS, rule);
            }
        } else if (!when.codes().isEmpty()) {
            when.codes().forEach(code -> addKey(code.key(), rule));
        } else {
            addKey(RuleBook.KEY_ANYTHING, rule);
        }
    }

    // The longest of the strings that must all occur is the rarest guest.
    private static List<Conditions.Literal> longest(List<Conditions.Literal> literals) {
        Conditions.Literal longest = literals.get(0);
        for (Conditions.Literal literal : literals) {
            longest = literal.folded().length() > longest.folded().length() ? literal : longest;
        }
        return List.of(longest);
    }

    private void addKey(int key, int rule) {
        add(rulesByKey.computeIfAbsent(key, k -> new ArrayList<>()), rule);
    }

    private static void add(List<Integer> rules, int rule) {
        if (!rules.contains(rule)) {
            rules.add(rule);
        }
    }

    private void writeConditions(String id, Conditions when) throws IOException {
        writeString(id);
        int stages = 0;
        for (var stage : when.stages()) {
            stages |= 1 << stage.ordinal();
        }
        out.writeInt(stages);
        out.writeShort(when.codes().size());
        for (CodePattern code : when.codes()) {
            out.writeShort(code.key());
        }
        out.writeShort(when.statuses().size());
        for (StatusPattern status : when.statuses()) {
            out.writeInt(status.key());
        }
        out.writeBoolean(when.withoutStatus());
        writeLiterals(when.text());
        writeLiterals(when.all());
        writeLiterals(when.not());
        writeOptional(when.pattern());
        writeStrings(when.providers());
        writeStrings(when.software());
        long session = 0;
        for (var circumstance : when.session()) {
            session |= 1L << circumstance.ordinal();
        }
        out.writeLong(session);
    }

    private void writeLiterals(List<Conditions.Literal> literals) throws IOException {
        out.writeShort(literals.size());
        for (Conditions.Literal literal : literals) {
            Integer number = words.get(literal.folded());
            if (number == null) {
                number = words.size();
                words.put(literal.folded(), number);
                rulesByWord.add(new ArrayList<>());
            }
            out.writeInt(number);
            writeString(literal.folded());
        }
    }

    private void writeMeaning(Rule.Meaning says) throws IOException {
        writeString(says.title());
        out.writeByte(ordinal(says.reason()));
        writeString(says.meaning());
        writeOptional(says.deliverability());
        out.writeByte(says.who().ordinal());
        writeStrings(says.fixes());
        out.writeByte(says.retry().ordinal());
        out.writeInt(says.retryAfter().map(wait -> (int) wait.toSeconds()).orElse(RuleBook.NOTHING));
        out.writeByte(says.permanent().map(truth -> truth ? 1 : 0).orElse(RuleBook.NOTHING));
        out.writeByte(ordinal(says.verdict()));
        out.writeBoolean(says.suppress());
        out.writeByte(says.scope().ordinal());
        out.writeByte(says.confidence().ordinal());
        writeOptional(says.provider());
        writeOptional(says.software());
        out.writeBoolean(says.list());
        writeStrings(says.references());
    }

    private static int ordinal(Optional<? extends Enum<?>> value) {
        return value.isPresent() ? value.get().ordinal() : RuleBook.NOTHING;
    }

    private void writeString(String text) throws IOException {
        Integer number = strings.get(text);
        if (number == null) {
            number = strings.size();
            strings.put(text, number);
        }
        out.writeInt(number);
    }

    private void writeOptional(Optional<String> text) throws IOException {
        if (text.isPresent()) {
            writeString(text.get());
        } else {
            out.writeInt(RuleBook.NOTHING);
        }
    }

    private void writeStrings(List<String> texts) throws IOException {
        out.writeShort(texts.size());
        for (String text : texts) {
            writeString(text);
        }
    }

    private byte[] book() throws IOException {
        ByteArrayOutputStream octets = new ByteArrayOutputStream();
        DataOutputStream book = new DataOutputStream(octets);
        book.writeInt(RuleBook.MAGIC);
        book.writeInt(offsets.size());
        book.writeInt(rulesByKey.size());
        book.writeInt(strings.size());
        book.writeInt(body.size());
        for (int offset : offsets) {
            book.writeInt(offset);
        }
        for (int key : rulesByKey.keySet()) {
            book.writeInt(key);
        }
        Postings.write(book, List.copyOf(rulesByKey.values()));
        ByteArrayOutputStream texts = new ByteArrayOutputStream();
        for (String text : strings.keySet()) {
            book.writeInt(texts.size());
            texts.writeBytes(text.getBytes(StandardCharsets.UTF_8));
        }
        book.writeInt(texts.size());
        body.writeTo(book);
        texts.writeTo(book);
        return octets.toByteArray();
    }
}
