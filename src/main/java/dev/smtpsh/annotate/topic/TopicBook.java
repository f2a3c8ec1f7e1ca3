package dev.smtpsh.annotate.topic;

import dev.smtpsh.annotate.Topic;
import dev.smtpsh.annotate.Topics;
import dev.smtpsh.smtp.command.Spelling;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Topics in memory, and the form in which the build keeps them. */
public final class TopicBook implements Topics {
    private static final int MAGIC = 0x534d5401;

    private final List<Topic> topics;
    private final Map<String, Topic> byName = new HashMap<>();

    public TopicBook(List<Topic> topics) {
        this.topics = List.copyOf(topics);
        for (Topic topic : topics) {
            byName.put(fold(topic.id()), topic);
            topic.aliases().forEach(alias -> byName.put(fold(alias), topic));
        }
    }

    static String fold(String name) {
        return name.strip().toLowerCase(Locale.ROOT).replace('_', ' ').replace('-', ' ');
    }

    @Override
    public Optional<Topic> named(String name) {
        return Optional.ofNullable(byName.get(fold(name)));
    }

    @Override
    public Optional<String> nearest(String name) {
        return Spelling.nearest(fold(name), byName.keySet().stream().sorted().toList())
                .map(found -> byName.get(found).id());
    }

    @Override
    public List<Topic> all() {
        return topics;
    }

    /** Topics pressed: magic, how many, then each as strings and counted lists of strings. */
    public byte[] press() {
        ByteArrayOutputStream octets = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(octets)) {
            out.writeInt(MAGIC);
            out.writeInt(topics.size());
            for (Topic topic : topics) {
                out.writeUTF(topic.id());
                write(out, topic.aliases());
                out.writeUTF(topic.group());
                out.writeUTF(topic.title());
                out.writeUTF(topic.summary());
                write(out, topic.examples());
                write(out, topic.paragraphs());
                write(out, topic.related());
                write(out, topic.references());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return octets.toByteArray();
    }

    /** Opens what {@link #press} made. */
    public static TopicBook open(byte[] pressed) {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(pressed))) {
            if (in.readInt() != MAGIC) {
                throw new IllegalArgumentException("no pressed topics, or of another version of smtpsh");
            }
            List<Topic> topics = new ArrayList<>();
            for (int left = in.readInt(); left > 0; left--) {
                topics.add(new Topic(
                        in.readUTF(),
                        list(in),
                        in.readUTF(),
                        in.readUTF(),
                        in.readUTF(),
                        list(in),
                        list(in),
                        list(in),
                        list(in)));
            }
            return new TopicBook(topics);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(DataOutputStream out, List<String> texts) throws IOException {
        out.writeInt(texts.size());
        for (String text : texts) {
            out.writeUTF(text);
        }
    }

    private static List<String> list(DataInputStream in) throws IOException {
        List<String> texts = new ArrayList<>();
        for (int left = in.readInt(); left > 0; left--) {
            texts.add(in.readUTF());
        }
        return texts;
    }
}
