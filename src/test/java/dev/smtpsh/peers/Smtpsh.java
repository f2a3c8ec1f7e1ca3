package dev.smtpsh.peers;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The built smtpsh, run from outside like any program. */
public final class Smtpsh {
    private static final Path HOME =
            Path.of(System.getProperty("smtpsh.home", "target/smtpsh")).toAbsolutePath();

    private Smtpsh() {}

    /** Its launcher. */
    public static String launcher() {
        return HOME.resolve("bin/smtpsh").toString();
    }

    /** A run with arguments, in a plain environment: UTF-8, no colours, 80 columns. */
    public static Program with(String... arguments) {
        List<String> command = new ArrayList<>(List.of(launcher()));
        command.addAll(List.of(arguments));
        return Program.of(command.toArray(String[]::new))
                .with("LC_ALL", "C.UTF-8")
                .without("COLUMNS");
    }
}
