package dev.smtpsh.cli;

import dev.smtpsh.annotate.Annotator;
import dev.smtpsh.annotate.knowledge.Pressed;
import dev.smtpsh.annotate.knowledge.RuleBook;
import dev.smtpsh.annotate.knowledge.RuleFiles;
import dev.smtpsh.annotate.knowledge.RulePress;
import dev.smtpsh.annotate.knowledge.RuleReader;
import dev.smtpsh.annotate.matching.RuleAnnotator;
import dev.smtpsh.annotate.matching.ShippedRules;
import java.io.File;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** The shipped rules, and before them the operator's own out of {@code $XDG_DATA_HOME/smtpsh/rules.d}. */
final class Knowledge {
    private static final String RULES = "rules.d";

    private final Streams streams;

    Knowledge(Streams streams) {
        this.streams = streams;
    }

    /** Gives one and the same annotator each time; rules are read when it is first asked. */
    Supplier<Annotator> whenAsked() {
        return new Supplier<>() {
            private Annotator annotator;

            @Override
            public synchronized Annotator get() {
                annotator = annotator == null ? Knowledge.this.annotator() : annotator;
                return annotator;
            }
        };
    }

    /** An annotator that knows both; a slip in a rule file is told once and leaves that rule out. */
    RuleAnnotator annotator() {
        Optional<Path> data = streams.folders().data();
        if (data.isEmpty() || !Files.isDirectory(data.get().resolve(RULES))) {
            return new RuleAnnotator(List.of(shipped()));
        }
        Path folder = data.get().resolve(RULES);
        try {
            RuleFiles own = RuleReader.read(texts(folder));
            own.complaints().forEach(complaint -> streams.err().println("smtpsh: " + complaint));
            return with(own);
        } catch (IOException e) {
            streams.err()
                    .println("smtpsh: cannot read " + folder + ": " + e.getMessage() + ". Own rules are left out.");
            return new RuleAnnotator(List.of(shipped()));
        }
    }

    /** An annotator that puts some rules before the shipped ones. */
    static RuleAnnotator with(RuleFiles own) {
        RuleBook book = RuleBook.open(RulePress.press(
                own.rules().stream().map(RuleFiles.Written::rule).toList()));
        return new RuleAnnotator(List.of(book, shipped()));
    }

    // Out of a jar it takes Java some ten milliseconds to read a file; bin/smtpsh says where the same lies outside.
    private static RuleBook shipped() {
        String folder = System.getProperty("smtpsh.knowledge", "");
        boolean beside = !folder.isEmpty() && new File(folder, "rules.bin").exists();
        return beside ? RuleBook.open(new PressedFiles(new File(folder))) : ShippedRules.open();
    }

    private static SortedMap<String, String> texts(Path folder) throws IOException {
        SortedMap<String, String> texts = new TreeMap<>();
        try (Stream<Path> listed = Files.list(folder)) {
            for (Path file :
                    listed.filter(path -> path.toString().endsWith(".yaml")).toList()) {
                texts.put(file.toString(), Files.readString(file));
            }
        }
        return texts;
    }

    /** Pressed rules as files of a folder, read in the plainest of ways, because each start waits for it. */
    private record PressedFiles(File folder) implements Pressed {
        @Override
        public byte[] rules() {
            return read("rules.bin");
        }

        @Override
        public byte[] words() {
            return read("words.bin");
        }

        private byte[] read(String name) {
            File file = new File(folder, name);
            try (FileInputStream in = new FileInputStream(file)) {
                return in.readAllBytes();
            } catch (IOException e) {
                throw new UncheckedIOException("cannot read " + file, e);
            }
        }
    }
}
