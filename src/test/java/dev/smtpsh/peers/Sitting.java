package dev.smtpsh.peers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Somebody sits down at a terminal and starts smtpsh, which keeps what it keeps in a folder that nobody else uses. */
public final class Sitting {
    private final Path folder;
    private final Map<String, String> environment = new LinkedHashMap<>();
    private int columns = 80;
    private int rows = 40;
    private String before = "";

    private Sitting(Path folder) {
        this.folder = folder;
        environment.put("LC_ALL", "C.UTF-8");
        environment.put("HOME", folder.toString());
        for (String kind : new String[] {"STATE", "CONFIG", "DATA", "CACHE"}) {
            environment.put(
                    "XDG_" + kind + "_HOME",
                    folder.resolve(kind.toLowerCase(Locale.ROOT)).toString());
        }
    }

    /** With a folder for all that is kept. */
    public static Sitting in(Path folder) {
        return new Sitting(folder);
    }

    public Sitting columns(int wanted) {
        columns = wanted;
        return this;
    }

    public Sitting rows(int wanted) {
        rows = wanted;
        return this;
    }

    public Sitting with(String variable, String value) {
        environment.put(variable, value);
        return this;
    }

    /** Runs a command of the operator's first, whose output is on the screen then. */
    public Sitting after(String command) {
        before = command + "; ";
        return this;
    }

    /** Starts smtpsh with arguments as a shell reads them. */
    public Tmux start(String arguments) {
        String variables = environment.entrySet().stream()
                .map(entry -> entry.getKey() + "='" + entry.getValue() + "' ")
                .collect(Collectors.joining());
        return Tmux.running(
                columns, rows, before + "cd " + folder + " && env " + variables + Smtpsh.launcher() + " " + arguments);
    }

    /** All that any file in a folder holds. */
    public static String kept(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).map(Sitting::text).collect(Collectors.joining("\n"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Path file) {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
