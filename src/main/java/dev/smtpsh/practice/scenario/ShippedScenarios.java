package dev.smtpsh.practice.scenario;

import dev.smtpsh.smtp.command.Spelling;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** The scenarios that come with smtpsh. */
public final class ShippedScenarios {
    private static final String FOLDER = "/dev/smtpsh/practice/";

    private ShippedScenarios() {}

    /** Their names, the way one learns: easy ones first. */
    public static List<String> names() {
        return text("index").lines().filter(line -> !line.isBlank()).toList();
    }

    /** All of them, in the order of their names. */
    public static List<Scenario> all() {
        return names().stream().map(name -> named(name).orElseThrow()).toList();
    }

    public static Optional<Scenario> named(String name) {
        if (!names().contains(name)) {
            return Optional.empty();
        }
        ScenarioFile file = ScenarioFile.read(name + ".yaml", text(name + ".yaml"));
        return Optional.of(file.scenario()
                .orElseThrow(() -> new IllegalStateException(file.complaints().toString())));
    }

    /** The shipped name that was probably meant. */
    public static Optional<String> nearest(String name) {
        return Spelling.nearest(name, names());
    }

    /** The text of a shipped scenario, for people who want to start from it. */
    public static Optional<String> source(String name) {
        return names().contains(name) ? Optional.of(text(name + ".yaml")) : Optional.empty();
    }

    private static String text(String file) {
        try (InputStream in = ShippedScenarios.class.getResourceAsStream(FOLDER + file)) {
            if (in == null) {
                throw new IllegalStateException("missing in the jar: " + FOLDER + file);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
