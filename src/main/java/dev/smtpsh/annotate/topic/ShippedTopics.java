package dev.smtpsh.annotate.topic;

import dev.smtpsh.annotate.Topics;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.function.Supplier;

/** The topics that come with smtpsh, pressed by the build. */
public final class ShippedTopics {
    private static final String NAME = "/dev/smtpsh/annotate/topics.bin";

    private ShippedTopics() {}

    /** Reads them each time it is asked. */
    public static Supplier<Topics> whenAsked() {
        return new Supplier<>() {
            @Override
            public Topics get() {
                return open();
            }
        };
    }

    /** Reads them; worth doing only when somebody asks for one. */
    public static Topics open() {
        try (InputStream in = ShippedTopics.class.getResourceAsStream(NAME)) {
            if (in == null) {
                throw new IllegalStateException("smtpsh was built without " + NAME);
            }
            return TopicBook.open(in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + NAME, e);
        }
    }
}
