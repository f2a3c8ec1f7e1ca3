package dev.smtpsh.annotate.matching;

import dev.smtpsh.annotate.Annotator;
import dev.smtpsh.annotate.knowledge.Pressed;
import dev.smtpsh.annotate.knowledge.RuleBook;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.function.Supplier;

/** The rules that come with smtpsh, pressed by the build. */
public final class ShippedRules implements Pressed {
    private ShippedRules() {}

    static ShippedRules pressed() {
        return new ShippedRules();
    }

    public static RuleBook open() {
        return RuleBook.open(pressed());
    }

    /** An annotator that knows the shipped rules and no others. */
    public static RuleAnnotator annotator() {
        return new RuleAnnotator(List.of(open()));
    }

    /** Gives one and the same annotator each time; the rules are read when it is first asked. */
    public static Supplier<Annotator> whenAsked() {
        return new Supplier<>() {
            private Annotator annotator;

            @Override
            public synchronized Annotator get() {
                if (annotator == null) {
                    annotator = ShippedRules.annotator();
                }
                return annotator;
            }
        };
    }

    @Override
    public byte[] rules() {
        return read("/dev/smtpsh/annotate/rules.bin");
    }

    @Override
    public byte[] words() {
        return read("/dev/smtpsh/annotate/words.bin");
    }

    @Override
    public boolean documented() {
        return true;
    }

    private static byte[] read(String name) {
        try (InputStream in = ShippedRules.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("smtpsh was built without " + name);
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + name, e);
        }
    }
}
